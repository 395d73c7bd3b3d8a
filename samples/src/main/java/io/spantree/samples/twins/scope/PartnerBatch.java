package io.spantree.samples.twins.scope;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.spantree.samples.rewards.Spans;

/** Settles the redemptions of one partner, whose name travels in the baggage. */
public final class PartnerBatch {
  private final Tracer tracer;
  private final boolean innerFirst;

  private PartnerBatch(OpenTelemetry openTelemetry, boolean innerFirst) {
    this.tracer = Spans.tracer(openTelemetry);
    this.innerFirst = innerFirst;
  }

  public static PartnerBatch correct(OpenTelemetry openTelemetry) {
    return new PartnerBatch(openTelemetry, true);
  }

  /** What was opened first is closed first. */
  public static PartnerBatch broken(OpenTelemetry openTelemetry) {
    return new PartnerBatch(openTelemetry, false);
  }

  @SuppressWarnings("MustBeClosedChecker") // closed in an order that is to be chosen
  // snippet: wrong-order
  public void settle(String partner) {
    Span span = tracer.spanBuilder("rewards.batch.settle").startSpan();
    Scope outer = span.makeCurrent();
    Scope inner = Baggage.builder().put("partner", partner).build().makeCurrent();
    tracer.spanBuilder("rewards.batch.book").startSpan().end();
    if (innerFirst) {
      inner.close();
      outer.close();
    } else {
      outer.close();
      inner.close();
    }
    span.end();
  }
  // end
}
