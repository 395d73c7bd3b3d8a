package io.spantree.assertions;

import static io.spantree.assertions.Recorded.failure;
import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.assertions.TraceAssertions.assertTraces;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.spantree.capture.SpanCapture;
import io.spantree.model.Recording;
import io.spantree.model.Trace;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which of several traces is judged. */
class TracesTest {

  @Test
  void means_the_trace_with_that_root() {
    running(orders -> {
      assertTrace("audit").hasSpan("audit").once().hasNoSpan("charge card").hasSpanCount(1);
      assertTrace("POST /orders").hasSpan("charge card").once().hasNoSpan("audit");
    });
  }

  @Test
  void fails_when_no_trace_has_that_root() {
    running(orders -> assertThat(
            failure(() -> assertTrace("audits")).replaceAll("java:\\d+", "java:<line>"))
        .isEqualTo("""
            Expected one trace with the root audits: 1 finding

              MISSING  audits
                       Did you mean audit?

                span "POST /orders" SERVER
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"
                span audit\
            """));
  }

  @Test
  void fails_when_several_traces_have_that_root() {
    running(orders -> {
      orders.audit();
      assertThat(failure(() -> assertTrace("audit")))
          .startsWith("Expected one trace with the root audit: 2 findings")
          .contains("audit: expected x1, was 1 of 2", "audit: expected x1, was 2 of 2");
    });
  }

  @Test
  void means_all_traces_and_explains_none_of_them() {
    running(orders -> {
      assertTraces().hasSpan("audit").and().hasSpan("charge card").and().hasSpanCount(7);
      assertThat(failure(() -> assertTraces().hasSpan("charge card").withAttr("a", 1)))
          .contains(": 1 finding\n");
      assertThat(failure(() -> assertTrace().hasSpan("charge card").withAttr("a", 1)))
          .contains(": 2 findings\n", "NEW ROOT");
    });
  }

  @Test
  void judges_one_trace_of_a_recording() {
    Trace second = Recording.of(Recorded.exported(orders -> {
          orders.place();
          orders.audit();
        }))
        .traces()
        .get(1);

    assertTrace(second).hasSpan("audit").and().hasSpanCount(1);
  }

  @Test
  void needs_the_name_of_the_root() {
    running(orders -> assertThatNullPointerException()
        .isThrownBy(() -> assertTrace((String) null))
        .withMessage("rootName"));
  }

  private static void running(Consumer<Orders> assertions) {
    try (SpanCapture capture = SpanCapture.start()) {
      Orders orders = new Orders(capture.openTelemetry().getTracer("orders"));
      orders.place();
      orders.audit();
      assertions.accept(orders);
    }
  }
}
