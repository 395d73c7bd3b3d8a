package io.spantree.assertions;

import static io.spantree.assertions.Recorded.byCapture;
import static io.spantree.assertions.Recorded.byExporter;
import static io.spantree.assertions.Recorded.failure;
import static io.spantree.outline.Outline.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.spantree.outline.Multiplicity;
import io.spantree.outline.OutlineSyntaxException;
import org.junit.jupiter.api.Test;

/** Shapes, written and built in code. */
class ShapeTest {
  private static final String EXACT = """
      span "POST /orders" SERVER
      span > "reserve stock" x2
          ... attributes
      span >> "SELECT stock" CLIENT
      span > "charge card" ERROR "insufficient funds"
          event card.declined
      """;

  @Test
  void has_a_shape_that_leaves_things_out() {
    byExporter(Orders::place).hasShape("""
        span "POST /orders"
        span > "charge card"
        """);
  }

  @Test
  void fails_on_what_the_shape_describes_and_the_trace_lacks() {
    assertThat(failure(() -> byExporter(Orders::place).hasShape("""
            span "POST /orders"
            span > refund
            """)))
        .startsWith("Trace does not have the shape: 1 finding")
        .contains("MISSING  \"POST /orders\" > refund", "- span > refund");
  }

  @Test
  void has_an_exact_shape_that_describes_everything() {
    byExporter(Orders::place).hasExactShape(EXACT);
  }

  @Test
  void fails_on_what_the_exact_shape_leaves_out() {
    assertThat(failure(() -> byExporter(Orders::place)
            .hasExactShape(EXACT.replace("    event card.declined\n", ""))))
        .startsWith("Trace differs from the exact shape: 1 finding")
        .contains("EVENT UNEXPECTED  \"POST /orders\" > \"charge card\": event card.declined");
  }

  @Test
  void allows_other_traces_where_the_exact_shape_says_so() {
    byExporter(orders -> {
          orders.place();
          orders.audit();
        })
        .hasExactShape(EXACT + "... traces\n");
  }

  @Test
  void requires_with_an_empty_exact_shape_that_nothing_was_recorded() {
    byExporter(orders -> {}).hasExactShape("");

    assertThat(failure(() -> byExporter(Orders::audit).hasExactShape("")))
        .contains("UNEXPECTED  audit");
  }

  @Test
  void has_roots_that_were_built_in_code() {
    byExporter(Orders::place)
        .hasRoots(span("POST /orders")
            .withKind(SpanKind.SERVER)
            .child(span("charge card").withStatus(StatusCode.ERROR)));
  }

  @Test
  void fails_on_roots_that_were_built_in_code() {
    assertThat(failure(() -> byExporter(Orders::place)
            .hasRoots(span("POST /orders").child(span("charge card").withAttr("a", 1)))))
        .startsWith("Trace does not have the shape: 1 finding")
        .contains("\"POST /orders\" > \"charge card\": a is missing");
  }

  @Test
  void fails_on_a_lost_span_with_its_site() {
    assertThat(failure(() -> byCapture(Orders::review).hasShape("""
            span "POST /orders"
            span > fraud.review
            """)))
        .contains("LOST CONTEXT  fraud.review is a root span; expected under \"POST /orders\"")
        .contains("started on fraud-pool-1 at io.spantree.assertions.Orders.");
  }

  @Test
  void names_line_and_column_of_a_syntax_error() {
    assertThatExceptionOfType(OutlineSyntaxException.class)
        .isThrownBy(() -> byExporter(Orders::place).hasShape("""
            span "POST /orders"
            span > "charge card" SERVERR
            """))
        .withMessageStartingWith("the shape:2:22: ")
        .withMessageContaining("\n    span > \"charge card\" SERVERR\n" + " ".repeat(25) + "^")
        .satisfies(error -> assertThat(error.line()).isEqualTo(2))
        .satisfies(error -> assertThat(error.column()).isEqualTo(22));
    assertThatExceptionOfType(OutlineSyntaxException.class)
        .isThrownBy(() -> byExporter(Orders::place).hasExactShape("spam"))
        .withMessageStartingWith("the shape:1:");
  }

  @Test
  void refuses_shapes_that_every_recording_has() {
    TraceAssert trace = byExporter(Orders::place);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> trace.hasShape("# nothing\n"))
        .withMessage("The shape describes no span, so every recording would have it;"
            + " to require that nothing was recorded, use hasExactShape(\"\")");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trace.hasExactShape("... traces\n"))
        .withMessage("The shape describes no span and allows any trace,"
            + " so every recording would have it");
    assertThatIllegalArgumentException().isThrownBy(trace::hasRoots);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trace.hasShape("span a x0..\nspan > b x0..\n"))
        .withMessage("The shape allows any number of each span and asks nothing of them,"
            + " so every recording would have it; leave out the count x0.. of a span that must be"
            + " there, or write x0 for one that must not");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trace.hasRoots(span("a").times(0, Multiplicity.UNBOUNDED)));
    trace.hasShape("span refund x0..\n    refund.reason = <string>\n");
  }
}
