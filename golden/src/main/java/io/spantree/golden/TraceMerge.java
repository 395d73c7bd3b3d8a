package io.spantree.golden;

import io.spantree.compare.Comparison;
import io.spantree.compare.ExpectedSpan;
import io.spantree.model.SpanNode;
import io.spantree.model.Trace;
import io.spantree.outline.Multiplicity;
import io.spantree.outline.SpanLine;
import io.spantree.outline.TraceOutline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Merges the traces: the golden's that still hold, then what its others became, new ones last. */
final class TraceMerge {
  private static final int NEW = Integer.MAX_VALUE;

  private final Comparison comparison;
  private final Origins origins;
  private final Branches branches;
  private final Function<SpanNode, Branch> branchOf;
  private final Map<Integer, List<ExpectedSpan>> lines = new HashMap<>();
  private final Set<Integer> holding = new HashSet<>();
  private final Map<Integer, List<List<SpanNode>>> changed = new HashMap<>();
  private final List<TraceOutline> merged = new ArrayList<>();

  TraceMerge(
      Comparison comparison,
      Origins origins,
      Branches branches,
      Function<SpanNode, Branch> branchOf) {
    this.comparison = comparison;
    this.origins = origins;
    this.branches = branches;
    this.branchOf = branchOf;
    for (ExpectedSpan line : comparison.roots()) {
      lines.computeIfAbsent(line.trace(), trace -> new ArrayList<>(1)).add(line);
    }
  }

  List<TraceOutline> merge() {
    List<TraceOutline> golden = comparison.outline().traces();
    HoldingTraces traces = new HoldingTraces(comparison, origins);
    lines.forEach((trace, roots) -> {
      if (traces.contains(trace, roots)) {
        holding.add(trace);
      }
    });
    comparison.recording().traces().forEach(this::assign);
    for (int trace = 0; trace < golden.size(); trace++) {
      if (holding.contains(trace)) {
        List<Branch> roots = lines(trace).stream().map(branches::golden).toList();
        add(trace, golden.get(trace).multiplicity(), roots, true);
      }
      addChanged(trace);
    }
    addChanged(NEW);
    return named();
  }

  private List<ExpectedSpan> lines(int trace) {
    return lines.getOrDefault(trace, List.of());
  }

  private void assign(Trace recorded) {
    List<SpanNode> roots = new ArrayList<>();
    int trace = NEW;
    for (SpanNode root : origins.shown(recorded.roots())) {
      int home = home(root);
      if (origins.isChanged(root) || !holding.contains(home)) {
        roots.add(root);
        trace = trace == NEW ? home : trace;
      }
    }
    if (!roots.isEmpty()) {
      changed.computeIfAbsent(trace, t -> new ArrayList<>(1)).add(roots);
    }
  }

  /** The golden's trace of which the span continues a root. */
  private int home(SpanNode root) {
    ExpectedSpan line = origins.of(root);
    return line != null && line.parent() == null ? line.trace() : NEW;
  }

  /** Equal traces become one with a count. */
  private void addChanged(int trace) {
    Map<List<Object>, List<List<Branch>>> equal = new LinkedHashMap<>();
    boolean first = !holding.contains(trace);
    for (List<SpanNode> spans : changed.getOrDefault(trace, List.of())) {
      Siblings siblings = new Siblings(branches, origins, lines(trace), false);
      List<Branch> roots = siblings.merge(spans, branchOf, first);
      equal.computeIfAbsent(shape(roots), shape -> new ArrayList<>(1)).add(roots);
      first = false;
    }
    first = !holding.contains(trace);
    for (List<List<Branch>> same : equal.values()) {
      add(trace, Multiplicity.exactly(same.size()), same.get(0), first);
      first = false;
    }
  }

  private static List<Object> shape(List<Branch> roots) {
    List<Object> shape = new ArrayList<>();
    for (Branch root : roots) {
      shape.add(root.shape());
      shape.add(root.times());
    }
    return shape;
  }

  private void add(int trace, Multiplicity times, List<Branch> roots, boolean first) {
    List<SpanLine> lines = branches.print(roots);
    if (trace == NEW) {
      merged.add(new TraceOutline(null, times, lines, List.of()));
    } else {
      TraceOutline golden = comparison.outline().traces().get(trace);
      List<String> comments = first ? golden.comments() : List.of();
      merged.add(new TraceOutline(golden.name(), times, lines, comments));
    }
  }

  /** A single trace needs no name, unless it got a second root; they are named after their first. */
  private List<TraceOutline> named() {
    boolean several = merged.size() > 1
        || merged.stream().anyMatch(trace -> !trace.multiplicity().equals(Multiplicity.ONCE))
        || comparison.roots().size() <= 1 && merged.stream().anyMatch(TraceMerge::hasSeveralRoots);
    return merged.stream()
        .map(trace -> several && trace.name() == null
            ? new TraceOutline(nameOf(trace), trace.multiplicity(), trace.spans(), trace.comments())
            : trace)
        .toList();
  }

  private static boolean hasSeveralRoots(TraceOutline trace) {
    return trace.spans().stream().filter(line -> line.depth() == 0).count() > 1;
  }

  private static String nameOf(TraceOutline trace) {
    return trace.spans().isEmpty() ? "" : SpanLines.name(trace.spans().get(0));
  }
}
