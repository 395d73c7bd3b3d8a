package io.spantree.outline;

import io.spantree.model.AttributeValue;
import io.spantree.model.ValueType;
import io.spantree.outline.ValuePattern.Matcher;
import java.util.Arrays;
import java.util.List;

/** The matchers of the notation, for outlines built in code. */
public final class Matchers {
  private Matchers() {}

  /** {@code <any>}: every value. */
  public static Matcher any() {
    return matcher(new Condition.Any());
  }

  /** {@code <absent>}: no such attribute. */
  public static Matcher absent() {
    return matcher(new Condition.Absent());
  }

  /** {@code <string>}: every string. */
  public static Matcher anyString() {
    return matcher(new Condition.OfType(ValueType.STRING));
  }

  /** {@code <long>}: every long. */
  public static Matcher anyLong() {
    return matcher(new Condition.OfType(ValueType.LONG));
  }

  /** {@code <double>}: every double. */
  public static Matcher anyDouble() {
    return matcher(new Condition.OfType(ValueType.DOUBLE));
  }

  /** {@code <bool>}: true or false. */
  public static Matcher anyBoolean() {
    return matcher(new Condition.OfType(ValueType.BOOLEAN));
  }

  /** {@code <uuid>}: a UUID. */
  public static Matcher uuid() {
    return matcher(new Condition.Uuid());
  }

  /** {@code <hex 16>}: so many hexadecimal digits. */
  public static Matcher hex(int digits) {
    if (digits < 0) {
      throw new IllegalArgumentException(digits + " digits are less than none");
    }
    return matcher(new Condition.Hex(digits));
  }

  /** {@code <timestamp>}: an ISO 8601 date and time, or an epoch of this century. */
  public static Matcher timestamp() {
    return matcher(new Condition.Timestamp());
  }

  /** {@code <range 0..9>}: a number within the bounds, both included. */
  public static Matcher between(long low, long high) {
    return range(AttributeValue.of(low), AttributeValue.of(high));
  }

  /** {@code <range 0.5..0.9>}: a number within the bounds, both included. */
  public static Matcher between(double low, double high) {
    return range(AttributeValue.of(requireFinite(low)), AttributeValue.of(requireFinite(high)));
  }

  /** {@code <range 5..>}: a number that is not less. */
  public static Matcher atLeast(long low) {
    return matcher(new Condition.Range(AttributeValue.of(low), null));
  }

  /** {@code <range ..5>}: a number that is not more. */
  public static Matcher atMost(long high) {
    return matcher(new Condition.Range(null, AttributeValue.of(high)));
  }

  /** {@code <range 0.5..>}: a number that is not less. */
  public static Matcher atLeast(double low) {
    return matcher(new Condition.Range(AttributeValue.of(requireFinite(low)), null));
  }

  /** {@code <range ..0.5>}: a number that is not more. */
  public static Matcher atMost(double high) {
    return matcher(new Condition.Range(null, AttributeValue.of(requireFinite(high))));
  }

  private static double requireFinite(double bound) {
    if (!Double.isFinite(bound)) {
      throw new IllegalArgumentException(
          bound + " is no bound; atLeast and atMost leave the other side without one");
    }
    return bound;
  }

  private static Matcher range(AttributeValue low, AttributeValue high) {
    Condition.Range range = new Condition.Range(low, high);
    if (range.isEmpty()) {
      throw new IllegalArgumentException(
          "the first bound of <" + range.notation() + "> is larger than the second");
    }
    return matcher(range);
  }

  /** {@code <oneof "a" "b">}: one of these. */
  public static Matcher oneOf(String... texts) {
    return oneOf(Arrays.stream(texts).map(AttributeValue::of).toList());
  }

  /** One of these, of any type. */
  public static Matcher oneOf(List<AttributeValue> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("one of no values is never there");
    }
    return matcher(new Condition.OneOf(values));
  }

  /**
   * {@code </regex/>}: a string that the expression matches as a whole; flags stand in it, as in
   * {@code (?i)redeem}.
   *
   * @throws java.util.regex.PatternSyntaxException when it is no regular expression
   * @throws IllegalArgumentException when it has comments, (?x), and cannot stand on one line
   */
  public static Matcher matching(String regex) {
    return matcher(Condition.Regex.of(regex));
  }

  /** An array of these; at least one element is a matcher. */
  public static ValuePattern array(ValuePattern... elements) {
    return ValuePattern.array(List.of(elements));
  }

  private static Matcher matcher(Condition condition) {
    return new Matcher(condition, null);
  }
}
