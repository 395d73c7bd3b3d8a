package io.spantree.capture;

import io.opentelemetry.api.trace.SpanContext;
import io.spantree.model.FindingKind;
import io.spantree.model.Moment.Act;
import io.spantree.model.Term;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The spans of one capture that no processor saw, because the sampler dropped them. */
final class SampledOut {
  private final Faults faults;
  private final Set<String> traces = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();

  SampledOut(Faults faults) {
    this.faults = faults;
  }

  /**
   * Below the first span of a trace the others are dropped for the same cause: the lost flag of its
   * parent, or the sampler's own choice, which is no fault.
   */
  void saw(SpanContext parent, String traceId, String name) {
    count.incrementAndGet();
    if (traces.add(traceId) && parent.isValid() && !parent.isSampled()) {
      faults.add(new Fault(
          FindingKind.SAMPLED_OUT,
          name,
          null,
          Term.of(parent.isRemote() ? "remote" : "local"),
          List.of(Fault.moment(Act.STARTED))));
    }
  }

  int count() {
    return count.get();
  }
}
