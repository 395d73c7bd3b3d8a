package io.spantree.model;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one test produced, as trees.
 *
 * @param traces the traces, in the order in which they began
 * @param test the test execution; null for spans that no test recorded
 * @param lifecycle the faults that were seen happen and cannot be read off the trees
 * @param notChecked the faults that were not looked for, and why
 */
public record Recording(
    List<Trace> traces,
    @Nullable TestIdentity test,
    List<Finding> lifecycle,
    List<NotChecked> notChecked) {

  public Recording {
    traces = List.copyOf(traces);
    lifecycle = List.copyOf(lifecycle);
    notChecked = List.copyOf(notChecked);
  }

  public Recording(List<Trace> traces, @Nullable TestIdentity test) {
    this(traces, test, List.of(), List.of());
  }

  /** The same spans, with what was seen happen to them; the findings refer to these very nodes. */
  public Recording with(List<Finding> lifecycle, List<NotChecked> notChecked) {
    return new Recording(traces, test, lifecycle, notChecked);
  }

  /** Reads spans from any exporter, in any order; siblings are ordered by their start times. */
  public static Recording of(Collection<? extends SpanData> spans) {
    List<SpanNode> nodes = new ArrayList<>(spans.size());
    spans.forEach(span -> nodes.add(new SpanNode(span, null)));
    return new Recording(TreeBuilder.traces(nodes.toArray(new SpanNode[0])), null);
  }

  /** Reads spans with their evidence; siblings are ordered by the sequence of their starts. */
  public static Recording ofRecorded(Collection<RecordedSpan> spans, @Nullable TestIdentity test) {
    List<SpanNode> nodes = new ArrayList<>(spans.size());
    spans.forEach(span -> nodes.add(new SpanNode(span.data(), span.evidence())));
    return new Recording(TreeBuilder.traces(nodes.toArray(new SpanNode[0])), test);
  }

  /** All spans of all traces. */
  public List<SpanNode> spans() {
    if (traces.size() == 1) {
      return traces.get(0).spans();
    }
    List<SpanNode> all = new ArrayList<>();
    traces.forEach(trace -> all.addAll(trace.spans()));
    return all;
  }

  /** The spans under no other, of all traces, in start order within each. */
  public List<SpanNode> roots() {
    List<SpanNode> roots = new ArrayList<>();
    traces.forEach(trace -> roots.addAll(trace.roots()));
    return roots;
  }

  public boolean isEmpty() {
    return traces.isEmpty();
  }
}
