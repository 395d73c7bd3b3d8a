package io.spantree.compare;

import io.spantree.model.AttributeValue;
import io.spantree.outline.ValuePattern;
import java.util.HashMap;
import java.util.Map;

/** What the labels of matchers stand for: the first value seen, which all others must equal. */
final class LabelBindings {
  private final Map<String, AttributeValue> values = new HashMap<>();

  /** Whether the pattern accepts the value and its label stands for this value or for none yet. */
  boolean accept(ValuePattern pattern, AttributeValue value) {
    if (!pattern.accepts(value)) {
      return false;
    }
    String label = pattern.label();
    return label == null || values.computeIfAbsent(label, first -> value).equals(value);
  }
}
