package io.spantree.assertions;

import static io.spantree.assertions.Recorded.byExporter;
import static io.spantree.assertions.Recorded.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What would hold of anything asserts nothing, and so it fails. */
class VacuousTest {

  /** An assertion, named by the text in which it must fail. */
  record Case(String name, Consumer<TraceAssert> assertion) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> forbidding() {
    return Stream.of(
        new Case("hasNoSpan", trace -> trace.hasNoSpan("a")),
        new Case("hasNoSpan like", trace -> trace.hasNoSpan("a", span -> span.withAttr("b"))),
        new Case("hasNoErrors", TraceAssert::hasNoErrors),
        new Case("hasSpanCountAtMost", trace -> trace.hasSpanCountAtMost(3)),
        new Case("allSpans", trace -> trace.allSpans(span -> span.withoutAttr("b"))),
        new Case("failedWith", trace -> trace.failedWith(new IllegalStateException())));
  }

  @ParameterizedTest
  @MethodSource("forbidding")
  void an_empty_recording_meets_nothing_that_is_forbidden(Case forbidding) {
    assertThat(failure(() -> forbidding.assertion().accept(byExporter(orders -> {}))))
        .contains("MISSING  no span at all, so nothing was judged")
        .contains("No span was recorded.");
  }

  static Stream<Case> lambdas() {
    return Stream.of(
        new Case("hasNoSpan", trace -> trace.hasNoSpan("a", span -> {})),
        new Case("allSpans", trace -> trace.allSpans(span -> {})),
        new Case("whenSpan", trace -> trace.whenSpan("charge card", span -> {})),
        new Case("thenNoSpan", trace -> trace.whenSpan("charge card").thenNoSpan("a", span -> {})),
        new Case("childOf", trace -> trace.hasSpan("charge card").childOf(span -> {})),
        new Case("descendantOf", trace -> trace.hasSpan("charge card").descendantOf(span -> {})),
        new Case("withChild", trace -> trace.hasSpan("POST /orders").withChild(span -> {})),
        new Case("withLinkTo", trace -> trace.hasSpan("POST /orders").withLinkTo(span -> {})),
        new Case(
            "withEvent",
            trace -> trace.hasSpan("charge card").withEvent("card.declined", event -> {})),
        new Case(
            "withChild",
            trace -> trace.hasSpan("SELECT stock").childOf(span -> span.withChild(child -> {}))));
  }

  @ParameterizedTest
  @MethodSource("lambdas")
  void a_lambda_that_asserts_nothing_fails(Case vacuous) {
    assertThat(failure(() -> vacuous.assertion().accept(byExporter(Orders::place))))
        .isEqualTo("The lambda given to " + vacuous.name()
            + " asserts nothing, so anything would do; call a step in it, such as withAttr");
  }
}
