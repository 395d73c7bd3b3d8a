package io.spantree.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributeValueTest {
  private static final AttributeKey<String> ANY =
      AttributeKey.stringKey("k"); // stands for a value key

  private static AttributeValue complex(Value<?> value) {
    return AttributeValue.of(ANY, value);
  }

  @Test
  void attributes_keep_their_type() {
    var values = SpanAttributes.of(Attributes.builder()
        .put("s", "x")
        .put("l", 1L)
        .put("d", 1.0)
        .put("b", true)
        .put("ss", "x", "y")
        .put("ls", 1L, 2L)
        .put(AttributeKey.doubleArrayKey("none"), List.of())
        .build());

    assertThat(values.keySet()).containsExactly("b", "d", "l", "ls", "none", "s", "ss");
    assertThat(values.values())
        .extracting(value -> value.type().word())
        .containsExactly("bool", "double", "long", "long[]", "double[]", "string", "string[]");
    assertThat(values.get("l")).isNotEqualTo(values.get("d"));
  }

  @Test
  void a_complex_value_that_a_simple_attribute_can_express_is_the_simple_one() {
    assertThat(complex(Value.of("x"))).isEqualTo(AttributeValue.of("x"));
    assertThat(complex(Value.of(1L))).isEqualTo(AttributeValue.of(1));
    assertThat(complex(Value.of(1.5))).isEqualTo(AttributeValue.of(1.5));
    assertThat(complex(Value.of(true))).isEqualTo(AttributeValue.of(true));
    assertThat(complex(Value.of(List.of(Value.of(1L), Value.of(2L)))))
        .isEqualTo(AttributeValue.of(AttributeKey.longArrayKey("k"), List.of(1L, 2L)));
  }

  @Test
  void maps_are_equal_whatever_the_order_of_their_keys() {
    AttributeValue one =
        complex(Value.of(KeyValue.of("a", Value.of(1L)), KeyValue.of("b", Value.of("x"))));
    AttributeValue other =
        complex(Value.of(KeyValue.of("b", Value.of("x")), KeyValue.of("a", Value.of(1L))));

    assertThat(one).isEqualTo(other);
    assertThat(one.type()).isEqualTo(ValueType.MAP);
  }

  @Test
  void an_empty_map_is_no_empty_array() {
    assertThat(complex(Value.of(new KeyValue[0])).type()).isEqualTo(ValueType.MAP);
    assertThat(complex(Value.of(List.<Value<?>>of())).type()).isEqualTo(ValueType.ARRAY);
  }

  @Test
  void bytes_are_equal_by_content() {
    assertThat(complex(Value.of(new byte[] {1, 2})))
        .isEqualTo(AttributeValue.of(new byte[] {1, 2}));
    assertThat(complex(Value.of(new byte[] {1, 2})))
        .isNotEqualTo(AttributeValue.of(new byte[] {1, 3}));
  }

  @Test
  void an_array_of_unlike_elements_has_no_type_of_its_own() {
    assertThat(AttributeValue.array(
                ValueType.ARRAY, List.of(AttributeValue.of(1), AttributeValue.of("x")))
            .type())
        .isEqualTo(ValueType.ARRAY);
  }
}
