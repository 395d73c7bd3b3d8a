package io.spantree.compare;

import io.spantree.model.AttributeValue;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What else labels may mean, where those that were found disagree. */
final class LabelAlternatives {
  /** The most spans or values that a label may mean. */
  private static final int MOST = 64;

  /** The most meanings altogether: more than are ever tried. */
  private static final int MOST_ALTOGETHER = BestPairing.MOST_TRIES + 1;

  private final ExpectedTree tree;
  private final Recording recording;

  LabelAlternatives(ExpectedTree tree, Recording recording) {
    this.tree = tree;
    this.recording = recording;
  }

  /** That one label means another value, while the rest are free or mean what was found. */
  static List<Hypothesis> ofValues(
      Hypothesis hypothesis, LabelBindings values, Map<String, Set<AttributeValue>> met) {
    if (values.others().isEmpty()) {
      return List.of();
    }
    Hypothesis asFound = hypothesis.withValues(values.values());
    List<Hypothesis> all = new ArrayList<>(List.of(asFound));
    for (Map.Entry<String, Set<AttributeValue>> each : values.others().entrySet()) {
      String label = each.getKey();
      all.add(hypothesis.with(label, values.of(label)));
      for (AttributeValue value : values(each.getValue(), met.getOrDefault(label, Set.of()))) {
        all.add(hypothesis.with(label, value));
        all.add(asFound.with(label, value));
        if (all.size() >= MOST_ALTOGETHER) {
          return all;
        }
      }
    }
    return all;
  }

  /** Those that were refused in what was found, and others that another pair might have had. */
  private static Set<AttributeValue> values(Set<AttributeValue> refused, Set<AttributeValue> met) {
    return Stream.concat(refused.stream(), met.stream())
        .limit(MOST)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * That the labels stand where they were found, or all where links point to, or that one of them
   * stands elsewhere.
   *
   * @param refused for each label the spans that links point to where they should point to it
   */
  List<Hypothesis> ofTargets(
      Hypothesis hypothesis, Alignment alignment, Map<String, Set<SpanNode>> refused) {
    Map<String, ExpectedSpan> lines = found(alignment);
    if (lines.isEmpty() && refused.isEmpty()) {
      return List.of();
    }
    Map<String, SpanNode> found = new HashMap<>();
    lines.forEach((label, line) -> found.put(label, alignment.actualOf(line).get(0)));
    Hypothesis asFound = hypothesis.withTargets(found);
    Hypothesis asPointedTo = asFound;
    List<Hypothesis> all = new ArrayList<>();
    for (Map.Entry<String, Set<SpanNode>> each : refused.entrySet()) {
      if (all.size() >= MOST_ALTOGETHER) {
        break;
      }
      SpanNode first = each.getValue().iterator().next();
      asPointedTo = asPointedTo.with(each.getKey(), first);
      all.add(hypothesis.with(each.getKey(), first));
    }
    all.add(0, asPointedTo);
    all.add(0, asFound);
    Set<SpanNode> pointedTo = new LinkedHashSet<>(); // two links may have to swap their spans
    refused.values().forEach(pointedTo::addAll);
    for (Map.Entry<String, ExpectedSpan> each : lines.entrySet()) {
      String label = each.getKey();
      SpanNode span = alignment.actualOf(each.getValue()).get(0);
      if (all.size() >= MOST_ALTOGETHER) {
        break;
      }
      for (SpanNode other : others(each.getValue(), span, pointedTo)) {
        all.add(asFound.with(label, other));
        all.add(hypothesis.with(label, other));
      }
    }
    return all;
  }

  /** The labelled lines for which exactly one span stands. */
  private Map<String, ExpectedSpan> found(Alignment alignment) {
    Map<String, ExpectedSpan> found = new LinkedHashMap<>();
    for (ExpectedSpan line : tree.spans()) {
      String label = line.line().label();
      if (label != null && alignment.actualOf(line).size() == 1) {
        found.put(label, line);
      }
    }
    return found;
  }

  private Set<SpanNode> others(ExpectedSpan line, SpanNode span, Set<SpanNode> pointedTo) {
    List<SpanNode> siblings =
        span.parent() == null ? recording.roots() : span.parent().children();
    return Stream.concat(pointedTo.stream(), siblings.stream())
        .filter(other -> other != span && line.line().name().acceptsText(other.name()))
        .limit(MOST)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
