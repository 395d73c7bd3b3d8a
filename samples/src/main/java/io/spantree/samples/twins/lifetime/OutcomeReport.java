package io.spantree.samples.twins.lifetime;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.samples.rewards.Spans;

/** Decides on a redemption, and reports the outcome on its span. */
public final class OutcomeReport {
  private final Tracer tracer;
  private final boolean reportsWithin;

  private OutcomeReport(OpenTelemetry openTelemetry, boolean reportsWithin) {
    this.tracer = Spans.tracer(openTelemetry);
    this.reportsWithin = reportsWithin;
  }

  public static OutcomeReport correct(OpenTelemetry openTelemetry) {
    return new OutcomeReport(openTelemetry, true);
  }

  /** The outcome is known when the helper that ends the span has returned. */
  public static OutcomeReport broken(OpenTelemetry openTelemetry) {
    return new OutcomeReport(openTelemetry, false);
  }

  // snippet: after-end
  public void decide(long coins) {
    Span span = tracer.spanBuilder("rewards.redemption.decide").startSpan();
    if (reportsWithin) {
      Spans.within(span, () -> report(span, outcome(coins)));
    } else {
      report(span, Spans.within(span, () -> outcome(coins)));
    }
  }
  // end

  private static String outcome(long coins) {
    return coins > 3000 ? "queued" : "applied";
  }

  private static String report(Span span, String outcome) {
    span.setAttribute("redemption.outcome", outcome);
    span.addEvent("rewards.redemption.decided");
    return outcome;
  }
}
