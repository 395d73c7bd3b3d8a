package io.spantree.outline;

import io.spantree.model.AttributeValue;
import io.spantree.model.ValueType;
import java.text.ParsePosition;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a matcher demands of a value. */
public sealed interface Condition {

  boolean accepts(AttributeValue value);

  /** The words between the angle brackets. */
  String notation();

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
    public String notation() {
      return "absent";
    }
  }

  /** Any value of a simple type. */
  record OfType(ValueType type) implements Condition {
    @Override
    public boolean accepts(AttributeValue value) {
      return value.type() == type;
    }

    @Override
    public String notation() {
      return type.word();
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
        if (dash ? text.charAt(i) != '-' : Character.digit(text.charAt(i), 16) < 0) {
          return false;
        }
      }
      return true;
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
          && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    @Override
    public String notation() {
      return "hex " + length;
    }
  }

  /** An ISO 8601 date and time, or an epoch in s, ms, µs or ns between the years 2000 and 2100. */
  record Timestamp() implements Condition {
    private static final long YEAR_2000 = 946_684_800L;
    private static final long YEAR_2100 = 4_102_444_800L;

    @Override
    public boolean accepts(AttributeValue value) {
      if (value.value() instanceof Long epoch) {
        return within(epoch, 1)
            || within(epoch, 1_000)
            || within(epoch, 1_000_000)
            || within(epoch / 1_000, 1_000_000);
      }
      return value.value() instanceof String text && isIso(text);
    }

    private static boolean within(long epoch, long perSecond) {
      return epoch >= YEAR_2000 * perSecond && epoch < YEAR_2100 * perSecond;
    }

    private static boolean isIso(String text) {
      ParsePosition position = new ParsePosition(0);
      return DateTimeFormatter.ISO_DATE_TIME.parseUnresolved(text, position) != null
          && position.getIndex() == text.length();
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
          && !Double.isNaN(number.doubleValue())
          && (low == null || compare((Number) low.value(), number) <= 0)
          && (high == null || compare(number, (Number) high.value()) <= 0);
    }

    private static int compare(Number left, Number right) {
      return left instanceof Long && right instanceof Long
          ? Long.compare(left.longValue(), right.longValue())
          : Double.compare(left.doubleValue(), right.doubleValue());
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
    public String notation() {
      return "oneof " + String.join(" ", values.stream().map(Notation::value).toList());
    }
  }

  /** A string that the regular expression matches as a whole. */
  record Regex(String expression, Pattern pattern) implements Condition {
    /**
     * @throws java.util.regex.PatternSyntaxException when it is no regular expression
     */
    public static Regex of(String expression) {
      Pattern pattern = Pattern.compile(expression, Pattern.DOTALL);
      return new Regex(RegexText.canonical(expression), pattern);
    }

    @Override
    public boolean accepts(AttributeValue value) {
      return value.value() instanceof String text && pattern.matcher(text).matches();
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
  }
}
