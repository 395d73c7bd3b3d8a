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
import io.spantree.model.FindingKind;
import io.spantree.model.Moment.Act;
import io.spantree.model.Term;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sees the spans that no processor sees: those dropped because of their parent. */
final class SamplingWatch implements Sampler {
  private final Sampler sampler;
  private final Faults faults;
  private final Set<String> traces = ConcurrentHashMap.newKeySet();

  SamplingWatch(Sampler sampler, Faults faults) {
    this.sampler = sampler;
    this.faults = faults;
  }

  @Override
  public SamplingResult shouldSample(
      Context parentContext,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    SamplingResult result =
        sampler.shouldSample(parentContext, traceId, name, kind, attributes, links);
    if (result.getDecision() == SamplingDecision.DROP) {
      dropped(Span.fromContext(parentContext).getSpanContext(), traceId, name);
    }
    return result;
  }

  /** Below the first span of a trace the others are dropped for the same cause. */
  private void dropped(SpanContext parent, String traceId, String name) {
    if (parent.isValid() && !parent.isSampled() && traces.add(traceId)) {
      faults.add(new Fault(
          FindingKind.SAMPLED_OUT,
          name,
          null,
          Term.of(parent.isRemote() ? "remote" : "local"),
          List.of(Fault.moment(Act.STARTED))));
    }
  }

  @Override
  public String getDescription() {
    return sampler.getDescription();
  }
}
