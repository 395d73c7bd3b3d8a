package io.spantree.assertions;

import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import io.spantree.report.AssertionText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What one span must be: collects the steps of a lambda, all of which must hold of one span. */
public final class SpanConditions implements SpanSteps<SpanConditions> {
  private final List<SpanCondition> conditions = new ArrayList<>();

  private SpanConditions() {}

  /** Those of a lambda; one that asserts nothing fails, because any span would meet it. */
  static SpanConditions of(String step, Consumer<SpanConditions> lambda) {
    SpanConditions span = new SpanConditions();
    lambda.accept(span);
    if (span.conditions.isEmpty()) {
      throw new AssertionError(AssertionText.assertsNothing(step));
    }
    return span;
  }

  /** Any span will do. */
  static SpanConditions none() {
    return new SpanConditions();
  }

  @Override
  public SpanConditions step(SpanCondition condition) {
    conditions.add(condition);
    return this;
  }

  List<String> descriptions() {
    return conditions.stream().map(SpanCondition::description).toList();
  }

  /** Whether one of them may hold only because something has not come yet. */
  boolean forbids() {
    return conditions.stream().anyMatch(SpanCondition::forbids);
  }

  List<Finding> mismatch(SpanNode span, Surroundings around) {
    List<Finding> findings = new ArrayList<>();
    conditions.forEach(condition -> findings.addAll(condition.mismatch().of(span, around)));
    return findings;
  }
}
