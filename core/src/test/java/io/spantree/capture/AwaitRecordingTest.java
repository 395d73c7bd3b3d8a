package io.spantree.capture;

import static io.spantree.capture.Spans.begin;
import static io.spantree.capture.Spans.onNewThread;
import static io.spantree.capture.Spans.record;
import static io.spantree.capture.Waiting.waitUntilWaiting;
import static io.spantree.capture.Waiting.whenThisThreadWaits;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.spantree.model.SpanNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waits are either endless or not there at all, so that no test depends on how fast it runs. */
@Timeout(30)
class AwaitRecordingTest {
  private static final Duration ENDLESS = Duration.ofDays(1);
  private static final Duration NOT_AT_ALL = Duration.ZERO;

  @Test
  void returns_at_once_when_only_the_tests_thread_took_part() {
    try (SpanCapture capture = capture(ENDLESS, ENDLESS);
        Scope scope = capture.attach()) {
      record(capture, "apply");

      assertThat(capture.awaitRecording().spans()).hasSize(1);
    }
  }

  @Test
  void counts_every_thread_that_the_test_was_attached_to_as_its_own() throws Exception {
    try (SpanCapture capture = capture(ENDLESS, ENDLESS);
        Scope fixture = capture.attach()) {
      onNewThread(() -> {
        try (Scope body = capture.attach()) {
          record(capture, "apply");
        }
      });
      record(capture, "delete");

      assertThat(capture.awaitRecording().spans()).hasSize(2);
    }
  }

  @Test
  void waits_for_an_open_span() {
    try (SpanCapture capture = capture(ENDLESS, NOT_AT_ALL);
        Scope scope = capture.attach()) {
      Span review = begin(capture, "review");
      whenThisThreadWaits(review::end);

      assertThat(capture.awaitRecording().spans()).noneMatch(SpanNode::isOpen);
    }
  }

  @Test
  void gives_up_on_a_span_that_never_ends() {
    try (SpanCapture capture = capture(Duration.ofMillis(1), NOT_AT_ALL);
        Scope scope = capture.attach()) {
      begin(capture, "review");

      assertThat(capture.awaitRecording().spans()).allMatch(SpanNode::isOpen);
    }
  }

  @Test
  void does_not_wait_for_the_spans_in_which_the_caller_stands() {
    try (SpanCapture capture = capture(ENDLESS, ENDLESS);
        Scope scope = capture.attach();
        Scope apply = begin(capture, "apply").makeCurrent();
        Scope check = begin(capture, "check").makeCurrent()) {
      assertThat(capture.awaitRecording().spans()).hasSize(2);
    }
  }

  @Test
  void waits_for_the_sibling_of_the_span_in_which_the_caller_stands() {
    try (SpanCapture capture = capture(ENDLESS, NOT_AT_ALL);
        Scope scope = capture.attach();
        Scope apply = begin(capture, "apply").makeCurrent()) {
      Span review = begin(capture, "review");
      whenThisThreadWaits(review::end);

      assertThat(capture.awaitRecording().spans()).filteredOn(SpanNode::isOpen).hasSize(1);
    }
  }

  @Test
  void settles_anew_whenever_another_thread_begins_a_span() throws Exception {
    try (SpanCapture capture = capture(ENDLESS, ENDLESS);
        Scope scope = capture.attach()) {
      Thread waiting = Thread.currentThread();
      onNewThread(() -> record(capture, "first"));
      whenThisThreadWaits(() -> {
        record(capture, "second");
        waitUntilWaiting(waiting);
        waiting.interrupt();
      });

      assertThat(capture.awaitRecording().spans()).hasSize(2);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static SpanCapture capture(Duration await, Duration settle) {
    return new SpanCapture(null, new Quiescence(await, settle, System::nanoTime));
  }
}
