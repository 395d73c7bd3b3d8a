package io.spantree.compare;

import io.spantree.model.SpanNode;
import io.spantree.outline.Multiplicity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Pairs recorded traces with those of the outline at the fewest differences, so that their roots
 * can be paired; roots that this leaves over may be in the wrong trace.
 */
final class TracePairer {
  /** Among very many traces so many pairs may be looked at in vain. */
  private static final int MOST_MISSES = 200_000;

  private static final int NO_TRACE = -1;

  private final Traces traces;
  private final Alignment alignment;
  private final PairCosts costs;
  private final SiblingPairer siblings;
  private final List<List<ExpectedSpan>> lines = new ArrayList<>();
  private final List<List<SpanNode>> spans = new ArrayList<>();
  private final List<Instance> instances = new ArrayList<>();
  private final Set<Integer> left = new LinkedHashSet<>();

  /**
   * Looks at what is not paired yet.
   *
   * @param siblings pairs roots of whatever traces
   * @param wanting the root lines for which spans are still wanted
   * @param candidates the spans that may stand for them
   */
  TracePairer(
      Traces traces,
      Alignment alignment,
      PairCosts costs,
      SiblingPairer siblings,
      List<ExpectedSpan> wanting,
      List<SpanNode> candidates) {
    this.traces = traces;
    this.alignment = alignment;
    this.costs = costs;
    this.siblings = siblings;
    for (int i = 0; i < traces.expected(); i++) {
      lines.add(new ArrayList<>());
    }
    wanting.forEach(line -> lines.get(line.trace()).add(line));
    for (int i = 0; i < traces.recorded().size(); i++) {
      spans.add(new ArrayList<>());
      left.add(i);
    }
    candidates.forEach(span -> spans.get(traces.of(span)).add(span));
    addInstances();
  }

  /** A trace of the outline, once for each time it may occur; the recorded one that stands for it. */
  private static final class Instance {
    final int trace;
    final boolean optional;
    int recorded = NO_TRACE;

    Instance(int trace, boolean optional) {
      this.trace = trace;
      this.optional = optional;
    }
  }

  private void addInstances() {
    for (int trace = 0; trace < traces.expected(); trace++) {
      int most = traces.isNamed(trace) ? Math.min(traces.most(trace), spans.size()) : 0;
      for (int i = 0; i < most; i++) {
        instances.add(new Instance(trace, i >= traces.least(trace)));
      }
    }
  }

  /** Hands the roots of each two traces to the consumer. */
  void pairTraces(BiConsumer<List<ExpectedSpan>, List<SpanNode>> pairs) {
    pairEqual(false);
    if (instances.stream().allMatch(instance -> instance.optional)) {
      pairEqual(true);
    }
    if ((long) instances.size() * left.size() <= GroupPairer.MOST_PAIRS) {
      assign();
    } else {
      pairEqual(true);
      pairWithoutDifference();
    }
    for (Instance instance : instances) {
      if (instance.recorded != NO_TRACE) {
        pairs.accept(lines.get(instance.trace), spans.get(instance.recorded));
      }
    }
  }

  private void take(Instance instance, int recorded) {
    instance.recorded = recorded;
    left.remove(recorded);
  }

  private List<Instance> open() {
    return instances.stream().filter(instance -> instance.recorded == NO_TRACE).toList();
  }

  /** An optional instance must not take what a required one may need. */
  private void pairEqual(boolean optional) {
    Map<Long, Deque<Integer>> byHash = new HashMap<>();
    long[] hashes = new long[lines.size()];
    for (int trace = 0; trace < hashes.length; trace++) {
      hashes[trace] = hash(trace);
      if (hashes[trace] != SubtreeHashes.NONE && byHash.isEmpty()) {
        left.forEach(recorded -> byHash
            .computeIfAbsent(hashOfRecorded(recorded), hash -> new ArrayDeque<>(1))
            .add(recorded));
      }
    }
    for (Instance instance : byHash.isEmpty() ? List.<Instance>of() : open()) {
      long hash = hashes[instance.trace];
      Deque<Integer> equal =
          instance.optional == optional && hash != SubtreeHashes.NONE ? byHash.get(hash) : null;
      if (equal != null && !equal.isEmpty()) {
        take(instance, equal.remove());
      }
    }
  }

  private long hash(int trace) {
    List<ExpectedSpan> roots = lines.get(trace);
    boolean whole = !roots.isEmpty() && roots.size() == traces.roots(trace).size();
    long sum = 0;
    for (ExpectedSpan root : whole ? roots : List.<ExpectedSpan>of()) {
      long hash = costs.hash(root);
      Multiplicity times = Traces.inOne(root);
      if (hash == SubtreeHashes.NONE || times.least() != times.most()) {
        return SubtreeHashes.NONE;
      }
      sum += times.least() * ValueHash.mix(hash);
    }
    return whole ? sum | 1 : SubtreeHashes.NONE;
  }

  /** The same for a recorded trace of equal roots; NONE where some are paired already. */
  private long hashOfRecorded(int recorded) {
    List<SpanNode> roots = spans.get(recorded);
    if (roots.size() != traces.recorded().get(recorded).roots().size()) {
      return SubtreeHashes.NONE;
    }
    long sum = 0;
    for (SpanNode root : roots) {
      sum += ValueHash.mix(costs.hash(root));
    }
    return sum | 1;
  }

  private void assign() {
    List<Instance> open = open();
    List<Integer> candidates = List.copyOf(left);
    if (open.isEmpty() || candidates.isEmpty()) {
      return;
    }
    long[][] cost = new long[open.size()][candidates.size()];
    for (int i = 0; i < open.size(); i++) {
      boolean same = i > 0 && open.get(i).trace == open.get(i - 1).trace;
      for (int j = 0; j < candidates.size(); j++) {
        long differences = same
            ? cost[i - 1][j] - PairCosts.crossing(i - 1 - j) - costs.least(open.get(i - 1).optional)
            : cost(open.get(i).trace, candidates.get(j));
        cost[i][j] = differences + costs.least(open.get(i).optional) + PairCosts.crossing(i - j);
      }
    }
    int[] chosen = Assignment.of(cost);
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] >= 0 && cost[i][chosen[i]] < PairCosts.REFUSED) {
        take(open.get(i), candidates.get(chosen[i]));
      }
    }
  }

  /** What is paired already in the trace speaks for or against it. */
  private long cost(int trace, int recorded) {
    int agree = 0;
    int disagree = 0;
    for (SpanNode root : traces.recorded().get(recorded).roots()) {
      ExpectedSpan line = alignment.expectedOf(root);
      if (line != null && line.parent() == null) {
        agree += line.trace() == trace ? 1 : 0;
        disagree += line.trace() == trace ? 0 : 1;
      }
    }
    long cost = costs.ofTrace(lines.get(trace), spans.get(recorded));
    if (cost >= PairCosts.REFUSED && agree > 0) {
      cost = PairCosts.DIFFERENCE * spans.get(recorded).size();
    }
    return cost + PairCosts.DIFFERENCE * disagree;
  }

  /** For so many traces that a cubic search takes too long: each takes the first that fits. */
  private void pairWithoutDifference() {
    int misses = 0;
    Map<Integer, Deque<Integer>> candidates = suggested();
    Set<Integer> all = new HashSet<>();
    for (Instance instance : open()) {
      Deque<Integer> untried =
          candidates.computeIfAbsent(instance.trace, trace -> new ArrayDeque<>());
      if (untried.isEmpty() && all.add(instance.trace)) {
        untried.addAll(left);
      }
      while (instance.recorded == NO_TRACE && !untried.isEmpty() && misses < MOST_MISSES) {
        int recorded = untried.remove();
        if (left.contains(recorded) && cost(instance.trace, recorded) == 0) {
          take(instance, recorded);
        } else {
          misses++;
        }
      }
    }
    if (!left.isEmpty()) {
      costs.giveUp();
    }
  }

  /** Where the root is that a line describes most closely, there may be the whole trace. */
  private Map<Integer, Deque<Integer>> suggested() {
    List<ExpectedSpan> closest = new ArrayList<>();
    for (List<ExpectedSpan> roots : lines) {
      roots.stream()
          .filter(root -> traces.isNamed(root.trace()))
          .max(Comparator.comparingInt(root -> WithoutDifference.literals(root).size()))
          .ifPresent(closest::add);
    }
    List<SpanNode> candidates = new ArrayList<>();
    left.forEach(recorded -> candidates.addAll(spans.get(recorded)));
    Map<Integer, Deque<Integer>> suggested = new HashMap<>();
    siblings.pair(
        closest,
        candidates,
        (line, span) -> suggested
            .computeIfAbsent(line.trace(), trace -> new ArrayDeque<>())
            .add(traces.of(span)));
    return suggested;
  }
}
