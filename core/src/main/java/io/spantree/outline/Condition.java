package io.spantree.outline;

import io.spantree.model.AttributeValue;
import io.spantree.model.ValueType;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a matcher demands of a value. */
public sealed interface Condition {

  boolean accepts(AttributeValue value);

  /** The words between the angle brackets. */
  String notation();

  /** The type of the values it accepts, such as {@code long}; null when it is not one type. */
  default @Nullable String type() {
    return null;
  }

  /** Whether it may accept a string, as every name is one. */
  default boolean mayBeText() {
    return Impossible.mayBeText(type());
  }

  /** Any value. */
  record Any() implements Condition {
    @Override
    public boolean accepts(AttributeValue value) {
      return true;
    }

    @Override
    public String notation() {
      return "any";
    }
  }

  /** No value: the attribute is not there. */
  record Absent() implements Condition {
    @Override
    public boolean accepts(AttributeValue value) {
      return false;
    }

    @Override
    public boolean mayBeText() {
      return false;
    }

    @Override
    public String notation() {
      return "absent";
    }
  }

  /** Any value of a simple type. */
  record OfType(ValueType expected) implements Condition {
    @Override
    public boolean accepts(AttributeValue value) {
      return value.type() == expected;
    }

    @Override
    public String type() {
      return expected.word();
    }

    @Override
    public String notation() {
      return expected.word();
    }
  }

  /** A UUID in its canonical form, in either case. */
  record Uuid() implements Condition {
    private static final int LENGTH = 36;

    @Override
    public boolean accepts(AttributeValue value) {
      if (!(value.value() instanceof String text) || text.length() != LENGTH) {
        return false;
      }
      for (int i = 0; i < LENGTH; i++) {
        boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text.charAt(i) != '-' : !Words.isHexDigit(text.charAt(i))) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String type() {
      return ValueType.STRING.word();
    }

    @Override
    public String notation() {
      return "uuid";
    }
  }

  /** So many hexadecimal digits. */
  record Hex(int length) implements Condition {
    @Override
    public boolean accepts(AttributeValue value) {
      return value.value() instanceof String text
          && text.length() == length
          && text.chars().allMatch(Words::isHexDigit);
    }

    @Override
    public String type() {
      return ValueType.STRING.word();
    }

    @Override
    public String notation() {
      return "hex " + length;
    }
  }

  /** An ISO 8601 date and time, or an epoch in s, ms, µs or ns between the years 2000 and 2100. */
  record Timestamp() implements Condition {
    @Override
    public boolean accepts(AttributeValue value) {
      return value.value() instanceof Long epoch
          ? Timestamps.isEpoch(epoch)
          : value.value() instanceof String text && Timestamps.isIso(text);
    }

    @Override
    public String notation() {
      return "timestamp";
    }
  }

  /** A number between two bounds, both included; a bound left out is no bound. */
  record Range(@Nullable AttributeValue low, @Nullable AttributeValue high) implements Condition {
    @Override
    public boolean accepts(AttributeValue value) {
      return value.value() instanceof Number number
          && (low == null || isAtMost((Number) low.value(), number))
          && (high == null || isAtMost(number, (Number) high.value()));
    }

    /** False for a NaN on either side; the two zeros are equal. */
    private static boolean isAtMost(Number left, Number right) {
      return left instanceof Long && right instanceof Long
          ? left.longValue() <= right.longValue()
          : left.doubleValue() <= right.doubleValue();
    }

    /** Whether no number can lie between the bounds. */
    boolean isEmpty() {
      return low != null && high != null && !isAtMost((Number) low.value(), (Number) high.value());
    }

    @Override
    public boolean mayBeText() {
      return false;
    }

    @Override
    public String notation() {
      return "range "
          + (low == null ? "" : Notation.value(low))
          + ".."
          + (high == null ? "" : Notation.value(high));
    }
  }

  /** One of the values listed. */
  record OneOf(List<AttributeValue> values) implements Condition {
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public boolean accepts(AttributeValue value) {
      return values.contains(value);
    }

    @Override
    public boolean mayBeText() {
      return values.stream().anyMatch(value -> value.type() == ValueType.STRING);
    }

    @Override
    public String notation() {
      return "oneof " + String.join(" ", values.stream().map(Notation::value).toList());
    }
  }

  /** A string that the regular expression matches as a whole. */
  final class Regex implements Condition {
    private final String expression;
    private final Pattern pattern;

    private Regex(String expression, Pattern pattern) {
      this.expression = expression;
      this.pattern = pattern;
    }

    /**
     * Flags stand in the expression, as in {@code (?i)redeem}; a dot also means a line break.
     *
     * @throws java.util.regex.PatternSyntaxException when it is no regular expression
     * @throws IllegalArgumentException when it cannot be written on one line, which is only so where
     *     it has comments
     */
    public static Regex of(String expression) {
      Pattern pattern = Pattern.compile(expression, Pattern.DOTALL);
      return new Regex(RegexText.canonical(expression), pattern);
    }

    /** The expression, in the spelling that equal ones share. */
    public String expression() {
      return expression;
    }

    @Override
    public boolean accepts(AttributeValue value) {
      return value.value() instanceof String text && matches(text);
    }

    private boolean matches(String text) {
      try {
        return pattern.matcher(text).matches();
      } catch (StackOverflowError e) {
        throw new IllegalArgumentException(
            "the regular expression " + notation() + " needs too deep a stack for a text of "
                + text.length() + " characters; write it without a repeated group, such as (a|b)*",
            e);
      }
    }

    @Override
    public String type() {
      return ValueType.STRING.word();
    }

    @Override
    public String notation() {
      return "/" + RegexText.escaped(expression) + "/";
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Regex regex && regex.expression.equals(expression);
    }

    @Override
    public int hashCode() {
      return expression.hashCode();
    }

    @Override
    public String toString() {
      return notation();
    }
  }
}
