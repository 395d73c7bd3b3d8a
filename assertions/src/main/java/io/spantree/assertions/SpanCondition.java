package io.spantree.assertions;

import io.spantree.compare.SpanMatch;
import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import io.spantree.outline.SpanOutline;
import io.spantree.report.StepText;
import java.util.List;
import java.util.function.Function;

/**
 * What one step demands of a span.
 *
 * @param description the step in words
 * @param mismatch why a span does not meet it
 * @param every whether all spans must meet it that are left, and not just one
 * @param forbids whether it may hold only because something has not come yet
 */
record SpanCondition(String description, Mismatch mismatch, boolean every, boolean forbids) {

  /** Says why a span is not as demanded; empty when it is. */
  @FunctionalInterface
  interface Mismatch {
    List<Finding> of(SpanNode span, Surroundings around);
  }

  static SpanCondition some(String description, Mismatch mismatch) {
    return new SpanCondition(description, mismatch, false, false);
  }

  static SpanCondition every(String description, Mismatch mismatch) {
    return new SpanCondition(description, mismatch, true, false);
  }

  SpanCondition forbidding() {
    return new SpanCondition(description, mismatch, every, true);
  }

  static SpanCondition described(String description, SpanOutline outline) {
    Function<SpanNode, List<Finding>> differences = SpanMatch.describedBy(outline);
    return some(description, (span, around) -> differences.apply(span));
  }

  static SpanCondition of(AttributeCondition attributes) {
    return new SpanCondition(
        attributes.description(),
        (span, around) -> SpanMatch.attributes(attributes.match(), span),
        attributes.every(),
        attributes.every());
  }

  /** The words in a chain of steps, where a step may be on each span. */
  String step() {
    return every ? StepText.each(description) : description;
  }
}
