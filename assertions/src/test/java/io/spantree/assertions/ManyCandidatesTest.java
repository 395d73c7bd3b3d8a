package io.spantree.assertions;

import static io.spantree.assertions.Recorded.byCapture;
import static io.spantree.assertions.Recorded.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of many candidates the text tells the nearest, and stays short. */
class ManyCandidatesTest {
  private static final TraceAssert THOUSAND = byCapture(orders -> orders.within("order", () -> {
    for (int i = 0; i < 1_000; i++) {
      orders.span("item").setAttribute("n", i).setAttribute("even", i % 2 == 0).end();
    }
  }));

  static Stream<Consumer<TraceAssert>> failing() {
    return Stream.of(
        trace -> trace.hasSpan("item").withAttr("n", -1),
        trace -> trace.hasSpan("item").withAttr("n", 7).withAttr("even", true),
        trace -> trace.hasSpan("item").withAttr("even", true).withAttr("n", 7),
        trace -> trace.hasSpan("item").withoutAttr("n"),
        trace -> trace.hasSpan("item").withOnlyAttrs("even"),
        trace -> trace.hasSpan("item").childOf("shop"),
        trace -> trace.hasSpan("item").childOf(span -> span.withAttr("id")),
        trace -> trace.hasSpan("item").withChild("item"),
        trace -> trace.hasSpan("item").startedBefore("order"),
        trace -> trace.hasSpan("item").withEvent("sold"),
        trace -> trace.hasSpan("item").once(),
        trace -> trace.hasSpan("item").atMost(3),
        trace -> trace.hasSpan("order").withoutChildren(),
        trace -> trace.hasSpan("order").withChildren("item", "price"),
        trace -> trace.hasNoSpan("item"),
        trace -> trace.allSpans(span -> span.withAttr("id")),
        trace -> trace.hasSpanCountAtMost(10));
  }

  @ParameterizedTest
  @MethodSource("failing")
  void the_text_stays_short(Consumer<TraceAssert> assertion) {
    String message = failure(() -> assertion.accept(THOUSAND));

    assertThat(message.length()).as(message).isLessThanOrEqualTo(2_000);
    assertThat(message.lines().count()).as(message).isLessThanOrEqualTo(45);
  }

  @Test
  void the_nearest_candidate_is_told_first() {
    assertThat(failure(() -> THOUSAND.hasSpan("item").withAttr("n", 7).withAttr("even", true)))
        .contains(": 1000 findings\n\n  ATTRIBUTE VALUE  order > item: even: expected true (bool)")
        .containsPattern("… and 9\\d\\d more: 9\\d\\d ATTRIBUTE VALUE");
  }
}
