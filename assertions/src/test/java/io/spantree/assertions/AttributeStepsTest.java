package io.spantree.assertions;

import static io.opentelemetry.api.common.AttributeKey.booleanArrayKey;
import static io.opentelemetry.api.common.AttributeKey.doubleArrayKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longArrayKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.spantree.assertions.Recorded.byExporter;
import static io.spantree.assertions.Recorded.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.Span;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Attributes: lists, presence, absence, predicates, and nothing else. */
class AttributeStepsTest {

  @Test
  void accepts_arrays_of_each_type() {
    typed()
        .withAttr("strings", List.of("a", "b"))
        .withAttr("longs", List.of(1, 2))
        .withAttr("longs", List.of(1L, 2L))
        .withAttr("doubles", List.of(0.5, 1.0))
        .withAttr("doubles", List.of(0.5f, 1.0f))
        .withAttr("booleans", List.of(true, false))
        .withAttr("none", List.of())
        .withAttr(longArrayKey("longs"), List.of(1L, 2L))
        .withAttr(doubleArrayKey("doubles"), List.of(0.5, 1.0))
        .withAttr(booleanArrayKey("booleans"), List.of(true, false))
        .withAttr(stringArrayKey("none"), List.of())
        .once();
  }

  @Test
  void tells_arrays_apart_by_order_and_by_type() {
    assertThat(kind(span -> span.withAttr("longs", List.of(2, 1))))
        .isEqualTo(FindingKind.ATTRIBUTE_VALUE);
    assertThat(kind(span -> span.withAttr("longs", List.of("1", "2"))))
        .isEqualTo(FindingKind.ATTRIBUTE_TYPE);
    assertThat(kind(span -> span.withAttr("longs", List.of(1.0, 2.0))))
        .isEqualTo(FindingKind.ATTRIBUTE_TYPE);
    assertThat(kind(span -> span.withAttr("longs", List.of())))
        .isEqualTo(FindingKind.ATTRIBUTE_VALUE);
    assertThat(kind(span -> span.withAttr("n", List.of(4200))))
        .isEqualTo(FindingKind.ATTRIBUTE_TYPE);
    assertThat(kind(span -> span.withAttr("n", List.of()))).isEqualTo(FindingKind.ATTRIBUTE_VALUE);
  }

  @Test
  void refuses_elements_that_no_attribute_holds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> typed().withAttr("longs", List.of(new Object())))
        .withMessage("the value of longs holds a java.lang.Object, which no attribute does;"
            + " a string, long, double, boolean or Value does");
    assertThatNullPointerException()
        .isThrownBy(() -> typed().withAttr("longs", Arrays.asList(1L, null)))
        .withMessage("the value of longs; an attribute is never null");
  }

  @Test
  void reads_a_simple_value_as_the_simple_attribute() {
    typed()
        .withAttr("s", Value.of("x"))
        .withAttr("n", Value.of(4200))
        .withAttr("strings", Value.of(Value.of("a"), Value.of("b")))
        .once();

    assertThat(kind(span -> span.withAttr("n", Value.of("4200"))))
        .isEqualTo(FindingKind.ATTRIBUTE_TYPE);
  }

  @Test
  void takes_an_int_for_a_double_key() {
    typed()
        .withAttr(doubleKey("d"), 2)
        .withAttr(doubleKey("d"), 2.0)
        .withAttr("d", 2.0)
        .once();
  }

  @Test
  void knows_that_an_attribute_is_there() {
    typed()
        .withAttr("n")
        .withAttr(longKey("n"))
        .withAttr(stringArrayKey("strings"))
        .once();

    assertThat(kind(span -> span.withAttr("m"))).isEqualTo(FindingKind.ATTRIBUTE_MISSING);
    assertThat(kind(span -> span.withAttr(longKey("m")))).isEqualTo(FindingKind.ATTRIBUTE_MISSING);
    assertThat(kind(span -> span.withAttr(stringKey("n")))).isEqualTo(FindingKind.ATTRIBUTE_TYPE);
  }

  @Test
  void knows_that_an_attribute_is_not_there() {
    typed().withoutAttr("m").withoutAttr(longKey("m")).once();

    assertThat(kind(span -> span.withoutAttr("n"))).isEqualTo(FindingKind.ATTRIBUTE_UNEXPECTED);
    assertThat(kind(span -> span.withoutAttr(stringKey("n"))))
        .isEqualTo(FindingKind.ATTRIBUTE_UNEXPECTED);
  }

  @Test
  void knows_which_attributes_are_there_and_no_others() {
    TraceAssert trace = byExporter(
        orders -> orders.span("pay").setAttribute("a", 1).setAttribute("b", 2).end());
    trace
        .hasSpan("pay")
        .withOnlyAttrs("b", "a")
        .withOnlyAttrs(longKey("a"), longKey("b"))
        .once();
    byExporter(Orders::audit).hasSpan("audit").withOnlyAttrs().once();

    assertThat(pay(span -> span.withOnlyAttrs("a"))).containsExactly("ATTRIBUTE_UNEXPECTED pay b");
    assertThat(pay(span -> span.withOnlyAttrs("a", "b", "c")))
        .containsExactly("ATTRIBUTE_MISSING pay c");
    assertThat(pay(span -> span.withOnlyAttrs("a", "c")))
        .containsExactly("ATTRIBUTE_MISSING pay c", "ATTRIBUTE_UNEXPECTED pay b");
    assertThat(pay(SpanSteps::withOnlyAttrs)).hasSize(2);
  }

  private static List<String> pay(Consumer<SpanAssert> steps) {
    return Recorded.findings(
            orders ->
                orders.span("pay").setAttribute("a", 1).setAttribute("b", 2).end(),
            trace -> steps.accept(trace.hasSpan("pay")))
        .stream()
        .map(Recorded::brief)
        .toList();
  }

  @Test
  void asks_a_predicate() {
    typed()
        .withAttrSatisfying("n", "positive", value -> (Long) value > 0)
        .withAttrSatisfying(longKey("n"), "positive", value -> value > 0)
        .withAttrSatisfying(stringArrayKey("strings"), "two", value -> value.size() == 2)
        .withAttrSatisfying("strings", "two", value -> value.equals(List.of("a", "b")))
        .once();

    assertThat(kind(span -> span.withAttrSatisfying(longKey("n"), "negative", value -> value < 0)))
        .isEqualTo(FindingKind.ATTRIBUTE_VALUE);
  }

  @Test
  void asks_no_predicate_about_what_is_not_there_or_of_another_type() {
    assertThat(kind(span -> span.withAttrSatisfying("m", "anything", value -> true)))
        .isEqualTo(FindingKind.ATTRIBUTE_MISSING);
    assertThat(kind(span -> span.withAttrSatisfying(longKey("m"), "anything", value -> true)))
        .isEqualTo(FindingKind.ATTRIBUTE_MISSING);
    assertThat(kind(span -> span.withAttrSatisfying(stringKey("n"), "long", v -> v.length() > 3)))
        .isEqualTo(FindingKind.ATTRIBUTE_TYPE);
  }

  @Test
  void fails_where_a_predicate_casts_to_another_type_also_in_what_is_forbidden() {
    String expected = "The predicate on n (a small number) cannot take the value 4200, a"
        + " java.lang.Long: it casts to another type. Cast to that one, or ask instanceof first.";

    assertThat(failure(
            () -> typed().withAttrSatisfying("n", "a small number", value -> (Integer) value < 10)))
        .isEqualTo(expected);
    assertThat(failure(() -> typed()
            .and()
            .hasNoSpan(
                "typed",
                span ->
                    span.withAttrSatisfying("n", "a small number", value -> (Integer) value < 10))))
        .isEqualTo(expected);
  }

  @Test
  void forbids_an_attribute_of_every_span_that_is_left() {
    TraceAssert trace = byExporter(orders -> {
      orders.span("pay").setAttribute("card", "visa").end();
      orders.span("pay").setAttribute("card", "amex").setAttribute("pan", "4").end();
    });
    trace.hasSpan("pay").withAttr("card", "visa").withoutAttr("pan").once();

    List<Finding> findings = Recorded.findings(
        orders -> {
          orders.span("pay").setAttribute("card", "visa").end();
          orders
              .span("pay")
              .setAttribute("card", "amex")
              .setAttribute("pan", "4")
              .end();
        },
        assertion -> assertion.hasSpan("pay").withoutAttr("pan"));
    assertThat(findings).extracting(Recorded::brief).contains("ATTRIBUTE_UNEXPECTED pay pan");
  }

  private static FindingKind kind(Consumer<SpanAssert> steps) {
    List<Finding> findings =
        Recorded.findings(orders -> typed(orders), trace -> steps.accept(trace.hasSpan("typed")));
    assertThat(findings).hasSize(1);
    return Objects.requireNonNull(findings.get(0)).kind();
  }

  private static SpanAssert typed() {
    return byExporter(AttributeStepsTest::typed).hasSpan("typed");
  }

  private static void typed(Orders orders) {
    Span span = orders.span("typed");
    span.setAttribute("s", "x")
        .setAttribute("n", 4200)
        .setAttribute("d", 2.0)
        .setAttribute(stringArrayKey("strings"), List.of("a", "b"))
        .setAttribute(longArrayKey("longs"), List.of(1L, 2L))
        .setAttribute(doubleArrayKey("doubles"), List.of(0.5, 1.0))
        .setAttribute(booleanArrayKey("booleans"), List.of(true, false))
        .setAttribute(stringArrayKey("none"), List.of())
        .end();
  }
}
