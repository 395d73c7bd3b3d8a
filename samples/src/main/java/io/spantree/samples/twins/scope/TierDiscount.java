package io.spantree.samples.twins.scope;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.samples.rewards.Spans;

/** Computes the discount of a customer's tier. */
public final class TierDiscount {
  private final Tracer tracer;
  private final boolean closes;

  private TierDiscount(OpenTelemetry openTelemetry, boolean closes) {
    this.tracer = Spans.tracer(openTelemetry);
    this.closes = closes;
  }

  public static TierDiscount correct(OpenTelemetry openTelemetry) {
    return new TierDiscount(openTelemetry, true);
  }

  /** Nobody keeps the scope: whatever the thread does next is a child of this span. */
  public static TierDiscount broken(OpenTelemetry openTelemetry) {
    return new TierDiscount(openTelemetry, false);
  }

  public long discount(long price) {
    Span span = tracer.spanBuilder("rewards.tier.discount").startSpan();
    return closes ? Spans.within(span, () -> price / 10) : discountWithoutEnd(price, span);
  }

  // snippet: never-closed
  @SuppressWarnings("MustBeClosedChecker") // that is the fault
  private static long discountWithoutEnd(long price, Span span) {
    span.makeCurrent();
    try {
      return price / 10;
    } finally {
      span.end();
    }
  }
  // end
}
