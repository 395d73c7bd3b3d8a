package io.spantree.assertions;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.spantree.assertions.Recorded.byExporter;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Events: of one event all that is asked must hold. */
class EventStepsTest {

  @Test
  void accepts_an_event_with_attributes() {
    retries()
        .withEvent("retry")
        .withEvent("retry", event -> event.withAttr("attempt", 2).withAttr("reason", "timeout"))
        .withEvent("retry", event -> {
          event.withAttr(longKey("attempt"), 1);
          event.withOnlyAttrs("attempt");
        })
        .withEvent("retry", event -> event.withoutAttr("reason"))
        .withEvent(
            "retry", event -> event.withAttrSatisfying("attempt", "above 1", n -> (Long) n > 1))
        .withoutEvent("gave up")
        .once();
  }

  @Test
  void asks_all_of_one_and_the_same_event() {
    assertThat(findings(span -> span.withEvent(
            "retry", event -> event.withAttr("attempt", 1).withAttr("reason", "timeout"))))
        .containsExactly("ATTRIBUTE_MISSING charge event retry reason");
  }

  @Test
  void fails_with_the_reasons_of_the_event_that_comes_nearest() {
    assertThat(findings(span -> span.withEvent(
            "retry", event -> event.withAttr("attempt", 3).withAttr("reason", "timeout"))))
        .containsExactly("ATTRIBUTE_VALUE charge event retry attempt");
    assertThat(
            findings(span -> span.withEvent("retry", event -> event.withOnlyAttrs("attempt", "x"))))
        .containsExactly("ATTRIBUTE_MISSING charge event retry x");
  }

  @Test
  void fails_when_no_event_has_the_name() {
    Consumer<EventConditions> first = event -> event.withAttr("attempt", 1);

    assertThat(findings(span -> span.withEvent("retried")))
        .containsExactly("EVENT_MISSING charge event retried");
    assertThat(findings(span -> span.withEvent("retried", first)))
        .containsExactly("EVENT_MISSING charge event retried");
  }

  @Test
  void fails_on_each_event_that_should_not_be_there() {
    assertThat(findings(span -> span.withoutEvent("retry")))
        .containsExactly(
            "EVENT_UNEXPECTED charge event retry", "EVENT_UNEXPECTED charge event retry");
  }

  private static List<String> findings(Consumer<SpanAssert> steps) {
    return Recorded.findings(EventStepsTest::retry, trace -> steps.accept(trace.hasSpan("charge")))
        .stream()
        .map(Recorded::brief)
        .toList();
  }

  private static SpanAssert retries() {
    return byExporter(EventStepsTest::retry).hasSpan("charge");
  }

  private static void retry(Orders orders) {
    orders
        .span("charge")
        .addEvent("retry", Attributes.of(longKey("attempt"), 1L))
        .addEvent("retry", Attributes.of(longKey("attempt"), 2L, stringKey("reason"), "timeout"))
        .end();
  }
}
