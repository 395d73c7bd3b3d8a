package io.spantree.capture;

import static io.spantree.capture.Spans.begin;
import static io.spantree.capture.Spans.onNewThread;
import static io.spantree.capture.Spans.record;
import static io.spantree.capture.Waiting.waitUntilWaiting;
import static io.spantree.capture.Waiting.whenThisThreadWaits;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.spantree.model.Reading;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  void says_how_long_it_waited_for_which_spans() {
    try (SpanCapture capture = capture(Duration.ofMillis(1), NOT_AT_ALL);
        Scope scope = capture.attach();
        Scope around = begin(capture, "around").makeCurrent()) {
      begin(capture, "review");
      record(capture, "check");

      Reading reading = capture.awaitRecording().reading();
      assertThat(reading.gaveUpAfter()).isEqualTo(Duration.ofMillis(1));
      assertThat(reading.unfinished()).extracting(SpanNode::name).containsExactly("review");
      assertThat(capture.awaitBody().reading().unfinished()).hasSize(1);
    }
    try (SpanCapture capture = SpanCapture.start()) {
      record(capture, "check");
      assertThat(capture.awaitRecording().reading()).isEqualTo(Reading.WHOLE);
    }
  }

  @Test
  void looks_again_whenever_a_span_has_ended() {
    try (SpanCapture capture = SpanCapture.start()) {
      Span review = begin(capture, "review");
      List<Integer> open = new ArrayList<>();
      whenThisThreadWaits(() -> {
        record(capture, "other");
        review.end();
      });

      boolean held = capture.awaitUntil(ENDLESS, recording -> {
        open.add((int) recording.spans().stream().filter(SpanNode::isOpen).count());
        return open.get(open.size() - 1) == 0;
      });

      assertThat(held).isTrue();
      assertThat(open).startsWith(1).endsWith(0).hasSizeBetween(2, 3);
    }
  }

  @Test
  void misses_no_end_that_comes_while_it_looks() {
    try (SpanCapture capture = SpanCapture.start()) {
      Span review = begin(capture, "review");

      assertThat(capture.awaitUntil(ENDLESS, recording -> {
            boolean ended = recording.spans().stream().noneMatch(SpanNode::isOpen);
            review.end();
            return ended;
          }))
          .isTrue();
    }
  }

  @Test
  void gives_up_looking_when_the_time_is_over() {
    try (SpanCapture capture = SpanCapture.start()) {
      List<Integer> looks = new ArrayList<>();

      assertThat(capture.awaitUntil(Duration.ofMillis(1), recording -> {
            looks.add(1);
            return false;
          }))
          .isFalse();
      assertThat(looks).hasSize(1);
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

  @Test
  void an_interrupt_that_came_before_does_not_keep_it_from_waiting() {
    try (SpanCapture capture = capture(ENDLESS, NOT_AT_ALL);
        Scope scope = capture.attach()) {
      Span review = begin(capture, "review");
      whenThisThreadWaits(review::end);
      Thread.currentThread().interrupt();

      Recording read = capture.awaitRecording();

      assertThat(Thread.interrupted()).isTrue();
      assertThat(read.spans()).noneMatch(SpanNode::isOpen);
      assertThat(read.reading()).isEqualTo(Reading.WHOLE);
    }
  }

  @Test
  void an_interrupt_while_it_waits_says_nothing_of_what_came_before() throws Exception {
    try (SpanCapture capture = capture(ENDLESS, ENDLESS);
        Scope scope = capture.attach()) {
      Thread waiting = Thread.currentThread();
      onNewThread(() -> record(capture, "first"));
      whenThisThreadWaits(waiting::interrupt);

      Reading reading = capture.awaitRecording().reading();

      assertThat(Thread.interrupted()).isTrue();
      assertThat(reading.gaveUpAfter()).isEqualTo(ENDLESS);
      assertThat(reading.unsettled()).isEmpty();
    }
  }

  private static SpanCapture capture(Duration await, Duration settle) {
    return SpanCapture.builder().await(await).settle(settle).create();
  }
}
