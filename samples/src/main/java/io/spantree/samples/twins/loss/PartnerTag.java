package io.spantree.samples.twins.loss;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.samples.rewards.Spans;
import org.jspecify.annotations.Nullable;

/** Tags redemptions with the partner; those of the house have none. */
public final class PartnerTag {
  private final Tracer tracer;
  private final boolean saysNone;

  private PartnerTag(OpenTelemetry openTelemetry, boolean saysNone) {
    this.tracer = Spans.tracer(openTelemetry);
    this.saysNone = saysNone;
  }

  public static PartnerTag correct(OpenTelemetry openTelemetry) {
    return new PartnerTag(openTelemetry, true);
  }

  /** OpenTelemetry takes a null for nothing said, and says nothing of it. */
  public static PartnerTag broken(OpenTelemetry openTelemetry) {
    return new PartnerTag(openTelemetry, false);
  }

  public void tag(@Nullable String partner) {
    Span span = tracer.spanBuilder("rewards.partner.tag").startSpan();
    span.setAttribute("redemption.partner", partner == null && saysNone ? "none" : partner);
    span.end();
  }
}
