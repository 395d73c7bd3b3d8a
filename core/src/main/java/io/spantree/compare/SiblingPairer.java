package io.spantree.compare;

import io.spantree.model.SpanNode;
import io.spantree.outline.Multiplicity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Pairs lines with the spans that their names accept, one to one, at the fewest differences. */
final class SiblingPairer {
  /** Beyond this many candidate pairs the order decides, because a cubic search takes too long. */
  private static final long MOST_PAIRS = 160_000;

  private static final long DEEP_PAIRS = 1_024;
  private static final int DEEP_LEVELS = 3;

  /** An optional place is filled last. */
  private static final long OPTIONAL = 1_000_000;

  private static final long REFUSED = 1_000_000_000;

  private final Resemblance resemblance;
  private final SubtreeHashes hashes;
  private final Mode mode;

  SiblingPairer(Resemblance resemblance, SubtreeHashes hashes, Mode mode) {
    this.resemblance = resemblance;
    this.hashes = hashes;
    this.mode = mode;
  }

  /** Hands each pair to the consumer; a line may be paired as often as its multiplicity allows. */
  void pair(
      List<ExpectedSpan> lines, List<SpanNode> spans, BiConsumer<ExpectedSpan, SpanNode> pairs) {
    if (lines.isEmpty() || spans.isEmpty()) {
      return;
    }
    Map<String, List<ExpectedSpan>> literal = new LinkedHashMap<>();
    List<ExpectedSpan> matchers = new ArrayList<>();
    for (ExpectedSpan line : lines) {
      String name = line.line().name().literalText();
      (name == null ? matchers : literal.computeIfAbsent(name, n -> new ArrayList<>(1))).add(line);
    }
    Map<String, List<SpanNode>> byName = new LinkedHashMap<>();
    List<SpanNode> rest = new ArrayList<>();
    for (SpanNode span : spans) {
      if (literal.containsKey(span.name())) {
        byName.computeIfAbsent(span.name(), n -> new ArrayList<>(1)).add(span);
      } else {
        rest.add(span);
      }
    }
    byName.forEach((name, same) -> rest.addAll(group(literal.get(name), same, pairs)));
    if (!matchers.isEmpty()) {
      group(matchers, rest, pairs);
    }
  }

  /** Pairs within one group and returns the spans that are left over. */
  private Collection<SpanNode> group(
      @Nullable List<ExpectedSpan> lines,
      List<SpanNode> spans,
      BiConsumer<ExpectedSpan, SpanNode> pairs) {
    List<Slot> slots = slots(lines == null ? List.of() : lines, spans.size());
    List<SpanNode> left = new ArrayList<>(spans);
    if (slots.size() == 1 && left.size() == 1 && slots.get(0).fits(left.get(0), mode)) {
      pairs.accept(slots.get(0).line, left.remove(0));
      return left;
    }
    if (mode == Mode.CLOSED) {
      pairEqual(slots, left, pairs);
    }
    if (!slots.isEmpty() && !left.isEmpty()) {
      int[] chosen = choose(slots, left);
      List<SpanNode> candidates = List.copyOf(left);
      for (int i = 0; i < chosen.length; i++) {
        if (chosen[i] >= 0) {
          SpanNode span = candidates.get(chosen[i]);
          pairs.accept(slots.get(i).line, span);
          left.remove(span);
        }
      }
    }
    return left;
  }

  private static List<Slot> slots(List<ExpectedSpan> lines, int most) {
    List<Slot> slots = new ArrayList<>();
    for (ExpectedSpan line : lines) {
      Multiplicity multiplicity = line.multiplicity();
      for (int i = 0; i < Math.min(multiplicity.most(), most); i++) {
        slots.add(new Slot(line, i >= multiplicity.least()));
      }
    }
    return slots;
  }

  /** A line, once for each time it may occur. */
  private record Slot(ExpectedSpan line, boolean optional) {
    boolean fits(SpanNode span, Mode mode) {
      return line.line().name().acceptsText(span.name())
          && !(mode == Mode.OPEN && line.line().root() && span.parent() != null);
    }
  }

  private void pairEqual(
      List<Slot> slots, List<SpanNode> spans, BiConsumer<ExpectedSpan, SpanNode> pairs) {
    Map<Long, Deque<SpanNode>> byHash = new HashMap<>();
    for (SpanNode span : spans) {
      byHash.computeIfAbsent(hashes.of(span), hash -> new ArrayDeque<>()).add(span);
    }
    Set<SpanNode> taken = new HashSet<>();
    slots.removeIf(slot -> {
      Deque<SpanNode> equal = byHash.get(hashes.of(slot.line));
      SpanNode span = equal == null ? null : equal.poll();
      if (span != null) {
        pairs.accept(slot.line, span);
        taken.add(span);
      }
      return span != null;
    });
    spans.removeAll(taken);
  }

  private int[] choose(List<Slot> slots, List<SpanNode> spans) {
    long size = (long) slots.size() * spans.size();
    if (size > MOST_PAIRS) {
      return inOrder(slots, spans);
    }
    int levels = size > DEEP_PAIRS ? 0 : DEEP_LEVELS;
    long[][] cost = new long[slots.size()][spans.size()];
    for (int i = 0; i < slots.size(); i++) {
      for (int j = 0; j < spans.size(); j++) {
        cost[i][j] = cost(slots.get(i), spans.get(j), levels);
      }
    }
    int[] chosen = Assignment.of(cost);
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] >= 0 && cost[i][chosen[i]] >= REFUSED) {
        chosen[i] = -1;
      }
    }
    return chosen;
  }

  private long cost(Slot slot, SpanNode span, int levels) {
    if (!slot.fits(span, mode)) {
      return REFUSED;
    }
    return resemblance.differences(slot.line, span, levels) + (slot.optional ? OPTIONAL : 0);
  }

  private int[] inOrder(List<Slot> slots, List<SpanNode> spans) {
    int[] chosen = new int[slots.size()];
    boolean[] used = new boolean[spans.size()];
    int from = 0;
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = -1;
      for (int j = from; j < used.length && chosen[i] < 0; j++) {
        if (!used[j] && slots.get(i).fits(spans.get(j), mode)) {
          chosen[i] = j;
          used[j] = true;
        }
      }
      while (from < used.length && used[from]) {
        from++;
      }
    }
    return chosen;
  }
}
