package io.spantree.assertions;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.spantree.assertions.Recorded.byCapture;
import static io.spantree.assertions.Recorded.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.spantree.outline.Outline;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step honours {@code as(…)}, and its error begins at the line that asserts. */
class DescriptionTest {

  static Stream<Consumer<SpanAssert>> steps() {
    return Stream.of(
        span -> span.withAttr("a", "x"),
        span -> span.withAttr("a", 1),
        span -> span.withAttr("a", 1.0),
        span -> span.withAttr("a", true),
        span -> span.withAttr("a", List.of("x")),
        span -> span.withAttr(longKey("a"), 1),
        span -> span.withAttr("a"),
        span -> span.withAttr(longKey("a")),
        span -> span.withAttrSatisfying("a", "anything", value -> true),
        span -> span.withAttrSatisfying(longKey("a"), "anything", value -> true),
        span -> span.withoutAttr("app.sku"),
        span -> span.withOnlyAttrs("a"),
        span -> span.withKind(SpanKind.CLIENT),
        span -> span.withStatus(StatusCode.OK),
        span -> span.withStatus(StatusCode.OK, "fine"),
        span -> span.withEvent("a"),
        span -> span.withEvent("a", event -> event.withAttr("b")),
        span -> span.and().hasSpan("charge card").as("said").withoutEvent("card.declined"),
        span -> span.withException(IOException.class),
        span -> span.withException(IOException.class, "down"),
        span -> span.withLinkTo("a"),
        span -> span.withLinkTo(target -> target.isRoot()),
        span -> span.childOf("a"),
        span -> span.childOf(parent -> parent.withAttr("a")),
        span -> span.descendantOf("a"),
        span -> span.descendantOf(above -> above.withAttr("a")),
        span -> span.withChild("a"),
        span -> span.withChild(child -> child.withAttr("a")),
        span -> span.withChildren("a"),
        SpanAssert::withoutChildren,
        SpanAssert::isRoot,
        SpanAssert::withRemoteParent,
        span -> span.withScope("a"),
        span -> span.startedBefore("a"),
        span -> span.startedAfter("charge card"),
        SpanAssert::once,
        span -> span.times(3),
        span -> span.atLeast(3),
        span -> span.atMost(1));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void a_step_on_a_span_begins_with_the_description(Consumer<SpanAssert> step) {
    SpanAssert span = byCapture(Orders::place).hasSpan("reserve stock").as("said");

    assertThat(failure(() -> step.accept(span))).startsWith("[said] Expected a span ");
    assertThat(catchThrowable(() -> step.accept(span)).getStackTrace()[0].getClassName())
        .isEqualTo(DescriptionTest.class.getName());
  }

  static Stream<Consumer<TraceAssert>> rules() {
    return Stream.of(
        trace -> trace.hasSpan("a"),
        trace -> trace.hasNoSpan("charge card"),
        trace -> trace.hasNoSpan("charge card", span -> span.withoutChildren()),
        trace -> trace.hasSpanCount(1),
        trace -> trace.hasSpanCountAtMost(1),
        TraceAssert::hasNoErrors,
        trace -> trace.failedWith(new IOException("down")),
        trace -> trace.allSpans(span -> span.withAttr("a")),
        trace -> trace.whenSpan("a"),
        trace -> trace.whenSpan("charge card").thenNoSpan("SELECT stock"),
        trace -> trace.hasShape("span a\n"),
        trace -> trace.hasExactShape("span a\n"),
        trace -> trace.hasRoots(Outline.span("a")),
        trace -> trace.matches(recording -> new Verdict.Mismatched(List.of(), "no")));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_for_the_trace_begins_with_the_description(Consumer<TraceAssert> rule) {
    TraceAssert trace = byCapture(Orders::place).as("said");

    assertThat(failure(() -> rule.accept(trace))).startsWith("[said] ");
    assertThat(catchThrowable(() -> rule.accept(trace)).getStackTrace()[0].getClassName())
        .isEqualTo(DescriptionTest.class.getName());
  }
}
