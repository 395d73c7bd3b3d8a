package io.spantree.compare;

import io.spantree.model.AttributeValue;
import io.spantree.outline.ValuePattern;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the labels of matchers stand for: the first value seen, which all others must equal. */
final class LabelBindings {
  private final Hypothesis hypothesis;
  private final Map<String, AttributeValue> found = new HashMap<>();
  private final Map<String, Set<AttributeValue>> others = new LinkedHashMap<>();
  private final Map<String, Set<AttributeValue>> met;

  LabelBindings(Hypothesis hypothesis) {
    this(hypothesis, new LinkedHashMap<>());
  }

  private LabelBindings(Hypothesis hypothesis, Map<String, Set<AttributeValue>> met) {
    this.hypothesis = hypothesis;
    this.met = met;
  }

  /** Bindings for a guess, which must not bind these. */
  LabelBindings guess() {
    return new LabelBindings(hypothesis, met);
  }

  /** Whether the pattern accepts the value and its label stands for this value or for none yet. */
  boolean accept(ValuePattern pattern, AttributeValue value) {
    return pattern.accepts(value) && bind(pattern, value);
  }

  /** What each label stands for. */
  Map<String, AttributeValue> values() {
    Map<String, AttributeValue> values = new HashMap<>(found);
    values.putAll(hypothesis.values());
    return values;
  }

  /** What a label that was met stands for. */
  AttributeValue of(String label) {
    AttributeValue assumed = hypothesis.values().get(label);
    return assumed != null ? assumed : Objects.requireNonNull(found.get(label), label);
  }

  /** All values that each label might have stood for, by itself, in any guess. */
  Map<String, Set<AttributeValue>> met() {
    return met;
  }

  /** Values that were refused only because their label stands for another. */
  Map<String, Set<AttributeValue>> others() {
    return others;
  }

  private boolean bind(ValuePattern pattern, AttributeValue value) {
    if (pattern instanceof ValuePattern.ArrayPattern array) {
      boolean all = true;
      for (int i = 0; i < array.elements().size(); i++) {
        all &= bind(array.elements().get(i), value.elements().get(i));
      }
      return all;
    }
    String label = pattern.label();
    if (label == null) {
      return true;
    }
    met.computeIfAbsent(label, l -> new LinkedHashSet<>()).add(value);
    if (meaning(label, value).equals(value)) {
      return true;
    }
    others.computeIfAbsent(label, l -> new LinkedHashSet<>()).add(value);
    return false;
  }

  /** What is assumed is looked up and not copied: each guess about a pair makes bindings anew. */
  private AttributeValue meaning(String label, AttributeValue value) {
    AttributeValue assumed = hypothesis.values().get(label);
    return assumed != null ? assumed : found.computeIfAbsent(label, first -> value);
  }
}
