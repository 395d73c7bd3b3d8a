package io.spantree.samples.twins.hop;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.spantree.samples.rewards.Spans;
import java.util.concurrent.CompletableFuture;

/** Tells a partner of a redemption, on whatever thread a future without an executor takes. */
public final class PartnerPush {
  private final Tracer tracer;
  private final Carrying carrying;

  private PartnerPush(OpenTelemetry openTelemetry, Carrying carrying) {
    this.tracer = Spans.tracer(openTelemetry);
    this.carrying = carrying;
  }

  public static PartnerPush correct(OpenTelemetry openTelemetry) {
    return new PartnerPush(openTelemetry, Carrying.CONTEXT);
  }

  /** The common pool belongs to nobody, so nobody wraps it. */
  public static PartnerPush broken(OpenTelemetry openTelemetry) {
    return new PartnerPush(openTelemetry, Carrying.NOTHING);
  }

  /** Confirms a redemption, and returns when the partner knows of it. */
  public void confirm(String partner) throws InterruptedException {
    Span span = tracer.spanBuilder("rewards.redemption.confirm").startSpan();
    try (Scope scope = span.makeCurrent()) {
      Finished.await(CompletableFuture.runAsync(carrying.task(() -> push(partner))));
    } finally {
      span.end();
    }
  }

  private void push(String partner) {
    Span span =
        tracer.spanBuilder("rewards.partner.push").setSpanKind(SpanKind.CLIENT).startSpan();
    span.setAttribute("redemption.partner", partner);
    span.end();
  }
}
