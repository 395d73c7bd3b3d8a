package io.spantree.compare;

import io.spantree.model.AttributeValue;
import io.spantree.model.SpanNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the labels are assumed to stand for while lines and spans are paired.
 *
 * @param values the values of labels inside matchers
 * @param targets the spans of labels that links point to
 */
record Hypothesis(Map<String, AttributeValue> values, Map<String, SpanNode> targets)
    implements LinkComparator.Labelling {
  static final Hypothesis NONE = new Hypothesis(new HashMap<>(), new HashMap<>());

  Hypothesis with(String label, AttributeValue value) {
    Map<String, AttributeValue> more = new HashMap<>(values);
    more.put(label, value);
    return new Hypothesis(more, targets);
  }

  Hypothesis withValues(Map<String, AttributeValue> assumed) {
    return new Hypothesis(new HashMap<>(assumed), targets);
  }

  Hypothesis withTargets(Map<String, SpanNode> assumed) {
    return new Hypothesis(values, new HashMap<>(assumed));
  }

  /** The same with another target, whose own label, if any, gets the former target in exchange. */
  Hypothesis with(String label, SpanNode target) {
    Map<String, SpanNode> more = new HashMap<>(targets);
    SpanNode former = more.get(label);
    if (former != null) {
      more.replaceAll((other, span) -> span == target ? former : span);
    }
    more.put(label, target);
    return new Hypothesis(values, more);
  }

  /** Whether the line's label is assumed to be another span, or the span to have another label. */
  boolean refuses(ExpectedSpan line, SpanNode span) {
    SpanNode target = targets.get(line.line().label());
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
