package io.spantree.golden.noise;

import io.spantree.model.AttributeValue;
import io.spantree.model.ValueType;
import io.spantree.outline.Condition;
import io.spantree.outline.ValuePattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells by its shape a value that will be another one in the next run. */
final class Shapes {
  static final Condition UUID = new Condition.Uuid();
  private static final Condition TIMESTAMP = new Condition.Timestamp();

  /** The years 2020 to 2037: a count of seconds is a small number, as sizes and limits are. */
  private static final long LEAST_SECONDS = 1_577_836_800L;

  private static final long MOST_SECONDS = 2_145_916_800L;

  private static final int SECONDS_DIGITS = 10;

  private Shapes() {}

  static boolean isUuid(AttributeValue value) {
    return UUID.accepts(value);
  }

  /** A matcher that accepts the value, or null when it looks as if it were always the same. */
  static @Nullable ValuePattern proposal(AttributeValue value) {
    if (isUuid(value)) {
      return new ValuePattern.Matcher(UUID, null);
    } else if (isTimestamp(value)) {
      return new ValuePattern.Matcher(TIMESTAMP, null);
    }
    return value.type() == ValueType.STRING_ARRAY ? ofElements(value.elements()) : null;
  }

  private static @Nullable ValuePattern ofElements(List<AttributeValue> elements) {
    boolean varies = false;
    ValuePattern[] patterns = new ValuePattern[elements.size()];
    for (int i = 0; i < patterns.length; i++) {
      ValuePattern proposal = proposal(elements.get(i));
      varies |= proposal != null;
      patterns[i] = proposal != null ? proposal : new ValuePattern.Literal(elements.get(i));
    }
    return varies ? new ValuePattern.ArrayPattern(List.of(patterns)) : null;
  }

  private static boolean isTimestamp(AttributeValue value) {
    if (value.value() instanceof Long number) {
      boolean seconds = Long.toString(number).length() <= SECONDS_DIGITS;
      return seconds ? number >= LEAST_SECONDS && number < MOST_SECONDS : TIMESTAMP.accepts(value);
    }
    return value.value() instanceof String text
        && text.length() > SECONDS_DIGITS
        && text.indexOf('T') > 0
        && TIMESTAMP.accepts(value);
  }
}
