package io.spantree.compare;

import io.spantree.model.SpanNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Pairs some lines and spans one to one, at the fewest differences. */
final class GroupPairer {
  /** Beyond this many candidate pairs a cubic search takes too long. */
  static final long MOST_PAIRS = 160_000;

  /** So many spans may be refused by their names where many name matchers stand side by side. */
  private static final int MOST_REFUSED = 2_000_000;

  private final PairCosts costs;
  private final BiConsumer<ExpectedSpan, SpanNode> pairs;
  private final List<Slot> slots;
  private final Set<SpanNode> spans;

  GroupPairer(
      List<Slot> slots,
      List<SpanNode> spans,
      PairCosts costs,
      BiConsumer<ExpectedSpan, SpanNode> pairs) {
    this.costs = costs;
    this.pairs = pairs;
    this.slots = slots;
    this.spans = new LinkedHashSet<>(spans);
  }

  void pair() {
    if (slots.isEmpty() || spans.isEmpty()) {
      return;
    } else if (slots.size() == 1) {
      pairOnly(slots.get(0));
      return;
    }
    pairEqual(false);
    if (slots.stream().allMatch(Slot::optional)) {
      pairEqual(true);
    }
    if ((long) slots.size() * spans.size() <= MOST_PAIRS) {
      assign();
    } else {
      pairEqual(true);
      new WithoutDifference(costs, spans).pair(slots, pairs);
      if (!spans.isEmpty() && slots.stream().anyMatch(this::leavesAChoice)) {
        costs.giveUp();
      }
      new BySharedValues(costs, spans).pair(slots, pairs);
      pairInOrder();
    }
  }

  /** Whether the slot may have gone without because another took what it could have had as well. */
  private boolean leavesAChoice(Slot slot) {
    return !slot.optional() && costs.hash(slot.line()) == SubtreeHashes.NONE;
  }

  /** With nobody to consider, the first span is best in which nothing differs. */
  private void pairOnly(Slot slot) {
    SpanNode best = null;
    long least = PairCosts.REFUSED;
    Iterator<SpanNode> each = spans.iterator();
    while (each.hasNext() && least > costs.least(slot)) {
      SpanNode span = each.next();
      boolean free = spans.size() == 1 && costs.accepts(slot, span); // without a choice
      long cost = free ? costs.least(slot) : costs.of(slot, span);
      if (cost < least) {
        least = cost;
        best = span;
      }
    }
    if (best != null) {
      take(slot, best);
    }
  }

  private void take(Slot slot, SpanNode span) {
    spans.remove(span);
    pairs.accept(slot.line(), span);
  }

  /** Pairs equal subtrees; an optional slot must not take what a required one may need. */
  private void pairEqual(boolean optional) {
    Map<Long, Deque<SpanNode>> byHash = new HashMap<>();
    for (Slot slot : slots) {
      if (costs.hash(slot.line()) != SubtreeHashes.NONE) {
        spans.forEach(span -> byHash
            .computeIfAbsent(costs.hash(span), hash -> new ArrayDeque<>(2))
            .add(span));
        break;
      }
    }
    if (byHash.isEmpty()) {
      return;
    }
    slots.removeIf(slot -> {
      Deque<SpanNode> equal =
          slot.optional() == optional ? byHash.get(costs.hash(slot.line())) : null;
      SpanNode span = equal == null ? null : equal.poll();
      if (span != null) {
        take(slot, span);
      }
      return span != null;
    });
  }

  private void assign() {
    if (slots.isEmpty() || spans.isEmpty()) {
      return;
    }
    List<SpanNode> candidates = List.copyOf(spans);
    long[][] cost = new long[slots.size()][candidates.size()];
    for (int i = 0; i < slots.size(); i++) {
      for (int j = 0; j < candidates.size(); j++) {
        cost[i][j] = costs.of(slots.get(i), candidates.get(j)) + PairCosts.crossing(i - j);
      }
    }
    int[] chosen = Assignment.of(cost);
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] >= 0 && cost[i][chosen[i]] < PairCosts.REFUSED) {
        take(slots.get(i), candidates.get(chosen[i]));
      }
    }
  }

  private void pairInOrder() {
    int refused = 0;
    for (Slot slot : new ArrayList<>(slots)) {
      Iterator<SpanNode> each = spans.iterator();
      boolean paired = false;
      while (each.hasNext() && !paired && refused < MOST_REFUSED) {
        SpanNode span = each.next();
        if (costs.accepts(slot, span)) {
          take(slot, span);
          paired = true;
        } else {
          refused++;
        }
      }
    }
    if (refused == MOST_REFUSED) {
      costs.giveUp();
    }
  }
}
