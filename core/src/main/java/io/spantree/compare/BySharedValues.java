package io.spantree.compare;

import io.spantree.model.AttributeValue;
import io.spantree.model.SpanAttributes;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Pairs lines with spans that share a rare attribute value, at the fewest differences first, in
 * groups too large to assign: one that changed in some values still has its others.
 */
final class BySharedValues {
  /** A value that more spans have tells little. */
  private static final int RARE = 16;

  /** So many pairs may be compared. */
  private static final int MOST_COMPARED = 200_000;

  private final PairCosts costs;
  private final Set<SpanNode> spans;
  private final Map<Value, List<SpanNode>> byValue = new HashMap<>();

  BySharedValues(PairCosts costs, Set<SpanNode> spans) {
    this.costs = costs;
    this.spans = spans;
  }

  private record Value(String key, AttributeValue value) {}

  private record Candidate(Slot slot, int position, SpanNode span, long cost) {}

  /** Takes the pairs out of the slots and the spans. */
  void pair(List<Slot> slots, BiConsumer<ExpectedSpan, SpanNode> pairs) {
    if (slots.isEmpty() || spans.isEmpty()) {
      return;
    }
    for (SpanNode span : spans) {
      SpanAttributes.of(span.data().getAttributes())
          .forEach((key, value) -> byValue
              .computeIfAbsent(new Value(key, value), v -> new ArrayList<>(1))
              .add(span));
    }
    boolean[] taken = new boolean[slots.size()];
    for (Candidate candidate : candidates(slots)) {
      if (!taken[candidate.position()] && spans.remove(candidate.span())) {
        taken[candidate.position()] = true;
        pairs.accept(candidate.slot().line(), candidate.span());
      }
    }
    List<Slot> left = new ArrayList<>();
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        left.add(slots.get(i));
      }
    }
    slots.clear();
    slots.addAll(left);
  }

  private List<Candidate> candidates(List<Slot> slots) {
    List<Candidate> candidates = new ArrayList<>();
    int compared = 0;
    for (int i = 0; i < slots.size() && compared < MOST_COMPARED; i++) {
      for (SpanNode span : alike(slots.get(i).line())) {
        long cost = costs.of(slots.get(i), span);
        compared++;
        if (cost < PairCosts.REFUSED) {
          candidates.add(new Candidate(slots.get(i), i, span, cost));
        }
      }
    }
    candidates.sort(Comparator.comparingLong(Candidate::cost));
    return candidates;
  }

  private Set<SpanNode> alike(ExpectedSpan line) {
    Set<SpanNode> alike = new LinkedHashSet<>();
    WithoutDifference.literals(line).forEach((key, value) -> {
      List<SpanNode> same = byValue.getOrDefault(new Value(key, value), List.of());
      if (same.size() <= RARE) {
        alike.addAll(same);
      }
    });
    return alike;
  }
}
