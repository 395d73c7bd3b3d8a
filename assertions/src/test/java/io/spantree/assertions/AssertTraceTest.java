package io.spantree.assertions;

import static io.spantree.assertions.Recorded.byCapture;
import static io.spantree.assertions.Recorded.byExporter;
import static io.spantree.assertions.Recorded.failure;
import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.assertions.TraceAssertions.assertTraces;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.spantree.capture.SpanCapture;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which recording is judged, and what every failure says of it. */
class AssertTraceTest {
  private static final String NOTHING_RECORDED = """
        No span was recorded. Does the code under test get its OpenTelemetry from this test:
        a parameter of the @TraceTest, or SpanCapture.openTelemetry()? Others are not recorded.\
      """;

  @Test
  void means_the_running_recording() {
    try (SpanCapture capture = SpanCapture.start()) {
      new Orders(capture.openTelemetry().getTracer("orders")).place();

      assertTrace().hasSpan("charge card").once();
    }
  }

  @Test
  void waits_for_spans_of_other_threads() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Thread test = Thread.currentThread();
    try (SpanCapture capture = SpanCapture.start()) {
      Tracer tracer = capture.openTelemetry().getTracer("orders");
      Thread ship = new Thread(Context.current().wrap(() -> {
        Span span = tracer.spanBuilder("ship").startSpan();
        begun.countDown();
        while (test.getState() != Thread.State.TIMED_WAITING) {
          Thread.onSpinWait();
        }
        span.setAttribute("parcels", 2).end();
      }));
      ship.start();
      begun.await();

      assertTrace().hasSpan("ship").withAttr("parcels", 2).once();
      ship.join();
    }
  }

  @Test
  void says_for_what_it_waited_in_vain_also_of_one_of_several_traces() {
    try (SpanCapture capture = SpanCapture.builder().await(Duration.ZERO).start()) {
      Tracer tracer = capture.openTelemetry().getTracer("orders");
      tracer.spanBuilder("POST /orders").startSpan().end();
      tracer.spanBuilder("ship").setNoParent().startSpan();

      assertThat(failure(() -> assertTrace("POST /orders").hasSpan("charge card")))
          .contains("Waited 0 ms in vain for 1 open span to end:\n  - ship, started on ");
    }
  }

  @Test
  void says_outside_of_a_recording_how_to_get_one() {
    assertThatIllegalStateException()
        .isThrownBy(TraceAssertions::assertTrace)
        .withMessageContaining("Put @TraceTest on the test class")
        .withMessageContaining("SpanCapture.start()");
  }

  @Test
  void judges_spans_of_any_exporter() {
    assertTraces(Recorded.exported(Orders::place)).hasSpan("charge card").once();
  }

  @Test
  void explains_a_second_trace_together_with_what_was_asked() {
    assertThat(failure(() -> byCapture(Orders::review).hasSpan("POST /orders").withAttr("a", 1)))
        .contains(": 2 findings")
        .contains("ATTRIBUTE MISSING  \"POST /orders\": a is missing")
        .contains("LOST CONTEXT       fraud.review is a root span");
  }

  @Test
  void explains_a_second_trace_once() {
    assertThat(failure(() -> byCapture(Orders::review).hasSpan("fraud.review").childOf("a")))
        .containsOnlyOnce("LOST CONTEXT");
    assertThat(failure(() -> byExporter(Orders::audit).hasNoSpan("audit")))
        .contains(": 1 finding\n");
    assertThat(failure(() -> byExporter(orders -> {
              orders.place();
              orders.audit();
            })
            .hasSpan("audit")
            .withAttr("a", 1)))
        .contains(": 1 finding\n")
        .doesNotContain("NEW ROOT");
  }

  @Test
  void explains_a_lost_span_that_differs_in_another_way_too() {
    assertThat(failure(() -> byCapture(Orders::review).hasSpan("fraud.review").withAttr("a", 1)))
        .contains("ATTRIBUTE MISSING  fraud.review: a is missing")
        .contains("LOST CONTEXT       fraud.review is a root span");
  }

  @Test
  void says_nothing_of_a_second_trace_when_all_is_as_expected() {
    byCapture(Orders::review)
        .hasSpan("POST /orders")
        .and()
        .hasSpan("fraud.review")
        .once();
  }

  @ParameterizedTest
  @ValueSource(strings = {"span", "shape", "exact shape", "roots"})
  void says_that_nothing_was_recorded_and_why_that_may_be(String assertion) {
    Consumer<TraceAssert> check = switch (assertion) {
      case "span" -> trace -> trace.hasSpan("charge card");
      case "shape" -> trace -> trace.hasShape("span a\n");
      case "exact shape" -> trace -> trace.hasExactShape("span a\n");
      default -> trace -> trace.hasRoots(io.spantree.outline.Outline.span("a"));
    };

    assertThat(failure(() -> check.accept(byCapture(orders -> {}))))
        .contains("MISSING")
        .containsOnlyOnce("No span was recorded")
        .endsWith(NOTHING_RECORDED);
    assertThat(failure(() -> check.accept(byExporter(Orders::audit))))
        .doesNotContain("No span was recorded");
  }
}
