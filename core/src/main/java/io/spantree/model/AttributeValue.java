package io.spantree.model;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An attribute's value with its type, equal to another when both are equal.
 *
 * <p>A complex {@link Value} that a simple attribute can express is read as the simple one, because
 * the SDK reads {@code Value.of("x")} as a string while the span is live and as a value after its
 * end.
 *
 * @param type the type
 * @param value a String, Boolean, Long, Double, ByteBuffer, a {@code List<AttributeValue>} for an
 *     array, or a {@code SortedMap<String, AttributeValue>} for a map
 */
public record AttributeValue(ValueType type, Object value) {

  public static AttributeValue of(String value) {
    return new AttributeValue(ValueType.STRING, value);
  }

  public static AttributeValue of(boolean value) {
    return new AttributeValue(ValueType.BOOLEAN, value);
  }

  public static AttributeValue of(long value) {
    return new AttributeValue(ValueType.LONG, value);
  }

  public static AttributeValue of(double value) {
    return new AttributeValue(ValueType.DOUBLE, value);
  }

  public static AttributeValue of(byte[] value) {
    return new AttributeValue(ValueType.BYTES, ByteBuffer.wrap(value.clone()));
  }

  public static AttributeValue of(SortedMap<String, AttributeValue> entries) {
    return new AttributeValue(ValueType.MAP, entries);
  }

  /** An array; its type is that of its elements when they share one, {@code whenEmpty} when none. */
  public static AttributeValue array(ValueType whenEmpty, List<AttributeValue> elements) {
    ValueType type = elements.isEmpty() ? whenEmpty : elements.get(0).type().arrayOf();
    for (AttributeValue element : elements) {
      if (element.type().arrayOf() != type) {
        type = ValueType.ARRAY;
      }
    }
    return new AttributeValue(type, List.copyOf(elements));
  }

  /** The elements of an array; none for everything else. */
  @SuppressWarnings("unchecked") // the type says what the list holds
  public List<AttributeValue> elements() {
    return type.isArray() ? (List<AttributeValue>) value : List.of();
  }

  /** The value of an attribute as the SDK hands it out. */
  public static AttributeValue of(AttributeKey<?> key, Object value) {
    if (value instanceof Collection<?> elements) {
      List<AttributeValue> values = new ArrayList<>(elements.size());
      elements.forEach(element -> values.add(ofObject(element)));
      return array(arrayType(key.getType()), values);
    }
    return ofObject(value);
  }

  private static ValueType arrayType(AttributeType type) {
    return switch (type) {
      case STRING_ARRAY -> ValueType.STRING_ARRAY;
      case BOOLEAN_ARRAY -> ValueType.BOOLEAN_ARRAY;
      case LONG_ARRAY -> ValueType.LONG_ARRAY;
      case DOUBLE_ARRAY -> ValueType.DOUBLE_ARRAY;
      default -> ValueType.ARRAY;
    };
  }

  private static AttributeValue ofObject(Object value) {
    if (value instanceof String text) {
      return of(text);
    } else if (value instanceof Long number) {
      return of(number.longValue());
    } else if (value instanceof Double number) {
      return of(number.doubleValue());
    } else if (value instanceof Boolean flag) {
      return of(flag.booleanValue());
    } else if (value instanceof ByteBuffer bytes) {
      return new AttributeValue(ValueType.BYTES, bytes);
    } else if (value instanceof Value<?> complex) {
      return ofComplex(complex);
    }
    return new AttributeValue(ValueType.EMPTY, "");
  }

  private static AttributeValue ofComplex(Value<?> complex) {
    if (!(complex.getValue() instanceof List<?> elements)) {
      return ofObject(complex.getValue());
    }
    // Both an array and a map come as a list; only the map's holds pairs, and its type says so when
    // empty.
    if (complex.getType() == io.opentelemetry.api.common.ValueType.KEY_VALUE_LIST) {
      SortedMap<String, AttributeValue> entries = new TreeMap<>();
      for (Object entry : elements) {
        KeyValue pair = (KeyValue) entry;
        entries.put(pair.getKey(), ofComplex(pair.getValue()));
      }
      return of(entries);
    }
    List<AttributeValue> values = new ArrayList<>(elements.size());
    elements.forEach(element -> values.add(ofObject(element)));
    return array(ValueType.ARRAY, values);
  }
}
