package io.spantree.capture;

import static io.spantree.capture.Spans.begin;
import static io.spantree.capture.Spans.evidence;
import static io.spantree.capture.Spans.onNewThread;
import static io.spantree.capture.Spans.record;
import static io.spantree.capture.Spans.tracer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;

class EvidenceTest {

  @Test
  void numbers_starts_and_ends_in_one_sequence() {
    try (SpanCapture capture = SpanCapture.start()) {
      Span apply = begin(capture, "apply");
      record(capture, "review");
      apply.end();

      assertThat(evidence(capture, "apply").startSequence()).isEqualTo(0);
      assertThat(evidence(capture, "review").startSequence()).isEqualTo(1);
      assertThat(evidence(capture, "review").endSequence()).isEqualTo(2);
      assertThat(evidence(capture, "apply").endSequence()).isEqualTo(3);
    }
  }

  @Test
  void names_the_thread_that_started_the_span() throws Exception {
    try (SpanCapture capture = SpanCapture.start()) {
      onNewThread(() -> record(capture, "review"));

      assertThat(evidence(capture, "review").thread()).isEqualTo("other");
    }
  }

  @Test
  void knows_whether_the_parent_had_ended() {
    try (SpanCapture capture = SpanCapture.start()) {
      Span apply = begin(capture, "apply");
      child(capture, "early", apply);
      apply.end();
      child(capture, "late", apply);

      assertThat(evidence(capture, "apply").parentEnded()).isFalse();
      assertThat(evidence(capture, "early").parentEnded()).isFalse();
      assertThat(evidence(capture, "late").parentEnded()).isTrue();
    }
  }

  @Test
  void knows_a_parent_that_is_given_by_its_ids_alone() {
    try (SpanCapture capture = SpanCapture.start()) {
      Span apply = begin(capture, "apply");
      SpanContext ids = apply.getSpanContext();
      child(capture, "early", Span.wrap(ids));
      assertThat(evidence(capture, "early").parentEnded()).isFalse();

      apply.end();
      child(capture, "late", Span.wrap(ids));
      child(capture, "elsewhere", Span.wrap(inAnotherTrace(ids)));

      assertThat(evidence(capture, "early").parentEnded()).isFalse();
      assertThat(evidence(capture, "late").parentEnded()).isTrue();
      assertThat(evidence(capture, "elsewhere").parentEnded()).isFalse();
    }
  }

  private static SpanContext inAnotherTrace(SpanContext span) {
    return SpanContext.create(
        "0af7651916cd43dd8448eb211c80319c",
        span.getSpanId(),
        span.getTraceFlags(),
        span.getTraceState());
  }

  @Test
  void asks_a_parent_of_another_recording_itself() {
    try (SpanCapture capture = SpanCapture.start();
        SpanCapture other = SpanCapture.start()) {
      Span apply = begin(other, "apply");
      apply.end();
      child(capture, "late", apply);
      child(capture, "unknown", Span.wrap(apply.getSpanContext()));

      assertThat(evidence(capture, "late").parentEnded()).isTrue();
      assertThat(evidence(capture, "unknown").parentEnded()).isFalse();
    }
  }

  @Test
  void leads_to_the_line_that_started_the_span() {
    try (SpanCapture capture = SpanCapture.start()) {
      record(capture, "apply");

      StackTraceElement site = evidence(capture, "apply").startSite().orElseThrow();
      assertThat(site.getClassName()).isEqualTo(Spans.class.getName());
      assertThat(site.getMethodName()).isEqualTo("begin");
      assertThat(site.getFileName()).isEqualTo("Spans.java");
      assertThat(site.getLineNumber()).isPositive();
    }
  }

  @Test
  void has_no_site_when_only_libraries_are_on_the_stack() {
    try (SpanCapture capture = SpanCapture.start()) {
      Runnable start = tracer(capture).spanBuilder("review")::startSpan;
      CompletableFuture.runAsync(start).join();

      assertThat(evidence(capture, "review").startSite()).isEmpty();
    }
  }

  @Test
  void has_no_site_when_nothing_but_junit_is_behind_the_libraries() {
    try (SpanCapture capture = SpanCapture.start()) {
      ThrowingSupplier<Span> start = tracer(capture).spanBuilder("review")::startSpan;
      assertTimeoutPreemptively(Duration.ofSeconds(60), start);

      assertThat(evidence(capture, "review").startSite()).isEmpty();
    }
  }

  @Test
  void looks_for_the_sites_of_the_first_spans_only() {
    try (SpanCapture capture = SpanCapture.start()) {
      for (int i = 0; i <= SpanRecorder.MOST_SITES; i++) {
        record(capture, "span " + i);
      }

      assertThat(evidence(capture, "span " + (SpanRecorder.MOST_SITES - 1)).startSite())
          .isPresent();
      assertThat(evidence(capture, "span " + SpanRecorder.MOST_SITES).startSite())
          .isEmpty();
    }
  }

  private static void child(SpanCapture capture, String name, Span parent) {
    tracer(capture)
        .spanBuilder(name)
        .setParent(Context.root().with(parent))
        .startSpan()
        .end();
  }
}
