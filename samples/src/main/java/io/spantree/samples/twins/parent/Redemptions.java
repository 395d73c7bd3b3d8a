package io.spantree.samples.twins.parent;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spantree.samples.rewards.Spans;

/** The consumer of a topic: one span for each message, and within it what the message asks for. */
final class Redemptions {
  private final Tracer tracer;

  Redemptions(OpenTelemetry openTelemetry) {
    this.tracer = Spans.tracer(openTelemetry);
  }

  /** Processes a message whose producer is named by the parent. */
  void process(Context parent) {
    Span span = tracer
        .spanBuilder("rewards.redemptions.process")
        .setSpanKind(SpanKind.CONSUMER)
        .setParent(parent)
        .startSpan();
    try (Scope scope = span.makeCurrent()) {
      tracer.spanBuilder("rewards.redemption.apply").startSpan().end();
    } finally {
      span.end();
    }
  }
}
