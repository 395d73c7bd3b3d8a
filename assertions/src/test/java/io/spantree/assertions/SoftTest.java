package io.spantree.assertions;

import static io.spantree.assertions.Recorded.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Recording;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertionsProvider;
import org.junit.jupiter.api.Test;

/** Failures that are collected and reported together. */
class SoftTest {

  @Test
  void reports_all_failures_above_one_tree() {
    assertThat(softly(softly -> {
              TraceAssert trace = softly.assertTrace(placed());
              trace.as("the card").hasSpan("charge card").withStatus(StatusCode.OK);
              trace.hasSpan("reserve stock").withAttr("app.sku", "A-1").withKind(SpanKind.CLIENT);
              trace.hasSpan("refund").withEvent("refunded").once();
            })
            .replaceAll("java:\\d+", "java:<line>"))
        .isEqualTo("""
            3 assertions failed: 4 findings

              [the card] Expected a span "charge card", with status OK
              at io.spantree.assertions.SoftTest.lambda$reports_all_failures_above_one_tree$0(SoftTest.java:<line>)
                STATUS  "POST /orders" > "charge card": expected OK, was ERROR "insufficient funds"
              [the card] Expected a span "reserve stock", with app.sku = "A-1", with kind CLIENT
              at io.spantree.assertions.SoftTest.lambda$reports_all_failures_above_one_tree$0(SoftTest.java:<line>)
                ATTRIBUTE VALUE  "POST /orders" > "reserve stock": app.sku: expected "A-1" (string), was "B-7" (string)
                KIND             "POST /orders" > "reserve stock": expected CLIENT, was INTERNAL
              [the card] Expected a span refund
              at io.spantree.assertions.SoftTest.lambda$reports_all_failures_above_one_tree$0(SoftTest.java:<line>)
                MISSING  refund

                span "POST /orders" SERVER
              ~ span > "reserve stock"                  # expected CLIENT
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
              ~     app.sku = "B-7"                     # expected "A-1" (string)
                span >> "SELECT stock" CLIENT
              ~ span > "charge card" ERROR "insufficient funds"  # expected OK\
            """);
  }

  @Test
  void passes_when_all_holds() {
    try (TraceSoftAssertions softly = new TraceSoftAssertions()) {
      softly.assertTrace(placed()).hasSpan("charge card").once().hasNoSpan("refund");
      softly.assertTraces(Recorded.exported(Orders::audit)).hasNoErrors();
      softly.assertTrace(placed().traces().get(0)).hasSpanCount(6);
    }
  }

  @Test
  void throws_a_single_failure_as_it_is() {
    Recording recording = placed();

    assertThat(softly(softly -> softly.assertTrace(recording).hasSpan("refund")))
        .isEqualTo(failure(() -> TraceAssertions.assertTrace(recording).hasSpan("refund")));
  }

  @Test
  void says_nothing_of_steps_behind_one_that_failed() {
    assertThat(softly(softly -> softly
            .assertTrace(placed())
            .hasSpan("charge card")
            .withAttr("a", 1)
            .withEvent("b")
            .withoutAttr("c")
            .childOf("d")
            .once()
            .hasNoErrors()))
        .startsWith("2 assertions failed: 2 findings\n");
    assertThat(softly(softly -> softly
            .assertTrace(placed())
            .hasSpan("reserve stock")
            .withoutAttr("app.sku")
            .withKind(SpanKind.CLIENT)
            .times(7)))
        .startsWith("Expected a span \"reserve stock\", each without app.sku: 2 findings");
    assertThat(softly(
            softly -> softly.assertTrace(placed()).whenSpan("refund").thenNoSpan("charge card")))
        .startsWith("Expected a span refund, without which the rule says nothing: 1 finding");
  }

  @Test
  void says_nothing_of_a_trace_that_is_not_there() {
    try (SpanCapture capture = SpanCapture.start()) {
      new Orders(capture.openTelemetry().getTracer("orders")).place();

      assertThat(softly(softly -> softly
              .assertTrace("refund")
              .hasSpan("charge card")
              .withAttr("a", 1)
              .once()))
          .startsWith("Expected one trace with the root refund: 1 finding");
    }
  }

  @Test
  void takes_the_same_spans_read_twice_for_one_recording() {
    try (SpanCapture capture = SpanCapture.start()) {
      Orders orders = new Orders(capture.openTelemetry().getTracer("orders"));
      orders.audit();

      assertThat(softly(softly -> {
            softly.assertTrace().hasSpan("audits");
            softly.assertTraces().hasSpan("refund");
          }))
          .startsWith("2 assertions failed: 2 findings\n")
          .containsOnlyOnce("    span audit");
      assertThat(softly(softly -> {
            softly.assertTrace().hasSpan("audits");
            orders.audit();
            softly.assertTraces().hasSpan("refund");
          }))
          .contains("(2 failures)", "Expected a span audits", "Expected a span refund");
    }
  }

  @Test
  void reports_what_an_expectation_says_by_itself() {
    assertThat(softly(softly -> softly
            .assertTrace(placed())
            .hasShape("span refund\n")
            .hasSpan("refund")
            .and()
            .hasNoErrors()))
        .contains("Trace does not have the shape: 1 finding", "2 assertions failed: 2 findings");
  }

  @Test
  void collects_other_failures_as_assertj_does() {
    assertThat(softly(softly -> {
          softly.assertThat(1).isEqualTo(2);
          softly.assertTrace(placed()).hasSpan("100%s");
        }))
        .contains("expected: 2", "Expected a span \"100%s\"");
  }

  @Test
  void keeps_a_message_of_the_user() {
    assertThat(softly(softly -> {
          TraceAssert trace = softly.assertTrace(placed());
          trace.hasNoErrors();
          trace.withFailMessage("mine").hasSpan("refund");
        }))
        .contains("Expected no span to have failed", "mine")
        .doesNotContain("Expected a span refund");
  }

  @Test
  void works_where_assertj_asks_for_a_class() {
    Recording recording = placed();

    assertThat(failure(() -> SoftAssertionsProvider.assertSoftly(
            TraceSoftAssertions.class, softly -> softly.assertTrace(recording).hasSpan("refund"))))
        .startsWith("Expected a span refund");
  }

  @Test
  void begins_its_stack_trace_at_the_first_line_that_asserts() {
    Throwable error = catchThrowable(() -> {
      try (TraceSoftAssertions softly = new TraceSoftAssertions()) {
        softly.assertTrace(placed()).hasSpan("refund").and().hasNoErrors();
      }
    });

    assertThat(error.getStackTrace()[0].getClassName()).isEqualTo(SoftTest.class.getName());
  }

  @Test
  void judges_the_second_of_two_recordings_whose_ids_are_the_same() {
    assertThat(softly(softly -> {
          softly.assertTrace(withTheSameIds(StatusCode.OK)).hasNoErrors();
          softly.assertTrace(withTheSameIds(StatusCode.ERROR)).hasNoErrors();
        }))
        .startsWith("Expected no span to have failed: 1 finding");
  }

  @Test
  void judges_the_second_of_two_recordings_whose_ids_are_invalid() {
    assertThat(softly(softly -> {
          softly.assertTraces(List.of(withoutIds(StatusData.ok()))).hasNoErrors();
          softly.assertTraces(List.of(withoutIds(StatusData.error()))).hasNoErrors();
        }))
        .startsWith("Expected no span to have failed: 1 finding");
  }

  private static Recording withTheSameIds(StatusCode status) {
    try (SpanCapture capture = SpanCapture.builder().idGenerator(SameIds::new).start()) {
      Span span = capture.openTelemetry().getTracer("orders").spanBuilder("pay").startSpan();
      span.setStatus(status);
      span.end();
      return capture.awaitRecording();
    }
  }

  private static final class SameIds implements IdGenerator {
    @Override
    public String generateSpanId() {
      return "00000000000000a1";
    }

    @Override
    public String generateTraceId() {
      return "000000000000000000000000000000a1";
    }
  }

  private static SpanData withoutIds(StatusData status) {
    return TestSpanData.builder()
        .setName("pay")
        .setKind(SpanKind.INTERNAL)
        .setStatus(status)
        .setStartEpochNanos(1)
        .setEndEpochNanos(2)
        .setHasEnded(true)
        .build();
  }

  private static Recording placed() {
    return Recording.of(List.copyOf(Recorded.exported(Orders::place)));
  }

  private static String softly(Consumer<TraceSoftAssertions> assertions) {
    return failure(() -> {
      try (TraceSoftAssertions softly = new TraceSoftAssertions()) {
        assertions.accept(softly);
      }
    });
  }
}
