package io.spantree.golden;

import io.spantree.compare.Alignment;
import io.spantree.compare.Comparison;
import io.spantree.compare.ExpectedSpan;
import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import io.spantree.model.Trace;
import io.spantree.outline.Multiplicity;
import io.spantree.outline.OpenPart;
import io.spantree.outline.Outline;
import io.spantree.outline.OutlineFold;
import io.spantree.outline.SpanLine;
import io.spantree.outline.TraceOutline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a golden becomes when a run is accepted: satisfied matchers, comments, order and counts of
 * the golden stay, the rest is as recorded. A diff of the two files shows the real change alone.
 */
final class Merge {
  private final Comparison comparison;
  private final Alignment alignment;
  private final Set<SpanNode> changed = new HashSet<>();
  private final MergedLine merged;

  private Merge(Comparison comparison) {
    this.comparison = comparison;
    this.alignment = comparison.alignment();
    this.merged = new MergedLine(comparison);
    for (Finding finding : comparison.findings()) {
      for (SpanNode at = finding.span(); at != null && changed.add(at); ) {
        at = at.parent();
      }
    }
  }

  static Outline of(Comparison comparison) {
    return new Merge(comparison).merge();
  }

  private Outline merge() {
    Outline golden = comparison.outline();
    List<TraceOutline> traces = new ArrayList<>();
    for (List<SpanNode> roots : rootsByTrace()) {
      List<SpanLine> lines = OutlineFold.fold(walk(roots));
      if (!lines.isEmpty()) {
        traces.add(trace(roots.get(0), lines));
      }
    }
    return new Outline(withNames(folded(traces)), golden.moreTraces(), golden.comments());
  }

  /** The recorded traces in the order of the golden's; new ones last. */
  private List<List<SpanNode>> rootsByTrace() {
    Map<Integer, List<List<SpanNode>>> byRank = new TreeMap<>();
    for (Trace trace : comparison.recording().traces()) {
      ExpectedSpan line = alignment.expectedOf(trace.roots().get(0));
      if (line != null || !comparison.outline().moreTraces()) {
        int rank = line == null ? Integer.MAX_VALUE : line.trace();
        byRank.computeIfAbsent(rank, r -> new ArrayList<>()).add(trace.roots());
      }
    }
    List<List<SpanNode>> ordered = new ArrayList<>();
    byRank.values().forEach(ordered::addAll);
    return ordered;
  }

  private TraceOutline trace(SpanNode root, List<SpanLine> lines) {
    ExpectedSpan line = alignment.expectedOf(root);
    if (line == null || line.parent() != null) {
      return new TraceOutline(root.name(), Multiplicity.ONCE, lines, List.of());
    }
    TraceOutline golden = comparison.outline().traces().get(line.trace());
    String name = golden.name() == null ? root.name() : golden.name();
    return new TraceOutline(name, Multiplicity.ONCE, lines, golden.comments());
  }

  /** Equal traces become one with a count, unless labels tell them apart. */
  private static List<TraceOutline> folded(List<TraceOutline> traces) {
    Map<TraceOutline, Integer> counts = new LinkedHashMap<>();
    List<TraceOutline> folded = new ArrayList<>();
    for (TraceOutline trace : traces) {
      boolean labelled = trace.spans().stream().anyMatch(line -> line.label() != null);
      if (labelled || counts.merge(trace, 1, Integer::sum) == 1) {
        folded.add(trace);
      }
    }
    folded.replaceAll(trace -> new TraceOutline(
        trace.name(),
        Multiplicity.exactly(counts.getOrDefault(trace, 1)),
        trace.spans(),
        trace.comments()));
    return folded;
  }

  /** A single trace needs no name unless the golden gave it one. */
  private List<TraceOutline> withNames(List<TraceOutline> traces) {
    List<TraceOutline> golden = comparison.outline().traces();
    boolean named = golden.stream().anyMatch(trace -> trace.name() != null);
    if (named || traces.size() != 1 || !traces.get(0).multiplicity().equals(Multiplicity.ONCE)) {
      return traces;
    }
    TraceOutline only = traces.get(0);
    return List.of(new TraceOutline(null, Multiplicity.ONCE, only.spans(), only.comments()));
  }

  /** One or several equal recorded spans that become one line. */
  private record Step(SpanNode span, int depth, Multiplicity multiplicity) {}

  private List<SpanLine> walk(List<SpanNode> roots) {
    List<SpanLine> lines = new ArrayList<>();
    Deque<Step> open = new ArrayDeque<>();
    push(steps(null, roots, 0), open);
    while (!open.isEmpty()) {
      Step step = open.pop();
      lines.add(merged.of(step.span(), step.depth(), step.multiplicity()));
      ExpectedSpan line = alignment.expectedOf(step.span());
      push(steps(line, step.span().children(), step.depth() + 1), open);
    }
    return lines;
  }

  private static void push(List<Step> steps, Deque<Step> open) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      open.push(steps.get(i));
    }
  }

  /** Siblings in the golden's order; what is new stands behind what was recorded before it. */
  private List<Step> steps(@Nullable ExpectedSpan parent, List<SpanNode> spans, int depth) {
    Map<ExpectedSpan, List<SpanNode>> equal = new LinkedHashMap<>();
    for (SpanNode span : spans) {
      ExpectedSpan line = alignment.expectedOf(span);
      if (line != null && line.parent() == parent && !changed.contains(span)) {
        equal.computeIfAbsent(line, l -> new ArrayList<>(1)).add(span);
      }
    }
    List<Step> steps = new ArrayList<>();
    List<Double> ranks = new ArrayList<>();
    double rank = -1;
    for (SpanNode span : spans) {
      ExpectedSpan line = alignment.expectedOf(span);
      boolean known = line != null && line.parent() == parent;
      rank = known ? siblings(parent).indexOf(line) : Math.floor(rank) + 0.5;
      Multiplicity multiplicity = known ? multiplicity(span, line, equal) : Multiplicity.ONCE;
      boolean hidden = parent != null && line == null && isOpen(parent) && !changed.contains(span);
      if (multiplicity != null && !hidden) {
        steps.add(new Step(span, depth, multiplicity));
        ranks.add(rank);
      }
    }
    boolean ordered = parent != null && parent.line().ordered();
    return ordered ? steps : sorted(steps, ranks);
  }

  private List<ExpectedSpan> siblings(@Nullable ExpectedSpan parent) {
    return parent == null ? comparison.roots() : parent.children();
  }

  private static boolean isOpen(ExpectedSpan parent) {
    return parent.line().open().contains(OpenPart.CHILDREN);
  }

  /** The golden's count where it still holds, once for all equal spans; null for the others. */
  private @Nullable Multiplicity multiplicity(
      SpanNode span, ExpectedSpan line, Map<ExpectedSpan, List<SpanNode>> equal) {
    List<SpanNode> same = equal.getOrDefault(line, List.of());
    boolean holds = !changed.contains(span) && line.multiplicity().allows(same.size());
    if (!holds) {
      return Multiplicity.ONCE;
    }
    return same.get(0) == span ? line.multiplicity() : null;
  }

  private static List<Step> sorted(List<Step> steps, List<Double> ranks) {
    Map<Step, Double> rankOf = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      rankOf.put(steps.get(i), ranks.get(i));
    }
    List<Step> sorted = new ArrayList<>(steps);
    sorted.sort(Comparator.comparing(rankOf::get));
    return sorted;
  }
}
