package io.spantree.assertions;

import io.opentelemetry.api.common.AttributeKey;
import io.spantree.compare.AttributeMatch;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.Condition;
import io.spantree.outline.ValuePattern;
import io.spantree.report.StepText;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one step demands of attributes, whether they are a span's or an event's.
 *
 * @param description the step in words
 * @param match the demand
 * @param every whether all spans must meet it that are left, and not just one
 */
record AttributeCondition(String description, AttributeMatch match, boolean every) {
  private static final ValuePattern ANY = new ValuePattern.Matcher(new Condition.Any(), null);
  private static final ValuePattern ABSENT = new ValuePattern.Matcher(new Condition.Absent(), null);

  static AttributeCondition equal(String key, ValuePattern value) {
    return new AttributeCondition(StepText.attr(key, value), more(line(key, value)), false);
  }

  static AttributeCondition present(String key) {
    return new AttributeCondition(StepText.attr(key), more(line(key, ANY)), false);
  }

  static AttributeCondition present(AttributeKey<?> key) {
    ValuePattern typed = AttributeValues.anyOf(key);
    return new AttributeCondition(
        StepText.attr(key.getKey()), more(line(key.getKey(), typed)), false);
  }

  static AttributeCondition absent(String key) {
    return new AttributeCondition(StepText.withoutAttr(key), more(line(key, ABSENT)), true);
  }

  static AttributeCondition only(Collection<String> keys) {
    Set<String> sorted = new TreeSet<>(keys);
    List<AttributeLine> lines = sorted.stream().map(key -> line(key, ANY)).toList();
    return new AttributeCondition(
        StepText.onlyAttrs(sorted), new AttributeMatch(lines, false), true);
  }

  private static AttributeMatch more(AttributeLine line) {
    return new AttributeMatch(List.of(line), true);
  }

  private static AttributeLine line(String key, ValuePattern value) {
    return new AttributeLine(Objects.requireNonNull(key, "key"), value, List.of());
  }
}
