package io.spantree.samples.twins;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.samples.rewards.Spans;
import io.spantree.samples.twins.lifetime.PartnerCall;
import io.spantree.samples.twins.lifetime.VoucherPurchase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the operations are called with: small where it does not matter, large where it does. */
final class Inputs {
  static final List<String> CUSTOMERS = List.of("c-1", "c-2", "c-3", "c-4");
  static final Map<String, String> CAMPAIGNS = Map.of("myntra", "monsoon");

  /** More than the 128 attributes, events and links that OpenTelemetry keeps by default. */
  private static final int MANY = 150;

  private Inputs() {}

  static Map<String, Long> basket() {
    Map<String, Long> basket = new TreeMap<>();
    IntStream.range(0, MANY).forEach(i -> basket.put("voucher-" + i, 100L + i));
    return basket;
  }

  static Map<String, Double> signals() {
    Map<String, Double> signals = new TreeMap<>();
    IntStream.range(0, MANY).forEach(i -> signals.put("rule-" + i, 0.5));
    return signals;
  }

  static List<String> lines() {
    return IntStream.range(0, MANY).mapToObj(i -> "c-" + i + " 100").toList();
  }

  /** The contexts of as many messages, each produced in a trace of its own. */
  static List<SpanContext> causes(OpenTelemetry openTelemetry) {
    Tracer tracer = Spans.tracer(openTelemetry);
    return Stream.generate(() -> produce(tracer)).limit(MANY).toList();
  }

  private static SpanContext produce(Tracer tracer) {
    Span span = tracer
        .spanBuilder("rewards.redemptions.publish")
        .setSpanKind(SpanKind.PRODUCER)
        .setNoParent()
        .startSpan();
    span.end();
    return span.getSpanContext();
  }

  static Map<String, String> message() {
    return Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  }

  static void buyWithTooFewCoins(VoucherPurchase purchase) {
    try {
      purchase.buy(100, 4200);
    } catch (IllegalArgumentException e) {
      return; // that is how it says so
    }
    throw new IllegalStateException("bought without the coins");
  }

  /** A partner that fails after the caller has gone on. */
  static void failLater(PartnerCall.Callback callback) {
    Thread partner = new Thread(
        () -> callback.failed().accept(new IllegalStateException("partner down")), "partner");
    partner.start();
  }

  static void answerOnAnotherThread(Runnable answered) throws InterruptedException {
    Thread ledger = new Thread(answered, "ledger");
    ledger.start();
    ledger.join();
  }
}
