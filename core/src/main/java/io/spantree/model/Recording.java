package io.spantree.model;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that one test produced, as trees.
 *
 * @param traces the traces, in the order in which they began
 * @param test the test execution; null for spans that no test recorded
 * @param lifecycle the faults that were seen happen and cannot be read off the trees
 * @param notChecked the faults that were not looked for, and why
 * @param reading what the traces leave out, and how it was waited for them
 */
public record Recording(
    List<Trace> traces,
    @Nullable TestIdentity test,
    List<Finding> lifecycle,
    List<NotChecked> notChecked,
    Reading reading) {

  public Recording {
    traces = List.copyOf(traces);
    lifecycle = List.copyOf(lifecycle);
    notChecked = List.copyOf(notChecked);
  }

  public Recording(List<Trace> traces, @Nullable TestIdentity test) {
    this(traces, test, List.of(), List.of(), Reading.WHOLE);
  }

  /** The same spans, with what was seen happen to them; the findings refer to these very nodes. */
  public Recording with(List<Finding> lifecycle, List<NotChecked> notChecked) {
    return new Recording(traces, test, lifecycle, notChecked, reading);
  }

  /** The same spans, of which some were still open, or still coming, after a wait. */
  public Recording gaveUpAfter(Duration wait, List<SpanNode> unfinished, List<SpanNode> unsettled) {
    Reading read = new Reading(reading.ignored(), reading.fixture(), wait, unfinished, unsettled);
    return new Recording(traces, test, lifecycle, notChecked, read);
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

  /**
   * Leaves noise out: what is below an ignored span hangs from its nearest kept ancestor.
   *
   * <p>Findings stay as they are.
   */
  public Recording ignoring(Predicate<? super SpanNode> noise) {
    List<SpanNode> spans = spans();
    boolean[] out = new boolean[spans.size()];
    int count = 0;
    for (SpanNode span : spans) {
      out[span.index()] = noise.test(span);
      count += out[span.index()] ? 1 : 0;
    }
    return count == 0 ? this : without(out, count, 0);
  }

  /**
   * What the test itself caused: the spans that began in its body, and all that these are below.
   *
   * <p>Spans of which the phase is not known count as the body's.
   */
  public Recording ofBody() {
    List<SpanNode> spans = spans();
    boolean[] out = new boolean[spans.size()];
    Arrays.fill(out, true);
    int count = spans.size();
    for (SpanNode span : spans) {
      if (span.evidence().filter(seen -> seen.phase() == Phase.FIXTURE).isEmpty()) {
        for (SpanNode at = span; at != null && out[at.index()]; at = at.parent()) {
          out[at.index()] = false;
          count--;
        }
      }
    }
    return count == 0 ? this : without(out, 0, count);
  }

  private Recording without(boolean[] out, int ignored, int fixture) {
    Pruning pruning = new Pruning(this, out);
    List<Trace> rest = pruning.traces();
    Reading read = reading.with(
        ignored,
        fixture,
        pruning.copiesOf(reading.unfinished()),
        pruning.copiesOf(reading.unsettled()));
    return new Recording(rest, test, lifecycle, notChecked, read);
  }

  /** One of the traces, as it was read with the others. */
  public Recording only(Trace trace) {
    return new Recording(List.of(trace), test, List.of(), List.of(), reading);
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
