package io.spantree.samples.twins.lifetime;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.samples.rewards.Spans;
import java.util.function.Consumer;

/** Calls a partner that answers later, by calling back. */
public final class PartnerCall {
  private final Tracer tracer;
  private final boolean endsOnFailure;

  private PartnerCall(OpenTelemetry openTelemetry, boolean endsOnFailure) {
    this.tracer = Spans.tracer(openTelemetry);
    this.endsOnFailure = endsOnFailure;
  }

  public static PartnerCall correct(OpenTelemetry openTelemetry) {
    return new PartnerCall(openTelemetry, true);
  }

  /** The span waits for an answer, and a partner that fails gives none. */
  public static PartnerCall broken(OpenTelemetry openTelemetry) {
    return new PartnerCall(openTelemetry, false);
  }

  /** What a partner calls back: one of both, once. */
  public record Callback(Consumer<String> answered, Consumer<Throwable> failed) {}

  /** Reserves a voucher with the partner, which is given the callback. */
  public void reserve(Consumer<Callback> partner) {
    Span span = tracer
        .spanBuilder("rewards.partner.reserve")
        .setSpanKind(SpanKind.CLIENT)
        .startSpan();
    partner.accept(
        new Callback(answer -> answered(span, answer), failure -> failed(span, failure)));
  }

  private static void answered(Span span, String answer) {
    span.setAttribute("partner.answer", answer);
    span.end();
  }

  private void failed(Span span, Throwable failure) {
    span.recordException(failure).setStatus(StatusCode.ERROR);
    if (endsOnFailure) {
      span.end();
    }
  }
}
