package io.spantree.samples.messages;

import static io.opentelemetry.sdk.testing.assertj.TracesAssert.assertThat;
import static io.spantree.assertions.TraceAssertions.assertTrace;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.test.simple.SpansAssert;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;

/** Spans under another name, in another place, in another order. */
final class PlaceCases {
  private PlaceCases() {}

  static List<MessageCase> all() {
    return List.of(
        new MessageCase(
            "renamed",
            sdk -> new BrokenShops.Renamed(sdk).placeOrder(),
            PlaceCases::renamedPeer,
            PlaceCases::renamedMicrometer,
            PlaceCases::renamedOurs),
        new MessageCase(
            "wrong-parent",
            sdk -> new BrokenStock.NotCurrent(sdk).placeOrder(),
            PlaceCases::wrongParentPeer,
            PlaceCases::wrongParentMicrometer,
            PlaceCases::wrongParentOurs),
        new MessageCase(
            "lost-context",
            sdk -> new BrokenStock.BarePool(sdk).placeOrder(),
            PlaceCases::lostContextPeer,
            PlaceCases::lostContextMicrometer,
            PlaceCases::lostContextOurs),
        new MessageCase(
            "other-order",
            sdk -> new BrokenShops.OtherOrder(sdk).placeOrder(),
            PlaceCases::otherOrderPeer,
            null,
            PlaceCases::otherOrderOurs));
  }

  private static void renamedPeer(List<SpanData> spans) {
    // snippet: renamed-peer
    assertThat(spans)
        .hasTracesSatisfyingExactly(trace -> trace.hasSpansSatisfyingExactly(
            span -> span.hasName("POST /orders").hasKind(SpanKind.SERVER).hasNoParent(),
            span -> span.hasName("reserve stock").hasParent(trace.getSpan(0)),
            span -> span.hasName("SELECT stock").hasParent(trace.getSpan(1)),
            span -> span.hasName("charge card").hasParent(trace.getSpan(0)),
            span -> span.hasName("POST /payments").hasParent(trace.getSpan(3))));
    // end
  }

  private static void renamedMicrometer(List<FinishedSpan> spans) {
    // snippet: renamed-micrometer
    SpansAssert.assertThat(spans).hasASpanWithName("charge card");
    // end
  }

  private static void renamedOurs() {
    // snippet: renamed-ours
    assertTrace().hasShape("""
            span "POST /orders" SERVER
            span > "reserve stock"
            span >> "SELECT stock" CLIENT
            span > "charge card"
            span >> "POST /payments" CLIENT
            """);
    // end
  }

  private static void wrongParentPeer(List<SpanData> spans) {
    // snippet: wrong-parent-peer
    assertThat(spans)
        .hasTracesSatisfyingExactly(trace -> trace.hasSpansSatisfyingExactly(
            span -> span.hasName("POST /orders").hasNoParent(),
            span -> span.hasName("reserve stock").hasParent(trace.getSpan(0)),
            span -> span.hasName("SELECT stock").hasParent(trace.getSpan(1)),
            span -> span.hasName("charge card").hasParent(trace.getSpan(0)),
            span -> span.hasName("POST /payments").hasParent(trace.getSpan(3))));
    // end
  }

  private static void wrongParentMicrometer(List<FinishedSpan> spans) {
    // snippet: wrong-parent-micrometer
    FinishedSpan reserve = spans.stream()
        .filter(span -> span.getName().equals("reserve stock"))
        .findFirst()
        .orElseThrow();
    SpansAssert.assertThat(spans)
        .hasASpanWithName("SELECT stock", span -> span.hasParentIdEqualTo(reserve.getSpanId()));
    // end
  }

  private static void wrongParentOurs() {
    // snippet: wrong-parent-ours
    assertTrace().hasSpan("SELECT stock").childOf("reserve stock");
    // end
  }

  private static void lostContextPeer(List<SpanData> spans) {
    // snippet: lost-context-peer
    assertThat(spans)
        .hasTracesSatisfyingExactly(trace -> trace.hasSpansSatisfyingExactlyInAnyOrder(
            span -> span.hasName("POST /orders").hasNoParent(),
            span -> span.hasName("reserve stock"),
            span -> span.hasName("SELECT stock"),
            span -> span.hasName("charge card"),
            span -> span.hasName("POST /payments")));
    // end
  }

  private static void lostContextMicrometer(List<FinishedSpan> spans) {
    // snippet: lost-context-micrometer
    SpansAssert.assertThat(spans).haveSameTraceId();
    // end
  }

  private static void lostContextOurs() {
    // snippet: lost-context-ours
    assertTrace().hasSpan("reserve stock").childOf("POST /orders");
    // end
  }

  private static void otherOrderPeer(List<SpanData> spans) {
    // snippet: other-order-peer
    assertThat(spans)
        .hasTracesSatisfyingExactly(trace -> trace.hasSpansSatisfyingExactly(
            span -> span.hasName("POST /orders"),
            span -> span.hasName("reserve stock"),
            span -> span.hasName("SELECT stock"),
            span -> span.hasName("charge card"),
            span -> span.hasName("POST /payments")));
    // end
  }

  private static void otherOrderOurs() {
    // snippet: other-order-ours
    assertTrace().hasShape("""
            span "POST /orders" SERVER ordered
            span > "reserve stock"
            span > "charge card"
            """);
    // end
  }
}
