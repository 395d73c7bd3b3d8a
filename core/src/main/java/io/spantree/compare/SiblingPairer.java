package io.spantree.compare;

import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
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

  /** For each name the position of its line among the siblings of the round it was met in. */
  private final int[] positionOf;

  private final int[] roundOf;
  private int round;

  SiblingPairer(PairCosts costs, Subject subject) {
    this.costs = costs;
    this.names = subject.names();
    this.positionOf = new int[names.count()];
    this.roundOf = new int[names.count()];
  }

  /** Hands each pair to the consumer; a line may be paired as often as its multiplicity allows. */
  void pair(
      List<ExpectedSpan> lines, List<SpanNode> spans, BiConsumer<ExpectedSpan, SpanNode> pairs) {
    if (lines.isEmpty() || spans.isEmpty()) {
      return;
    }
    @Nullable SpanNode[] only = isDistinct(lines) ? onlySpans(lines.size(), spans) : null;
    if (only == null) {
      pairGroups(lines, spans, pairs);
      return;
    }
    for (int i = 0; i < only.length; i++) {
      ExpectedSpan line = lines.get(i);
      SpanNode span = only[i];
      if (span != null && line.multiplicity().most() > 0 && costs.mayStandFor(line, span)) {
        pairs.accept(line, span);
      }
    }
  }

  /** Whether each line has a literal name of its own: then nobody has to choose. */
  private boolean isDistinct(List<ExpectedSpan> lines) {
    round++;
    for (int i = 0; i < lines.size(); i++) {
      int name = names.of(lines.get(i));
      if (name == Names.NONE || roundOf[name] == round) {
        return false;
      }
      roundOf[name] = round;
      positionOf[name] = i;
    }
    return true;
  }

  /** For each line the only span of its name; null when a line has more than one. */
  private @Nullable SpanNode @Nullable [] onlySpans(int lines, List<SpanNode> spans) {
    @Nullable SpanNode[] only = new SpanNode[lines];
    for (SpanNode span : spans) {
      int name = names.of(span);
      if (name != Names.NONE && roundOf[name] == round) {
        int position = positionOf[name];
        if (only[position] != null) {
          return null;
        }
        only[position] = span;
      }
    }
    return only;
  }

  private void pairGroups(
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
