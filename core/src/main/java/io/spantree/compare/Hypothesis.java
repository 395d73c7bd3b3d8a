package io.spantree.compare;

import io.spantree.model.AttributeValue;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is assumed while lines and spans are paired.
 *
 * @param values the values of labels inside matchers
 * @param targets the spans of labels that links point to
 * @param places the lines that spans stand for, whatever their names and places say
 * @param without lines for which no span stands, and spans that stand for no line
 * @param anyTrace that roots rather changed their traces than anything else
 */
record Hypothesis(
    Map<String, AttributeValue> values,
    Map<String, SpanNode> targets,
    Map<SpanNode, ExpectedSpan> places,
    Set<Object> without,
    boolean anyTrace)
    implements LinkComparator.Labelling {
  static final Hypothesis NONE = new Hypothesis(Map.of(), Map.of(), Map.of(), Set.of(), false);

  static final Hypothesis ANY_TRACE = new Hypothesis(Map.of(), Map.of(), Map.of(), Set.of(), true);

  Hypothesis with(String label, AttributeValue value) {
    Map<String, AttributeValue> more = new HashMap<>(values);
    more.put(label, value);
    return new Hypothesis(more, targets, places, without, anyTrace);
  }

  Hypothesis withValues(Map<String, AttributeValue> assumed) {
    return new Hypothesis(new HashMap<>(assumed), targets, places, without, anyTrace);
  }

  Hypothesis withTargets(Map<String, SpanNode> assumed) {
    return new Hypothesis(values, new HashMap<>(assumed), places, without, anyTrace);
  }

  /** The same with another target, whose own label, if any, gets the former target in exchange. */
  Hypothesis with(String label, SpanNode target) {
    Map<String, SpanNode> more = new HashMap<>(targets);
    SpanNode former = more.get(label);
    if (former != null) {
      more.replaceAll((other, span) -> span == target ? former : span);
    }
    more.put(label, target);
    return new Hypothesis(values, more, places, without, anyTrace);
  }

  Hypothesis with(ExpectedSpan line, SpanNode span) {
    Map<SpanNode, ExpectedSpan> more = new LinkedHashMap<>(places);
    more.put(span, line);
    return new Hypothesis(values, targets, more, without, anyTrace);
  }

  Hypothesis without(Object lineOrSpan) {
    Set<Object> more = new HashSet<>(without);
    more.add(lineOrSpan);
    return new Hypothesis(values, targets, places, more, anyTrace);
  }

  /** Whether something is assumed of any line or span. */
  boolean saysOfPlaces() {
    return !places.isEmpty() || !without.isEmpty();
  }

  /** Whether something is assumed of the span. */
  boolean saysOf(SpanNode span) {
    return !places.isEmpty() && places.containsKey(span) || isWithout(span);
  }

  /** Whether the line is assumed to have no span, or the span to have no line. */
  boolean isWithout(Object lineOrSpan) {
    return !without.isEmpty() && without.contains(lineOrSpan);
  }

  /** Whether something is assumed of the line. */
  boolean saysOf(ExpectedSpan line) {
    return !places.isEmpty() && places.containsValue(line) || isWithout(line);
  }

  /** The spans that are assumed to stand for the line. */
  List<SpanNode> spansOf(ExpectedSpan line) {
    List<SpanNode> spans = new ArrayList<>(1);
    places.forEach((span, assumed) -> {
      if (assumed == line) {
        spans.add(span);
      }
    });
    return spans;
  }

  /** Whether the line's label is assumed to be another span, or the span to have another label. */
  boolean refuses(ExpectedSpan line, SpanNode span) {
    if (targets.isEmpty()) {
      return false;
    }
    String label = line.line().label();
    SpanNode target = label == null ? null : targets.get(label);
    return target != null ? target != span : targets.containsValue(span);
  }

  /** True where nothing is assumed: it may have the label. */
  @Override
  public boolean has(SpanNode span, String label) {
    SpanNode target = targets.get(label);
    return target == null || target == span;
  }

  @Override
  public @Nullable String of(SpanNode span) {
    return null;
  }

  @Override
  public void refused(SpanNode span, String label) {}
}
