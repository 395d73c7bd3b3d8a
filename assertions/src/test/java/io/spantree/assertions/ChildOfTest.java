package io.spantree.assertions;

import static io.spantree.assertions.Recorded.byCapture;
import static io.spantree.assertions.Recorded.byExporter;
import static io.spantree.assertions.Recorded.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The parent of a span, and what became of a span that has another one or none. */
class ChildOfTest {

  @Test
  void accepts_the_parent() {
    byExporter(Orders::place).hasSpan("SELECT stock").childOf("reserve stock").times(2);
  }

  @Test
  void keeps_the_candidates_that_have_the_parent() {
    byExporter(orders -> orders.chain(List.of("a", "x", "b", "x")))
        .hasSpan("x")
        .childOf("b")
        .once();
  }

  @Test
  void refuses_a_grandparent() {
    assertThat(failure(
            () -> byExporter(Orders::place).hasSpan("SELECT stock").childOf("POST /orders")))
        .contains("expected under \"POST /orders\"");
  }

  @Test
  void refuses_a_sibling_and_names_the_parent_of_each_candidate() {
    assertThat(failure(() -> byExporter(orders -> orders.chain(List.of("a", "x", "b", "x")))
            .hasSpan("x")
            .childOf("c")))
        .contains("under a; expected under c")
        .contains("under a > x > b; expected under c");
  }

  @Test
  void says_that_no_span_has_the_name_of_the_parent() {
    assertThat(
            failure(() -> byExporter(Orders::place).hasSpan("charge card").childOf("POST /order")))
        .contains("MISSING  \"POST /order\"")
        .contains("Did you mean \"POST /orders\"?");
  }

  @Test
  void does_not_call_a_recorded_parent_missing() {
    assertThat(
            failure(() -> byExporter(Orders::place).hasSpan("charge card").childOf("SELECT stock")))
        .doesNotContain("MISSING");
  }

  @Test
  void names_the_line_that_lost_the_context_on_a_bare_executor() {
    assertThat(failure(
            () -> byCapture(Orders::review).hasSpan("fraud.review").childOf("POST /orders")))
        .contains("LOST CONTEXT  fraud.review is a root span; expected under \"POST /orders\"")
        .containsPattern("started on fraud-pool-1 at io\\.spantree\\.assertions\\.Orders\\."
            + "\\S+\\(Orders\\.java:\\d+\\), where no span was current\\.");
  }

  @Test
  void gives_the_same_verdict_on_a_lost_span_after_another_step() {
    assertThat(failure(() -> byCapture(Orders::review)
            .hasSpan("fraud.review")
            .withKind(io.opentelemetry.api.trace.SpanKind.INTERNAL)
            .childOf("POST /orders")))
        .contains("LOST CONTEXT  fraud.review is a root span; expected under \"POST /orders\"");
  }
}
