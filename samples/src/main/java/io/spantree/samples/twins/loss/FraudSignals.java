package io.spantree.samples.twins.loss;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.samples.rewards.Spans;
import java.util.Map;

/** Scores a redemption by many signals, and says in an event what the score came from. */
public final class FraudSignals {
  private final Tracer tracer;
  private final boolean bounded;

  private FraudSignals(OpenTelemetry openTelemetry, boolean bounded) {
    this.tracer = Spans.tracer(openTelemetry);
    this.bounded = bounded;
  }

  public static FraudSignals correct(OpenTelemetry openTelemetry) {
    return new FraudSignals(openTelemetry, true);
  }

  /** An attribute for each signal: an event has no more room for them than a span. */
  public static FraudSignals broken(OpenTelemetry openTelemetry) {
    return new FraudSignals(openTelemetry, false);
  }

  public void score(Map<String, Double> signals) {
    Span span = tracer.spanBuilder("rewards.fraud.score").startSpan();
    AttributesBuilder attributes = Attributes.builder();
    double sum = 0;
    for (Map.Entry<String, Double> signal : signals.entrySet()) {
      sum += signal.getValue();
      if (!bounded) {
        attributes.put("fraud.signal." + signal.getKey(), signal.getValue());
      }
    }
    span.addEvent("fraud.scored", attributes.put("fraud.score", sum).build());
    span.end();
  }
}
