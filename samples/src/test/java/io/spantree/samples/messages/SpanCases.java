package io.spantree.samples.messages;

import static io.opentelemetry.sdk.testing.assertj.TracesAssert.assertThat;
import static io.spantree.assertions.TraceAssertions.assertTrace;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.test.simple.SpansAssert;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Spans that nobody looked for, events and status, and a span that never ends. */
final class SpanCases {
  private SpanCases() {}

  static List<MessageCase> all() {
    return List.of(
        new MessageCase(
            "filtered-by-typo",
            sdk -> new Shop(sdk).placeOrder(),
            SpanCases::typoPeer,
            SpanCases::typoMicrometer,
            SpanCases::typoOurs),
        new MessageCase(
            "missing-event",
            sdk -> new BrokenStock.NoEvent(sdk).placeOrder(),
            SpanCases::missingEventPeer,
            SpanCases::missingEventMicrometer,
            SpanCases::missingEventOurs),
        new MessageCase(
            "no-trace",
            sdk -> {},
            SpanCases::noTracePeer,
            SpanCases::noTraceMicrometer,
            SpanCases::missingEventOurs),
        new MessageCase(
            "wrong-status",
            sdk -> new BrokenShops.Silent(sdk).placeOrder(),
            SpanCases::wrongStatusPeer,
            null,
            SpanCases::wrongStatusOurs),
        new MessageCase(
            "never-ended",
            sdk -> new BrokenShops.NeverEnded(sdk).placeOrder(),
            SpanCases::neverEndedPeer,
            SpanCases::neverEndedMicrometer,
            NeverEndedRun::fail));
  }

  private static void typoPeer(List<SpanData> spans) {
    // snippet: filtered-by-typo-peer
    Assertions.assertThat(spans)
        .filteredOn(span -> span.getName().equals("reserve stok"))
        .allSatisfy(span -> Assertions.assertThat(span.getStatus()).isEqualTo(StatusData.error()));
    // end
  }

  private static void typoMicrometer(List<FinishedSpan> spans) {
    // snippet: filtered-by-typo-micrometer
    SpansAssert.assertThat(spans)
        .forAllSpansWithNameEqualTo("reserve stok", span -> span.hasTag("app.sku", "B-2"));
    // end
  }

  private static void typoOurs() {
    // snippet: filtered-by-typo-ours
    assertTrace().hasSpan("reserve stok").withStatus(StatusCode.ERROR);
    // end
  }

  private static void missingEventPeer(List<SpanData> spans) {
    // snippet: missing-event-peer
    assertThat(spans)
        .hasTracesSatisfyingExactly(trace -> trace.hasSpansSatisfyingExactly(
            span -> span.hasName("POST /orders"),
            span -> span.hasName("reserve stock")
                .hasEventsSatisfyingExactly(event -> event.hasName("stock.reserved")),
            span -> span.hasName("SELECT stock"),
            span -> span.hasName("charge card"),
            span -> span.hasName("POST /payments")));
    // end
  }

  private static void missingEventMicrometer(List<FinishedSpan> spans) {
    // snippet: missing-event-micrometer
    SpansAssert.assertThat(spans)
        .hasASpanWithName("reserve stock", span -> span.hasEventWithNameEqualTo("stock.reserved"));
    // end
  }

  private static void missingEventOurs() {
    // snippet: missing-event-ours
    assertTrace().hasSpan("reserve stock").withEvent("stock.reserved");
    // end
  }

  private static void noTracePeer(List<SpanData> spans) {
    missingEventPeer(spans);
  }

  private static void noTraceMicrometer(List<FinishedSpan> spans) {
    missingEventMicrometer(spans);
  }

  private static void wrongStatusPeer(List<SpanData> spans) {
    // snippet: wrong-status-peer
    assertThat(spans)
        .hasTracesSatisfyingExactly(trace -> trace.hasSpansSatisfyingExactly(
            span -> span.hasName("POST /orders"),
            span -> span.hasName("reserve stock"),
            span -> span.hasName("SELECT stock"),
            span -> span.hasName("charge card"),
            span -> span.hasName("POST /payments").hasStatus(StatusData.error())));
    // end
  }

  private static void wrongStatusOurs() {
    // snippet: wrong-status-ours
    assertTrace().hasSpan("POST /payments").withStatus(StatusCode.ERROR);
    // end
  }

  private static void neverEndedPeer(List<SpanData> spans) {
    // snippet: never-ended-peer
    Assertions.assertThat(spans)
        .extracting(SpanData::getName)
        .contains("reserve stock", "SELECT stock", "charge card", "POST /payments");
    // end
  }

  private static void neverEndedMicrometer(List<FinishedSpan> spans) {
    // snippet: never-ended-micrometer
    SpansAssert.assertThat(spans).hasASpanWithName("reserve stock").hasASpanWithName("charge card");
    // end
  }
}
