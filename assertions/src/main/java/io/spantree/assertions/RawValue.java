package io.spantree.assertions;

import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.spantree.model.AttributeValue;
import io.spantree.model.ValueType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a predicate of a test is given: the value as OpenTelemetry's own key would hand it out. */
final class RawValue {
  private RawValue() {}

  /** A {@link Value} where no type is asked for, and where the type is complex. */
  static Object of(AttributeValue value, @Nullable ValueType asked) {
    boolean complex = asked == null || asked == ValueType.ARRAY || !isSimple(value.type());
    return complex ? complex(value) : simple(value);
  }

  private static boolean isSimple(ValueType type) {
    return switch (type) {
      case ARRAY, MAP, BYTES, EMPTY -> false;
      default -> true;
    };
  }

  private static Object simple(AttributeValue value) {
    return value.type().isArray()
        ? value.elements().stream().map(AttributeValue::value).toList()
        : value.value();
  }

  private static Value<?> complex(AttributeValue value) {
    return switch (value.type()) {
      case STRING -> Value.of((String) value.value());
      case BOOLEAN -> Value.of((boolean) value.value());
      case LONG -> Value.of((long) value.value());
      case DOUBLE -> Value.of((double) value.value());
      case BYTES -> Value.of(bytes((ByteBuffer) value.value()));
      case MAP -> map((Map<?, ?>) value.value());
      default -> array(value.elements());
    };
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static Value<?> map(Map<?, ?> entries) {
    return Value.of(entries.entrySet().stream()
        .map(entry ->
            KeyValue.of((String) entry.getKey(), complex((AttributeValue) entry.getValue())))
        .toArray(KeyValue[]::new));
  }

  private static Value<?> array(List<AttributeValue> elements) {
    List<Value<?>> values = new ArrayList<>(elements.size());
    elements.forEach(element -> values.add(complex(element)));
    return Value.of(values);
  }
}
