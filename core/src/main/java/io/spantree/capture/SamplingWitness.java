package io.spantree.capture;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sees the spans that no processor sees: those that the sampler drops. */
final class SamplingWitness implements Sampler {
  private final Sampler sampler;
  private final Function<Context, @Nullable SpanCapture> owner;

  /**
   * Decides as the capture of a span does.
   *
   * @param sampler decides for the spans of no capture
   * @param owner finds the capture of a span by its parent context
   */
  SamplingWitness(Sampler sampler, Function<Context, @Nullable SpanCapture> owner) {
    this.sampler = sampler;
    this.owner = owner;
  }

  @Override
  public SamplingResult shouldSample(
      Context parentContext,
      String traceId,
      String name,
      SpanKind spanKind,
      Attributes attributes,
      List<LinkData> parentLinks) {
    SpanCapture capture = owner.apply(parentContext);
    Sampler deciding = capture == null ? sampler : capture.adoption().sampler();
    SamplingResult result =
        deciding.shouldSample(parentContext, traceId, name, spanKind, attributes, parentLinks);
    if (capture != null && result.getDecision() == SamplingDecision.DROP) {
      SpanContext parent = Span.fromContext(parentContext).getSpanContext();
      capture.sampledOut().saw(parent, traceId, name);
    }
    return result;
  }

  @Override
  public String getDescription() {
    return sampler.getDescription();
  }
}
