package io.spantree.compare;

import io.spantree.model.SpanNode;
import io.spantree.outline.Multiplicity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pairs lines with the spans that their names accept; a matcher gets what literal names leave.
 *
 * <p>Names are paired one by one, but where a name leaves spans to the matchers it depends on these
 * which ones it leaves.
 */
final class SiblingPairer {
  private final PairCosts costs;
  private final Names names;
  private final Function<ExpectedSpan, Multiplicity> multiplicity;

  SiblingPairer(PairCosts costs, ExpectedTree tree) {
    this(costs, tree, ExpectedSpan::multiplicity);
  }

  /** Pairs each line as often as it is told to. */
  SiblingPairer(
      PairCosts costs, ExpectedTree tree, Function<ExpectedSpan, Multiplicity> multiplicity) {
    this.costs = costs;
    this.names = tree.names();
    this.multiplicity = multiplicity;
  }

  /** Hands each pair to the consumer; a line may be paired as often as its multiplicity allows. */
  void pair(
      List<ExpectedSpan> lines, List<SpanNode> spans, BiConsumer<ExpectedSpan, SpanNode> pairs) {
    if (lines.isEmpty() || spans.isEmpty()) {
      return;
    }
    int round = names.newRound();
    @Nullable
    SpanNode[] only = isDistinct(lines, round) ? onlySpans(lines.size(), spans, round) : null;
    if (only == null) {
      pairGroups(lines, spans, pairs);
      return;
    }
    for (int i = 0; i < only.length; i++) {
      ExpectedSpan line = lines.get(i);
      SpanNode span = only[i];
      if (span != null && multiplicity.apply(line).most() > 0 && costs.mayStandFor(line, span)) {
        pairs.accept(line, span);
      }
    }
  }

  /** Whether each line has a literal name of its own: then nobody has to choose. */
  private static boolean isDistinct(List<ExpectedSpan> lines, int round) {
    for (int i = 0; i < lines.size(); i++) {
      Names.Name name = lines.get(i).literal();
      if (name == null || !name.meet(round, i)) {
        return false;
      }
    }
    return true;
  }

  /** For each line the only span of its name; null when a line has more than one. */
  private @Nullable SpanNode @Nullable [] onlySpans(int lines, List<SpanNode> spans, int round) {
    @Nullable SpanNode[] only = new SpanNode[lines];
    for (SpanNode span : spans) {
      Names.Name name = names.of(span);
      if (name != null && name.isMet(round)) {
        if (only[name.position()] != null) {
          return null;
        }
        only[name.position()] = span;
      }
    }
    return only;
  }

  /** Without the shortcut for distinct names, which must pair the same. */
  void pairGroups(
      List<ExpectedSpan> lines, List<SpanNode> spans, BiConsumer<ExpectedSpan, SpanNode> pairs) {
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
      List<Slot> slots = slots(group);
      if (slots.size() >= group.spans.size() || matchers.lines.isEmpty()) {
        new GroupPairer(slots, group.spans, costs, pairs).pair();
      } else {
        contested.add(group);
      }
    }
    contested.add(matchers);
    new GroupPairer(slots(contested), contested.spans, costs, pairs).pair();
  }

  private List<Slot> slots(Group group) {
    return Slot.of(group.lines, group.spans.size(), multiplicity);
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
