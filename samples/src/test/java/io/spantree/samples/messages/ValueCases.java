package io.spantree.samples.messages;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.satisfies;
import static io.opentelemetry.sdk.testing.assertj.TracesAssert.assertThat;
import static io.spantree.assertions.TraceAssertions.assertTrace;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.test.simple.SpansAssert;
import io.opentelemetry.sdk.testing.assertj.SpanDataAssert;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.function.Consumer;

/** Attributes that are not as they were. */
final class ValueCases {
  private ValueCases() {}

  static List<MessageCase> all() {
    return List.of(
        new MessageCase(
            "wrong-value",
            sdk -> new BrokenStock.OtherValue(sdk).placeOrder(),
            ValueCases::wrongValuePeer,
            ValueCases::wrongValueMicrometer,
            ValueCases::wrongValueOurs),
        new MessageCase(
            "wrong-type",
            sdk -> new BrokenShops.OtherType(sdk).placeOrder(),
            ValueCases::wrongTypePeer,
            null,
            ValueCases::wrongTypeOurs),
        new MessageCase(
            "missing-key",
            sdk -> new BrokenStock.OtherKey(sdk).placeOrder(),
            ValueCases::missingKeyPeer,
            ValueCases::missingKeyMicrometer,
            ValueCases::missingKeyOurs),
        new MessageCase(
            "satisfies-missing-key",
            sdk -> new BrokenStock.OtherKey(sdk).placeOrder(),
            ValueCases::satisfiesPeer,
            null,
            ValueCases::satisfiesOurs));
  }

  /** The span at a place among the five of a trace. */
  private static void onSpan(List<SpanData> spans, int index, Consumer<SpanDataAssert> check) {
    Consumer<SpanDataAssert> any = span -> {};
    assertThat(spans)
        .hasTracesSatisfyingExactly(trace -> trace.hasSpansSatisfyingExactly(
            index == 0 ? check : any,
            index == 1 ? check : any,
            index == 2 ? check : any,
            index == 3 ? check : any,
            index == 4 ? check : any));
  }

  private static void wrongValuePeer(List<SpanData> spans) {
    // snippet: wrong-value-peer
    Consumer<SpanDataAssert> reserveStock =
        span -> span.hasName("reserve stock").hasAttribute(longKey("app.quantity"), 2L);
    // end
    onSpan(spans, 1, reserveStock);
  }

  private static void wrongValueMicrometer(List<FinishedSpan> spans) {
    // snippet: wrong-value-micrometer
    SpansAssert.assertThat(spans)
        .hasASpanWithName("reserve stock", span -> span.hasTag("app.quantity", "2"));
    // end
  }

  private static void wrongValueOurs() {
    // snippet: wrong-value-ours
    assertTrace().hasSpan("reserve stock").withAttr("app.quantity", 2);
    // end
  }

  private static void wrongTypePeer(List<SpanData> spans) {
    // snippet: wrong-type-peer
    Consumer<SpanDataAssert> chargeCard =
        span -> span.hasName("charge card").hasAttribute(longKey("payment.amount"), 4200L);
    // end
    onSpan(spans, 3, chargeCard);
  }

  private static void wrongTypeOurs() {
    // snippet: wrong-type-ours
    assertTrace().hasSpan("charge card").withAttr("payment.amount", 4200);
    // end
  }

  private static void missingKeyPeer(List<SpanData> spans) {
    // snippet: missing-key-peer
    Consumer<SpanDataAssert> reserveStock =
        span -> span.hasName("reserve stock").hasAttribute(stringKey("app.sku"), "A-1");
    // end
    onSpan(spans, 1, reserveStock);
  }

  private static void missingKeyMicrometer(List<FinishedSpan> spans) {
    // snippet: missing-key-micrometer
    SpansAssert.assertThat(spans)
        .hasASpanWithName("reserve stock", span -> span.hasTag("app.sku", "A-1"));
    // end
  }

  private static void missingKeyOurs() {
    // snippet: missing-key-ours
    assertTrace().hasSpan("reserve stock").withAttr("app.sku", "A-1");
    // end
  }

  private static void satisfiesPeer(List<SpanData> spans) {
    // snippet: satisfies-missing-key-peer
    Consumer<SpanDataAssert> reserveStock = span -> span.hasName("reserve stock")
        .hasAttributesSatisfying(satisfies(stringKey("app.sku"), sku -> {}));
    // end
    onSpan(spans, 1, reserveStock);
  }

  private static void satisfiesOurs() {
    // snippet: satisfies-missing-key-ours
    assertTrace()
        .hasSpan("reserve stock")
        .withAttrSatisfying(stringKey("app.sku"), "a stock number", sku -> sku.startsWith("A-"));
    // end
  }
}
