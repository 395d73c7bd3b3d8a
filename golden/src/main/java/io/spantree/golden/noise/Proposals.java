package io.spantree.golden.noise;

import io.spantree.model.AttributeValue;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.Notation;
import io.spantree.outline.ValuePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Replaces values that will differ in the next run by matchers, where they are first recorded. */
public final class Proposals {
  private final NoiseRules rules;
  private final Map<String, String> labels;
  private final Map<String, String> made = new TreeMap<>();

  private Proposals(NoiseRules rules, Map<String, String> labels) {
    this.rules = rules;
    this.labels = labels;
  }

  /** Proposals for what is new in a golden that exists. */
  public static Proposals of(NoiseRules rules) {
    return new Proposals(rules, Map.of());
  }

  /** Proposals for a new golden: a UUID that occurs at several places must be the same one there. */
  public static Proposals labelled(NoiseRules rules, Recording recording) {
    UuidLabels labels = new UuidLabels();
    for (SpanNode span : recording.spans()) {
      labels.add(span);
    }
    return new Proposals(rules, labels.shared());
  }

  /** The attribute, with a matcher in place of a value that will differ. */
  public AttributeLine apply(AttributeLine line) {
    if (!(line.value() instanceof ValuePattern.Literal literal)) {
      return line;
    }
    ValuePattern proposal = proposal(line.key(), literal.value());
    if (proposal == null || !proposal.accepts(literal.value())) {
      return line;
    }
    String was = Notation.key(line.key()) + " = " + literal.notation();
    made.putIfAbsent(line.key(), was);
    return new AttributeLine(line.key(), proposal, line.comments());
  }

  private @Nullable ValuePattern proposal(String key, AttributeValue value) {
    Treatment treatment = rules.treatment(key, false);
    if (treatment instanceof Treatment.Propose propose) {
      return propose.matcher();
    } else if (treatment instanceof Treatment.ProposePort) {
      return UrlPort.proposal(value);
    } else if (treatment instanceof Treatment.ByShape) {
      String label = value.value() instanceof String text ? labels.get(text) : null;
      return label == null ? Shapes.proposal(value) : new ValuePattern.Matcher(Shapes.UUID, label);
    }
    return null;
  }

  /** What was recorded where matchers were proposed: {@code server.port = 54321}, sorted by key. */
  public List<String> made() {
    return new ArrayList<>(made.values());
  }
}
