package io.spantree.assertions;

import static io.spantree.assertions.Recorded.byExporter;
import static io.spantree.assertions.Recorded.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Complex attributes, which only a newer OpenTelemetry can record than the oldest supported. */
class ValueAttributesTest {
  private static final Value<?> ORDER = Value.of(
      KeyValue.of("id", Value.of(7)), KeyValue.of("skus", Value.of(Value.of("A-1"), Value.of(2))));

  @BeforeAll
  static void needs_attributes_that_are_values() {
    assumeTrue(Stream.of(AttributeKey.class.getMethods())
        .anyMatch(method -> method.getName().equals("valueKey")));
  }

  @Test
  void equals_a_map_and_a_mixed_list() {
    typed()
        .withAttr("order", ORDER)
        .withAttr(valueKey("order"), ORDER)
        .withAttr(valueKey("order"))
        .withAttr("mixed", Value.of(Value.of("a"), Value.of(1)))
        .withAttr("mixed", List.of("a", 1))
        .withAttr("bytes", Value.of(new byte[] {1, 2}))
        .once();
  }

  @Test
  void equals_a_simple_attribute_where_that_suffices() {
    typed()
        .withAttr("simple", "x")
        .withAttr(AttributeKey.stringKey("simple"), "x")
        .once();
  }

  @Test
  void asks_a_predicate_about_the_value() {
    typed()
        .withAttrSatisfying(valueKey("order"), "the order", value -> value.equals(ORDER))
        .withAttrSatisfying("order", "the order", value -> value.equals(ORDER))
        .withAttrSatisfying(valueKey("simple"), "x", value -> value.equals(Value.of("x")))
        .once();
  }

  @Test
  void fails_with_both_values() {
    assertThat(failure(() -> typed().withAttr("order", Value.of(KeyValue.of("id", Value.of(8))))))
        .contains("ATTRIBUTE VALUE  typed: order: expected {\"id\": 8} (map),"
            + " was {\"id\": 7, \"skus\": [\"A-1\", 2]} (map)");
    assertThat(failure(() -> typed().withAttr("order", "7")))
        .contains("ATTRIBUTE TYPE  typed: order: expected \"7\" (string)");
  }

  private static SpanAssert typed() {
    return byExporter(orders -> orders
            .span("typed")
            .setAttribute(valueKey("order"), ORDER)
            .setAttribute(valueKey("mixed"), Value.of(Value.of("a"), Value.of(1)))
            .setAttribute(valueKey("bytes"), Value.of(new byte[] {1, 2}))
            .setAttribute(valueKey("simple"), Value.of("x"))
            .end())
        .hasSpan("typed");
  }

  @SuppressWarnings(
      "unchecked") // by reflection, because these tests are compiled on the oldest API
  private static AttributeKey<Value<?>> valueKey(String key) {
    try {
      return (AttributeKey<Value<?>>)
          AttributeKey.class.getMethod("valueKey", String.class).invoke(null, key);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
