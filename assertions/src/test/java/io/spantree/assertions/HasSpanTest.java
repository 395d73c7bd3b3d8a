package io.spantree.assertions;

import static io.spantree.assertions.Recorded.byCapture;
import static io.spantree.assertions.Recorded.byExporter;
import static io.spantree.assertions.Recorded.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which spans a name selects, and how many of them may be left. */
class HasSpanTest {

  @Test
  void finds_a_span_at_any_depth() {
    byExporter(Orders::place).hasSpan("POST /orders").and().hasSpan("SELECT stock");
  }

  @Test
  void finds_a_span_in_any_of_several_traces() {
    byExporter(orders -> {
          orders.place();
          orders.audit();
        })
        .hasSpan("audit")
        .and()
        .hasSpan("charge card");
  }

  @Test
  void selects_the_spans_of_that_very_name() {
    byExporter(orders -> orders.chain(List.of("charge", "Charge", "charge card")))
        .hasSpan("charge")
        .once();
  }

  @Test
  void fails_on_a_misspelt_name_and_suggests_the_nearest() {
    assertThat(failure(() -> byExporter(Orders::place).hasSpan("reserve stok")))
        .contains("MISSING  \"reserve stok\"")
        .contains("Did you mean \"reserve stock\"?");
  }

  @Test
  void shows_the_tree_when_no_name_is_near() {
    assertThat(failure(() -> byExporter(Orders::place).hasSpan("refund")))
        .doesNotContain("Did you mean")
        .contains("span \"POST /orders\" SERVER", "span > \"charge card\" ERROR");
  }

  @Test
  void needs_a_name() {
    TraceAssert trace = byExporter(Orders::place);

    assertThatNullPointerException().isThrownBy(() -> trace.hasSpan(null)).withMessage("name");
    assertThatNullPointerException().isThrownBy(() -> trace.hasNoSpan(null)).withMessage("name");
  }

  @Test
  void counts_what_is_left() {
    byExporter(Orders::place)
        .hasSpan("charge card")
        .once()
        .hasSpan("reserve stock")
        .times(2)
        .hasSpan("reserve stock")
        .withAttr("app.sku", "A-1")
        .times(1);
  }

  @Test
  void shows_each_span_with_its_site_when_there_are_too_many() {
    String message =
        failure(() -> byCapture(Orders::place).hasSpan("reserve stock").once());

    assertThat(message)
        .startsWith("Expected a span \"reserve stock\", once: 2 findings")
        .contains("expected x1, was 1 of 2", "expected x1, was 2 of 2");
    assertThat(message.split("started on main at .*Orders.reserve", -1)).hasSize(3);
  }

  @Test
  void leaves_out_the_fallen_when_there_are_too_many() {
    String message = failure(() -> byExporter(orders -> {
          orders.place();
          orders.place();
        })
        .hasSpan("reserve stock")
        .withAttr("app.sku", "A-1")
        .once());

    assertThat(message).contains("COUNT").doesNotContain("B-7");
  }

  @Test
  void says_why_the_others_fell_out_when_there_are_too_few() {
    assertThat(failure(() -> byExporter(Orders::place)
            .hasSpan("reserve stock")
            .withAttr("app.sku", "A-1")
            .times(2)))
        .startsWith(
            "Expected a span \"reserve stock\", with app.sku = \"A-1\", 2 times: 2 findings")
        .contains("COUNT            \"reserve stock\": expected x2, was x1")
        .contains("app.sku: expected \"A-1\" (string), was \"B-7\" (string)");
  }

  @Test
  void names_no_one_place_when_spans_of_several_places_are_too_few() {
    assertThat(failure(() -> byExporter(orders -> {
              orders.chain(List.of("a", "x"));
              orders.chain(List.of("b", "x"));
            })
            .hasSpan("x")
            .times(3)))
        .contains("COUNT     x: expected x3, was x2");
  }

  @Test
  void refuses_a_count_that_can_never_hold() {
    SpanAssert charge = byExporter(Orders::place).hasSpan("charge card");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> charge.times(0))
        .withMessage("times(0) can never hold after hasSpan, which requires a span;"
            + " hasNoSpan(name) forbids it");
    assertThatIllegalArgumentException().isThrownBy(() -> charge.times(-1));
  }

  @Test
  void has_no_span_of_another_name() {
    TraceAssert trace = byExporter(Orders::place);

    assertThat(trace.hasNoSpan("refund").hasNoSpan("charge")).isSameAs(trace);
  }

  @Test
  void counts_the_spans_of_one_site_that_should_not_be_there() {
    String message = failure(() -> byCapture(Orders::place).hasNoSpan("SELECT stock"));

    assertThat(message)
        .startsWith("Expected no span \"SELECT stock\": 2 findings")
        .containsOnlyOnce("io.spantree.assertions.Orders.reserve")
        .contains("… and 1 more like this one");
  }
}
