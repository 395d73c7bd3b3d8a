package io.spantree.compare;

import io.spantree.model.AttributeValue;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What else labels may mean, where those that were found disagree. */
final class LabelAlternatives {
  /** The most spans that a label may mean. */
  private static final int MOST = 64;

  private final ExpectedTree tree;
  private final Recording recording;

  LabelAlternatives(ExpectedTree tree, Recording recording) {
    this.tree = tree;
    this.recording = recording;
  }

  /** That one label means another value, while the rest are free or mean what was found. */
  static List<Hypothesis> ofValues(Hypothesis hypothesis, LabelBindings values) {
    if (values.others().isEmpty()) {
      return List.of();
    }
    Hypothesis asFound = hypothesis.withValues(values.values());
    List<Hypothesis> all = new ArrayList<>(List.of(asFound));
    values.others().forEach((label, others) -> {
      all.add(hypothesis.with(label, values.of(label)));
      for (AttributeValue value : others) {
        all.add(hypothesis.with(label, value));
        all.add(asFound.with(label, value));
      }
    });
    return all;
  }

  /**
   * That the labels stand where they were found, or all where links point to, or that one of them
   * stands elsewhere.
   *
   * @param refused for each label the spans that links point to where they should point to it
   */
  List<Hypothesis> ofTargets(
      Hypothesis hypothesis, Alignment alignment, Map<String, Set<SpanNode>> refused) {
    Map<String, SpanNode> found = new LinkedHashMap<>();
    Map<String, Set<SpanNode>> others = new LinkedHashMap<>();
    for (ExpectedSpan line : tree.spans()) {
      String label = line.line().label();
      if (label != null && alignment.actualOf(line).size() == 1) {
        SpanNode span = alignment.actualOf(line).get(0);
        found.put(label, span);
        others.put(label, others(line, span, refused.getOrDefault(label, Set.of())));
      }
    }
    Hypothesis asFound = hypothesis.withTargets(found);
    Hypothesis asPointedTo = asFound;
    List<Hypothesis> all = new ArrayList<>();
    for (Map.Entry<String, Set<SpanNode>> each : refused.entrySet()) {
      SpanNode first = each.getValue().iterator().next();
      asPointedTo = asPointedTo.with(each.getKey(), first);
      all.add(hypothesis.with(each.getKey(), first));
    }
    all.add(0, asPointedTo);
    all.add(0, asFound);
    others.forEach((label, spans) -> spans.stream().limit(MOST).forEach(span -> {
      all.add(asFound.with(label, span));
      all.add(hypothesis.with(label, span));
    }));
    return all;
  }

  private Set<SpanNode> others(ExpectedSpan line, SpanNode span, Set<SpanNode> pointedTo) {
    Set<SpanNode> others = new LinkedHashSet<>(pointedTo);
    others.addAll(span.parent() == null ? recording.roots() : span.parent().children());
    others.removeIf(twin -> twin == span || !line.line().name().acceptsText(twin.name()));
    return others;
  }
}
