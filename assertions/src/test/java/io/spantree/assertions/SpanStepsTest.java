package io.spantree.assertions;

import static io.spantree.assertions.Recorded.byExporter;
import static io.spantree.assertions.Recorded.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Kind, status, event, and that no step cares for what was written before it. */
class SpanStepsTest {

  @Test
  void accepts_what_the_span_is() {
    charge()
        .withKind(SpanKind.INTERNAL)
        .withStatus(StatusCode.ERROR)
        .withStatus(StatusCode.ERROR, "insufficient funds")
        .withEvent("card.declined")
        .once();
  }

  @Test
  void fails_on_another_kind() {
    assertThat(failure(() -> charge().withKind(SpanKind.CLIENT)))
        .contains("\"charge card\": expected CLIENT, was INTERNAL");
  }

  @Test
  void fails_on_another_status() {
    assertThat(failure(() -> charge().withStatus(StatusCode.UNSET)))
        .contains("expected UNSET, was ERROR \"insufficient funds\"");
    assertThat(failure(() -> charge().withStatus(StatusCode.ERROR, "expired")))
        .contains("expected ERROR \"expired\", was ERROR \"insufficient funds\"");
    assertThat(failure(() -> charge().withStatus(StatusCode.ERROR, "")))
        .contains("expected ERROR \"\", was ERROR \"insufficient funds\"");
  }

  @Test
  void fails_on_a_missing_event_and_suggests_the_nearest() {
    assertThat(failure(() -> charge().withEvent("card.decline")))
        .contains(
            "event card.decline is missing",
            "The span has the event card.declined; is one of the two misspelt?");
  }

  @Test
  void needs_what_it_compares_with() {
    assertThatNullPointerException().isThrownBy(() -> charge().withKind(null));
    assertThatNullPointerException().isThrownBy(() -> charge().withStatus(null));
    assertThatNullPointerException().isThrownBy(() -> charge().withStatus(null, ""));
    assertThatNullPointerException().isThrownBy(() -> charge().withStatus(StatusCode.ERROR, null));
    assertThatNullPointerException().isThrownBy(() -> charge().withEvent(null));
    assertThatNullPointerException()
        .isThrownBy(() -> charge().childOf((String) null))
        .withMessage("parentName");
  }

  @Test
  void holds_in_whatever_order_the_steps_are_written() {
    List<UnaryOperator<SpanAssert>> steps = steps("A-1", "POST /orders");

    for (List<UnaryOperator<SpanAssert>> order : permutations(steps)) {
      run(order).once();
    }
  }

  @Test
  void fails_in_whatever_order_the_steps_are_written() {
    for (List<UnaryOperator<SpanAssert>> order : permutations(steps("A-1", "charge card"))) {
      assertThat(failure(() -> run(order))).contains("expected under \"charge card\"");
    }
    for (List<UnaryOperator<SpanAssert>> order : permutations(steps("C-3", "POST /orders"))) {
      assertThat(failure(() -> run(order))).contains("expected \"C-3\" (string)");
    }
  }

  private static SpanAssert charge() {
    return byExporter(Orders::place).hasSpan("charge card");
  }

  private static List<UnaryOperator<SpanAssert>> steps(String sku, String parent) {
    return List.of(
        span -> span.withAttr("app.sku", sku),
        span -> span.childOf(parent),
        span -> span.withKind(SpanKind.INTERNAL),
        span -> span.withStatus(StatusCode.UNSET));
  }

  private static SpanAssert run(List<UnaryOperator<SpanAssert>> steps) {
    SpanAssert span = byExporter(Orders::place).hasSpan("reserve stock");
    for (UnaryOperator<SpanAssert> step : steps) {
      span = step.apply(span);
    }
    return span;
  }

  private static <T> List<List<T>> permutations(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<T> rest = new ArrayList<>(items);
      T first = rest.remove(i);
      for (List<T> order : permutations(rest)) {
        List<T> whole = new ArrayList<>(Collections.singletonList(first));
        whole.addAll(order);
        all.add(whole);
      }
    }
    return all;
  }
}
