package io.spantree.compare;

import io.spantree.model.AttributeValue;
import io.spantree.model.SpanAttributes;
import io.spantree.model.SpanNode;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.ValuePattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Pairs very many lines and spans as far as nothing differs between them.
 *
 * <p>The spans are looked up by the attribute values that a line writes out, and the lines that
 * write out most choose first: a search without going back, for groups too large to assign.
 */
final class WithoutDifference {
  /** So many candidates may be looked at in vain. */
  private static final int MOST_MISSES = 2_000_000;

  private final PairCosts costs;
  private final Set<SpanNode> spans;
  private final Map<List<String>, Map<List<AttributeValue>, Set<SpanNode>>> byValues =
      new HashMap<>();
  private int misses;

  WithoutDifference(PairCosts costs, Set<SpanNode> spans) {
    this.costs = costs;
    this.spans = spans;
  }

  /** Takes the pairs out of the slots and the spans. */
  void pair(List<Slot> slots, BiConsumer<ExpectedSpan, SpanNode> pairs) {
    Map<ExpectedSpan, List<Slot>> byLine = new LinkedHashMap<>();
    slots.forEach(
        slot -> byLine.computeIfAbsent(slot.line(), line -> new ArrayList<>(1)).add(slot));
    List<ExpectedSpan> lines = new ArrayList<>(byLine.keySet());
    lines.sort(Comparator.comparing((ExpectedSpan line) -> line.line().name().literalText() == null)
        .thenComparingInt(line -> -literals(line).size()));
    List<Slot> left = new ArrayList<>();
    for (ExpectedSpan line : lines) {
      List<Slot> open = byLine.getOrDefault(line, List.of());
      int taken = fill(line, open.size(), pairs);
      left.addAll(open.subList(taken, open.size()));
    }
    slots.clear();
    slots.addAll(left);
  }

  private int fill(ExpectedSpan line, int most, BiConsumer<ExpectedSpan, SpanNode> pairs) {
    int taken = 0;
    Iterator<SpanNode> each = candidates(line).iterator();
    while (taken < most && misses < MOST_MISSES && each.hasNext()) {
      SpanNode span = each.next();
      if (!spans.contains(span)) {
        each.remove();
      } else if (costs.areEqual(line, span)) {
        each.remove();
        spans.remove(span);
        pairs.accept(line, span);
        taken++;
      } else {
        misses++;
      }
    }
    if (misses == MOST_MISSES) {
      costs.giveUp();
    }
    return taken;
  }

  /** The attribute values that a line writes out. */
  static Map<String, AttributeValue> literals(ExpectedSpan line) {
    Map<String, AttributeValue> literals = new LinkedHashMap<>();
    for (AttributeLine attribute : line.line().attributes()) {
      if (attribute.value() instanceof ValuePattern.Literal literal) {
        literals.put(attribute.key(), literal.value());
      }
    }
    return literals;
  }

  private Set<SpanNode> candidates(ExpectedSpan line) {
    Map<String, AttributeValue> literals = literals(line);
    return byValues
        .computeIfAbsent(List.copyOf(literals.keySet()), this::index)
        .getOrDefault(List.copyOf(literals.values()), new LinkedHashSet<>());
  }

  private Map<List<AttributeValue>, Set<SpanNode>> index(List<String> keys) {
    Map<List<AttributeValue>, Set<SpanNode>> index = new HashMap<>();
    for (SpanNode span : spans) {
      List<AttributeValue> values = values(span, keys);
      if (values != null) {
        index.computeIfAbsent(values, v -> new LinkedHashSet<>()).add(span);
      }
    }
    return index;
  }

  private static @Nullable List<AttributeValue> values(SpanNode span, List<String> keys) {
    Map<String, AttributeValue> attributes =
        keys.isEmpty() ? Map.of() : SpanAttributes.of(span.data().getAttributes());
    List<AttributeValue> values = new ArrayList<>(keys.size());
    for (String key : keys) {
      AttributeValue value = attributes.get(key);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }
}
