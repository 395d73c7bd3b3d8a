package io.spantree.golden;

import io.spantree.compare.Comparison;
import io.spantree.compare.ExpectedSpan;
import io.spantree.model.SpanNode;
import io.spantree.model.Trace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The golden's traces of which all is there, not too often, and in traces of nothing else. */
final class HoldingTraces {
  private final Comparison comparison;
  private final Origins origins;
  private final Set<Integer> used = new HashSet<>();
  private final Set<Integer> broken = new HashSet<>();
  private final Map<ExpectedSpan, Integer> kept = new HashMap<>();

  HoldingTraces(Comparison comparison, Origins origins) {
    this.comparison = comparison;
    this.origins = origins;
    for (Trace trace : comparison.recording().traces()) {
      List<SpanNode> roots = origins.shown(trace.roots());
      boolean mixed = roots.stream().anyMatch(origins::isChanged);
      roots.forEach(root -> count(root, mixed));
    }
  }

  private void count(SpanNode root, boolean mixed) {
    ExpectedSpan line = origins.of(root);
    if (line == null || line.parent() != null) {
      return;
    }
    used.add(line.trace());
    boolean copy = comparison.alignment().copyOf(root) != null;
    if (!origins.isChanged(root)) {
      kept.merge(line, 1, Integer::sum);
    }
    if (copy || mixed && !origins.isChanged(root)) {
      broken.add(line.trace());
    }
  }

  /** Says it of the trace with these root lines. */
  boolean contains(int trace, List<ExpectedSpan> lines) {
    boolean other = used.contains(trace) && lines.stream().noneMatch(kept::containsKey);
    return !other
        && !broken.contains(trace)
        && lines.stream().allMatch(line -> line.multiplicity().allows(kept.getOrDefault(line, 0)));
  }
}
