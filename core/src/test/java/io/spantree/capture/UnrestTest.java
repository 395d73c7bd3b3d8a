package io.spantree.capture;

import static io.spantree.capture.Spans.begin;
import static io.spantree.capture.Spans.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.spantree.model.Reading;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may still bring what is not there when the wait is over. */
class UnrestTest {
  private static final Duration WAIT = Duration.ofSeconds(2);

  private static List<String> unsettled(Recording recording, Unrest unrest, String... mayGoOn) {
    Reading reading =
        unrest.notedIn(recording, WAIT, new Noise(List.of(mayGoOn))).reading();
    assertThat(reading.gaveUpAfter()).isEqualTo(WAIT);
    return reading.unsettled().stream().map(SpanNode::name).toList();
  }

  private static Set<String> idsOfOpen(Recording recording) {
    return Set.copyOf(recording.spans().stream()
        .filter(SpanNode::isOpen)
        .map(span -> span.data().getSpanId())
        .toList());
  }

  @Test
  void who_has_a_span_open() {
    try (SpanCapture capture = SpanCapture.start()) {
      begin(capture, "review");
      record(capture, "check");
      Recording recording = capture.recording();
      Unrest unrest = new Unrest(idsOfOpen(recording), 0);

      assertThat(unsettled(recording, unrest)).containsExactly("review");
      assertThat(unsettled(recording, unrest, "review")).containsExactly("check");
      assertThat(unsettled(recording, unrest, "review", "check")).isEmpty();
    }
  }

  @Test
  void names_of_those_that_may_go_on_whose_own_or_lower_spans_did() {
    try (SpanCapture capture = SpanCapture.start()) {
      record(capture, "idle"); // the numbers 0 and 1
      Span poll = begin(capture, "poll");
      try (Scope scope = poll.makeCurrent()) {
        begin(capture, "fetch");
      }
      poll.end();
      record(capture, "tick");
      Recording recording = capture.recording();
      Unrest unrest = new Unrest(idsOfOpen(recording), 5);

      assertThat(unrest.namesThatWentOn(recording, new Noise(List.of("idle", "po*", "tick"))))
          .containsExactlyInAnyOrder("poll", "tick");
      assertThat(unrest.namesThatWentOn(recording, new Noise(List.of()))).isEmpty();
    }
  }

  @Test
  void who_ended_a_span_in_the_last_moments() {
    try (SpanCapture capture = SpanCapture.start()) {
      record(capture, "early"); // the numbers 0 and 1
      record(capture, "late");

      assertThat(unsettled(capture.recording(), new Unrest(Set.of(), 2))).containsExactly("late");
      assertThat(unsettled(capture.recording(), new Unrest(Set.of(), 3))).containsExactly("late");
      assertThat(unsettled(capture.recording(), new Unrest(Set.of(), 4))).isEmpty();
    }
  }
}
