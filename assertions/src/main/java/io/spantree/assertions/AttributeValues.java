package io.spantree.assertions;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Value;
import io.spantree.model.AttributeValue;
import io.spantree.model.ValueType;
import io.spantree.outline.Condition;
import io.spantree.outline.ValuePattern;
import io.spantree.report.AssertionText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns the values that a test writes into patterns, without losing their types. */
final class AttributeValues {
  private AttributeValues() {}

  static ValuePattern literal(AttributeValue value) {
    return new ValuePattern.Literal(value);
  }

  static <T> ValuePattern literal(AttributeKey<T> key, T value) {
    return literal(AttributeValue.of(key, notNull(key.getKey(), value)));
  }

  static ValuePattern literal(String key, Value<?> value) {
    return literal(AttributeValue.of(AttributeKey.stringKey(key), notNull(key, value)));
  }

  /** A list of strings, whole numbers, other numbers, booleans or {@link Value}s, also mixed. */
  static ValuePattern list(String key, List<?> values) {
    List<AttributeValue> elements = new ArrayList<>(notNull(key, values).size());
    values.forEach(value -> elements.add(element(key, value)));
    return elements.isEmpty()
        ? new ValuePattern.Described(AssertionText.emptyList(), null, AttributeValues::isEmptyArray)
        : literal(AttributeValue.array(ValueType.ARRAY, elements));
  }

  private static boolean isEmptyArray(AttributeValue value) {
    return value.type().isArray() && value.elements().isEmpty();
  }

  private static AttributeValue element(String key, @Nullable Object value) {
    if (value instanceof String text) {
      return AttributeValue.of(text);
    } else if (value instanceof Boolean flag) {
      return AttributeValue.of(flag.booleanValue());
    } else if (value instanceof Double || value instanceof Float) {
      return AttributeValue.of(((Number) value).doubleValue());
    } else if (value instanceof Long || value instanceof Integer) {
      return AttributeValue.of(((Number) value).longValue());
    } else if (value instanceof Value<?> complex) {
      return AttributeValue.of(AttributeKey.stringKey(key), complex);
    }
    throw new IllegalArgumentException(
        AssertionText.noAttribute(key, notNull(key, value).getClass()));
  }

  /** Any value of the type of the key. */
  static ValuePattern anyOf(AttributeKey<?> key) {
    ValueType type = type(key);
    return new ValuePattern.Matcher(
        type == null ? new Condition.Any() : new Condition.OfType(type), null);
  }

  static ValuePattern satisfying(String key, String words, Predicate<Object> demand) {
    return new ValuePattern.Described(words, null, value -> holds(key, words, demand, value));
  }

  @SuppressWarnings("unchecked") // a value of the key's type is a T
  static <T> ValuePattern satisfying(AttributeKey<T> key, String words, Predicate<T> demand) {
    ValueType type = type(key);
    String word = type == null ? null : type.word();
    return new ValuePattern.Described(
        words, word, value -> demand.test((T) RawValue.of(value, type)));
  }

  /** A predicate on another type is an error: as an answer it would let what is forbidden pass. */
  private static boolean holds(
      String key, String words, Predicate<Object> demand, AttributeValue value) {
    Object given = RawValue.of(value, value.type());
    try {
      return demand.test(given);
    } catch (ClassCastException e) {
      throw new AssertionError(AssertionText.wrongCast(key, words, given), e);
    }
  }

  /** Null for a key of complex values, which are read as the simple ones where these suffice. */
  private static @Nullable ValueType type(AttributeKey<?> key) {
    return switch (key.getType()) {
      case STRING -> ValueType.STRING;
      case BOOLEAN -> ValueType.BOOLEAN;
      case LONG -> ValueType.LONG;
      case DOUBLE -> ValueType.DOUBLE;
      case STRING_ARRAY -> ValueType.STRING_ARRAY;
      case BOOLEAN_ARRAY -> ValueType.BOOLEAN_ARRAY;
      case LONG_ARRAY -> ValueType.LONG_ARRAY;
      case DOUBLE_ARRAY -> ValueType.DOUBLE_ARRAY;
      default -> null; // VALUE, which the oldest supported API does not have
    };
  }

  static <T> T notNull(String key, @Nullable T value) {
    return requireNonNull(value, () -> AssertionText.nullAttribute(key));
  }
}
