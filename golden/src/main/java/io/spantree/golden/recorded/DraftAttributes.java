package io.spantree.golden.recorded;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.spantree.model.AttributeValue;
import io.spantree.model.ValueType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Turns values back into what the SDK would have recorded. */
final class DraftAttributes {
  private DraftAttributes() {}

  static Attributes of(SortedMap<String, AttributeValue> values) {
    AttributesBuilder attributes = Attributes.builder();
    values.forEach(
        (key, value) -> attributes.put(new Key(key, typeOf(value.type())), object(value)));
    return attributes.build();
  }

  /**
   * A key for any value: the API has none for complex values before 1.59, and what reads attributes
   * here asks the value.
   */
  private record Key(String key, AttributeType type) implements AttributeKey<Object> {
    @Override
    public String getKey() {
      return key;
    }

    @Override
    public AttributeType getType() {
      return type;
    }
  }

  private static AttributeType typeOf(ValueType type) {
    return switch (type) {
      case BOOLEAN -> AttributeType.BOOLEAN;
      case LONG -> AttributeType.LONG;
      case DOUBLE -> AttributeType.DOUBLE;
      case STRING_ARRAY -> AttributeType.STRING_ARRAY;
      case BOOLEAN_ARRAY -> AttributeType.BOOLEAN_ARRAY;
      case LONG_ARRAY -> AttributeType.LONG_ARRAY;
      case DOUBLE_ARRAY -> AttributeType.DOUBLE_ARRAY;
      default -> AttributeType.STRING;
    };
  }

  private static Object object(AttributeValue value) {
    return switch (value.type()) {
      case STRING, BOOLEAN, LONG, DOUBLE -> value.value();
      case STRING_ARRAY, BOOLEAN_ARRAY, LONG_ARRAY, DOUBLE_ARRAY ->
        value.elements().stream().map(AttributeValue::value).toList();
      case EMPTY -> Optional.empty();
      case ARRAY, MAP, BYTES -> complex(value);
    };
  }

  private static Value<?> complex(AttributeValue value) {
    if (value.value() instanceof String text) {
      return Value.of(text);
    } else if (value.value() instanceof Boolean flag) {
      return Value.of(flag);
    } else if (value.value() instanceof Long number) {
      return Value.of(number);
    } else if (value.value() instanceof Double number) {
      return Value.of(number);
    } else if (value.value() instanceof ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      return Value.of(copy);
    } else if (value.value() instanceof SortedMap<?, ?> entries) {
      return Value.of(entries.entrySet().stream()
          .map(entry ->
              KeyValue.of((String) entry.getKey(), complex((AttributeValue) entry.getValue())))
          .toArray(KeyValue[]::new));
    }
    return Value.of(List.copyOf(
        value.elements().stream().<Value<?>>map(DraftAttributes::complex).toList()));
  }
}
