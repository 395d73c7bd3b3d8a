package io.spantree.assertions;

import static io.spantree.assertions.Recorded.failure;
import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.assertions.TraceAssertions.awaitTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Phase;
import io.spantree.outline.OutlineSyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Work of which nobody knows when it begins, and what is said of work that never ends. */
class AwaitTraceTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(1);

  private static Tracer tracer(SpanCapture capture) {
    return capture.openTelemetry().getTracer("orders");
  }

  @Test
  void holds_as_soon_as_the_span_has_ended_that_it_is_about() {
    try (SpanCapture capture = SpanCapture.start()) {
      Thread test = Thread.currentThread();
      new Thread(() -> {
            while (test.getState() != Thread.State.TIMED_WAITING) {
              Thread.onSpinWait();
            }
            tracer(capture).spanBuilder("ship").setNoParent().startSpan().end();
          })
          .start();

      TraceAssert trace = awaitTrace(LONG, each -> each.hasSpan("ship"));

      trace.hasSpan("ship").once();
    }
  }

  @Test
  void looks_once_when_all_is_there() {
    try (SpanCapture capture = SpanCapture.start()) {
      tracer(capture).spanBuilder("ship").startSpan().end();
      List<TraceAssert> looks = new ArrayList<>();

      awaitTrace(SHORT, looks::add);

      assertThat(looks).hasSize(1);
    }
  }

  @Test
  void fails_with_the_last_failure_and_how_long_it_waited() {
    try (SpanCapture capture = SpanCapture.start()) {
      tracer(capture).spanBuilder("shipp").startSpan().end();

      AssertionError error = catchThrowableOfType(
          AssertionError.class, () -> awaitTrace(SHORT, trace -> trace.hasSpan("ship")));
      assertThat(error).hasMessage("""
              Expected a span ship: 1 finding

                MISSING  ship
                         Did you mean shipp?

                  span shipp

                Waited 1 ms in vain and looked once: at once, and whenever a span had ended.""");
      assertThat(error.getStackTrace()[0].getClassName()).isEqualTo(AwaitTraceTest.class.getName());
    }
  }

  @Test
  void other_errors_are_thrown_at_once() {
    try (SpanCapture capture = SpanCapture.start()) {
      assertThatThrownBy(() -> awaitTrace(LONG, trace -> trace.hasShape("spam a")))
          .isInstanceOf(OutlineSyntaxException.class);
      assertThat(capture.recording().isEmpty()).isTrue();
    }
    assertThatIllegalStateException().isThrownBy(() -> awaitTrace(LONG, trace -> {}));
  }

  @Test
  void says_what_was_open_when_the_waiting_was_over() {
    try (SpanCapture capture = SpanCapture.builder().await(SHORT).start()) {
      Span apply = tracer(capture).spanBuilder("apply").startSpan();
      for (int i = 0; i < 6; i++) {
        tracer(capture).spanBuilder("review").startSpan();
      }

      assertThat(failure(() -> assertTrace().hasSpan("ship")))
          .contains("\n\n  Waited 1 ms in vain for 7 open spans to end:\n"
              + "  - apply, started on main at " + AwaitTraceTest.class.getName())
          .endsWith("\n  - and 2 more");
      apply.end();
    }
  }

  @Test
  void says_that_other_threads_did_not_come_to_rest() throws Exception {
    try (SpanCapture capture = SpanCapture.builder().await(SHORT).settle(LONG).start()) {
      Thread other = new Thread(
          () -> tracer(capture).spanBuilder("ship").setNoParent().startSpan().end());
      other.start();
      other.join();

      assertThat(failure(() -> assertTrace().hasSpan("apply")))
          .endsWith("\n\n  Waited 1 ms in vain for other threads to come to rest: they went on to"
              + " begin or end spans.");
    }
  }

  @Test
  void says_what_is_not_shown() {
    try (SpanCapture capture = SpanCapture.builder().ignore("heartbeat").start()) {
      capture.enter(Phase.FIXTURE);
      tracer(capture).spanBuilder("insert").startSpan().end();
      capture.enter(Phase.BODY);
      tracer(capture).spanBuilder("heartbeat").startSpan().end();
      tracer(capture).spanBuilder("apply").startSpan().end();

      assertThat(failure(() -> assertTrace().hasSpan("insert")))
          .endsWith("\n\n    span apply\n    # not shown: 1 ignored span, 1 span of fixtures");
    }
  }
}
