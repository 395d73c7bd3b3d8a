package io.spantree.compare;

import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Pairs lines with the spans that their names accept; a matcher gets what literal names leave.
 *
 * <p>Names are paired one by one, but where a name leaves spans to the matchers it depends on these
 * which ones it leaves.
 */
final class SiblingPairer {
  private final PairCosts costs;

  SiblingPairer(PairCosts costs) {
    this.costs = costs;
  }

  /** Hands each pair to the consumer; a line may be paired as often as its multiplicity allows. */
  void pair(
      List<ExpectedSpan> lines, List<SpanNode> spans, BiConsumer<ExpectedSpan, SpanNode> pairs) {
    if (lines.isEmpty() || spans.isEmpty()) {
      return;
    }
    Map<String, Group> literal = new LinkedHashMap<>();
    Group matchers = new Group();
    for (ExpectedSpan line : lines) {
      String name = line.line().name().literalText();
      (name == null ? matchers : literal.computeIfAbsent(name, n -> new Group())).lines.add(line);
    }
    for (SpanNode span : spans) {
      literal.getOrDefault(span.name(), matchers).spans.add(span);
    }
    Group contested = new Group();
    for (Group group : literal.values()) {
      boolean all = Slot.of(group.lines, group.spans.size()).size() >= group.spans.size();
      if (all || matchers.lines.isEmpty()) {
        new GroupPairer(group.lines, group.spans, costs, pairs).pair();
      } else {
        contested.add(group);
      }
    }
    contested.add(matchers);
    new GroupPairer(contested.lines, contested.spans, costs, pairs).pair();
  }

  /** Lines, and the spans that they may want. */
  private static final class Group {
    final List<ExpectedSpan> lines = new ArrayList<>(1);
    final List<SpanNode> spans = new ArrayList<>(1);

    void add(Group other) {
      lines.addAll(other.lines);
      spans.addAll(other.spans);
    }
  }
}
