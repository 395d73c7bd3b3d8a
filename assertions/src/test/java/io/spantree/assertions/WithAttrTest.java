package io.spantree.assertions;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.spantree.assertions.Recorded.byExporter;
import static io.spantree.assertions.Recorded.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Attributes: the value and its type, and why a candidate fell out. */
class WithAttrTest {

  @Test
  void accepts_each_type() {
    typed()
        .withAttr("s", "x")
        .withAttr("l", 4200)
        .withAttr("l", 4200L)
        .withAttr("d", 0.5)
        .withAttr("b", true)
        .withAttr("nan", Double.NaN)
        .once();
  }

  @Test
  void accepts_each_type_by_its_key() {
    typed()
        .withAttr(stringKey("s"), "x")
        .withAttr(longKey("l"), 4200L)
        .withAttr(doubleKey("d"), 0.5)
        .withAttr(booleanKey("b"), true)
        .withAttr(stringArrayKey("list"), List.of("x", "y"))
        .once();
  }

  @Test
  void takes_an_int_for_a_long_key() {
    int number = 4200;
    Integer boxed = 4200;
    Long large = 4200L;

    typed()
        .withAttr(longKey("l"), number)
        .withAttr(longKey("l"), boxed)
        .withAttr(longKey("l"), large)
        .withAttr("l", boxed);
  }

  @Test
  void tells_the_types_of_equal_texts_apart() {
    assertThat(failure(() -> typed().withAttr("l", "4200")))
        .contains("ATTRIBUTE TYPE  typed: l: expected \"4200\" (string), was 4200 (long)");
    assertThat(failure(() -> typed().withAttr("l", 4200.0)))
        .contains("ATTRIBUTE TYPE  typed: l: expected 4200.0 (double), was 4200 (long)");
    assertThat(failure(() -> typed().withAttr("b", "true"))).contains("was true (bool)");
  }

  @Test
  void fails_by_key_as_by_name() {
    assertThat(failure(() -> typed().withAttr(longKey("l"), 4199)))
        .contains("l: expected 4199 (long), was 4200 (long)");
    assertThat(failure(() -> typed().withAttr(stringArrayKey("list"), List.of("y", "x"))))
        .contains("list: expected [\"y\", \"x\"] (string[]), was [\"x\", \"y\"] (string[])");
  }

  @Test
  void suggests_the_nearest_key() {
    assertThat(failure(() -> reserve().withAttr("app.skus", "A-1")))
        .contains("app.skus is missing; expected \"A-1\" (string)")
        .contains("The span has app.sku = \"A-1\" (string); is one of the two misspelt?");
  }

  @Test
  void says_of_each_candidate_why_it_fell_out() {
    assertThat(failure(() -> reserve().withAttr("app.sku", "A-1").withAttr("app.quantity", 1)))
        .startsWith("Expected a span \"reserve stock\", with app.sku = \"A-1\","
            + " with app.quantity = 1: 2 findings")
        .contains("app.sku: expected \"A-1\" (string), was \"B-7\" (string)")
        .contains("app.quantity: expected 1 (long), was 2 (long)");
  }

  @Test
  void requires_all_of_one_and_the_same_span() {
    reserve().withAttr("app.sku", "A-1").withAttr("app.quantity", 2).once();
    reserve().withAttr("app.quantity", 2).withAttr("app.sku", "A-1").once();

    assertThat(failure(() -> reserve().withAttr("app.quantity", 1).withAttr("app.sku", "A-1")))
        .contains("2 findings");
  }

  @Test
  void leaves_an_earlier_selection_as_it_was() {
    SpanAssert both = reserve();
    both.withAttr("app.sku", "A-1").once();

    both.times(2);
  }

  @Test
  void refuses_null_which_no_attribute_is() {
    assertThatNullPointerException()
        .isThrownBy(() -> reserve().withAttr("app.sku", (String) null))
        .withMessage("the value of app.sku; an attribute is never null");
    assertThatNullPointerException()
        .isThrownBy(() -> reserve().withAttr(stringKey("app.sku"), null))
        .withMessage("the value of app.sku; an attribute is never null");
  }

  private static SpanAssert reserve() {
    return byExporter(Orders::place).hasSpan("reserve stock");
  }

  private static SpanAssert typed() {
    return byExporter(orders -> orders
            .span("typed")
            .setAttribute("s", "x")
            .setAttribute("l", 4200)
            .setAttribute("d", 0.5)
            .setAttribute("b", true)
            .setAttribute("nan", Double.NaN)
            .setAttribute(stringArrayKey("list"), List.of("x", "y"))
            .end())
        .hasSpan("typed");
  }
}
