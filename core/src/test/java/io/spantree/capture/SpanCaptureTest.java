package io.spantree.capture;

import static io.spantree.capture.Spans.begin;
import static io.spantree.capture.Spans.evidence;
import static io.spantree.capture.Spans.find;
import static io.spantree.capture.Spans.onNewThread;
import static io.spantree.capture.Spans.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.model.Phase;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpanCaptureTest {

  @Test
  void records_a_tree() {
    try (SpanCapture capture = SpanCapture.start()) {
      Span apply = begin(capture, "apply");
      try (Scope scope = apply.makeCurrent()) {
        record(capture, "check");
        record(capture, "review");
      }
      apply.end();

      assertThat(capture.recording().roots()).extracting(SpanNode::name).containsExactly("apply");
      assertThat(find(capture, "apply").children())
          .extracting(SpanNode::name)
          .containsExactly("check", "review");
      assertThat(capture.recording().test()).isNull();
      assertThat(capture.test()).isEmpty();
    }
  }

  @Test
  void shows_an_open_span_as_it_stands() {
    try (SpanCapture capture = SpanCapture.start()) {
      Span apply = begin(capture, "apply");
      apply.setAttribute("coins", 4200);

      SpanNode before = find(capture, "apply");
      apply.end();

      assertThat(before.isOpen()).isTrue();
      assertThat(before.evidence().orElseThrow().endSequence()).isEqualTo(-1);
      assertThat(before.data().getAttributes().size()).isEqualTo(1);
      assertThat(find(capture, "apply").isOpen()).isFalse();
      assertThat(evidence(capture, "apply").endSequence()).isEqualTo(1);
    }
  }

  @Test
  void still_answers_after_the_close() {
    SpanCapture capture = SpanCapture.start();
    record(capture, "apply");
    capture.close();
    capture.close();

    assertThat(find(capture, "apply").isOpen()).isFalse();
    assertThat(capture.awaitRecording().spans()).hasSize(1);
  }

  @Test
  void records_nothing_that_begins_after_the_close() {
    SpanCapture capture = SpanCapture.start();
    capture.close();
    record(capture, "late");

    assertThat(capture.recording().isEmpty()).isTrue();
  }

  @Test
  void gives_the_exporter_every_span_that_it_has_awaited() throws Exception {
    try (SpanCapture capture = SpanCapture.start()) {
      onNewThread(() -> record(capture, "review"));
      capture.awaitRecording();

      assertThat(capture.exporter().getFinishedSpanItems())
          .extracting(SpanData::getName)
          .containsExactly("review");
    }
  }

  @Test
  void gives_the_exporter_what_ended_before_and_after_it_is_asked_for_in_the_order_of_the_ends() {
    try (SpanCapture capture = SpanCapture.start()) {
      Span first = begin(capture, "began first");
      record(capture, "ended first");
      first.end();
      Span open = begin(capture, "open");
      InMemorySpanExporter exporter = capture.exporter();
      assertThat(exporter.getFinishedSpanItems())
          .extracting(SpanData::getName)
          .containsExactly("ended first", "began first");

      open.end();
      record(capture, "later");
      assertThat(capture.exporter().getFinishedSpanItems())
          .extracting(SpanData::getName)
          .containsExactly("ended first", "began first", "open", "later");
    }
  }

  @Test
  void gives_the_exporter_each_span_once_however_its_end_meets_the_question() throws Exception {
    for (int round = 0; round < 50; round++) {
      try (SpanCapture capture = SpanCapture.start()) {
        CyclicBarrier together = new CyclicBarrier(2);
        FutureTask<Void> recording = new FutureTask<>(() -> {
          together.await();
          for (int i = 0; i < 20; i++) {
            record(capture, "work");
          }
          return null;
        });
        new Thread(recording, "recording").start();
        together.await();
        InMemorySpanExporter exporter = capture.exporter();
        recording.get();

        assertThat(exporter.getFinishedSpanItems()).hasSize(20);
      }
    }
  }

  @Test
  void empties_the_exporter_at_the_close() {
    SpanCapture capture = SpanCapture.start();
    record(capture, "apply");
    InMemorySpanExporter exporter = capture.exporter();
    capture.close();

    assertThat(exporter.getFinishedSpanItems()).isEmpty();
  }

  @Test
  void does_not_end_what_all_captures_share() {
    SpanCapture.start().close();
    try (SpanCapture capture = SpanCapture.start()) {
      SdkLoggerProvider logs = capture.openTelemetry().getSdkLoggerProvider();
      assertThat(logs.shutdown().isSuccess()).isTrue();
      record(capture, "apply");

      assertThat(capture.recording().spans()).hasSize(1);
    }
  }

  @Test
  void propagates_the_trace_and_the_baggage() {
    try (SpanCapture capture = SpanCapture.start()) {
      Context context = Context.current()
          .with(begin(capture, "apply"))
          .with(Baggage.builder().put("customer", "c-1").build());
      Map<String, String> headers = new HashMap<>();
      capture
          .openTelemetry()
          .getPropagators()
          .getTextMapPropagator()
          .inject(context, headers, Map::put);

      assertThat(headers).containsKey("traceparent").containsEntry("baggage", "customer=c-1");
    }
  }

  @Test
  void bears_the_phase_in_which_a_span_began() {
    try (SpanCapture capture = SpanCapture.start()) {
      capture.enter(Phase.FIXTURE);
      record(capture, "insert");
      capture.enter(Phase.BODY);
      record(capture, "apply");

      assertThat(evidence(capture, "insert").phase()).isEqualTo(Phase.FIXTURE);
      assertThat(evidence(capture, "apply").phase()).isEqualTo(Phase.BODY);
    }
  }

  @Test
  void can_be_read_while_other_threads_write() throws Exception {
    try (SpanCapture capture = SpanCapture.start()) {
      CountDownLatch begun = new CountDownLatch(4);
      List<Thread> writers = IntStream.range(0, 4)
          .mapToObj(i -> new Thread(() -> write(capture, begun)))
          .toList();
      writers.forEach(Thread::start);
      begun.await();
      List<Integer> sizes = new ArrayList<>();
      while (writers.stream().anyMatch(Thread::isAlive)) {
        sizes.add(capture.recording().spans().size());
      }

      assertThat(sizes).isSorted();
      assertThat(capture.recording().spans()).hasSize(4 * 2_000).noneMatch(SpanNode::isOpen);
    }
  }

  private static void write(SpanCapture capture, CountDownLatch begun) {
    for (int i = 0; i < 2_000; i++) {
      Span span = begin(capture, "write");
      span.setAttribute("i", i);
      begun.countDown();
      span.end();
    }
  }

  @Test
  void lets_go_of_all_also_when_a_processor_cannot_be_closed() {
    List<String> closed = new ArrayList<>();
    SpanCapture capture = SpanCapture.builder()
        .spanProcessor(() -> new Closing(() -> {
          throw new IllegalStateException("not closed");
        }))
        .spanProcessor(() -> new Closing(() -> closed.add("second")))
        .start();
    Span span = Spans.begin(capture, "apply");

    assertThatIllegalStateException().isThrownBy(capture::close).withMessage("not closed");
    assertThat(closed).containsExactly("second");
    assertThat(capture.hasOpen(span)).isFalse();
    assertThat(ActiveCaptures.all()).doesNotContain(capture);
  }

  private record Closing(Runnable atEnd) implements SpanProcessor {
    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
      return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
      return false;
    }

    @Override
    public CompletableResultCode shutdown() {
      atEnd.run();
      return CompletableResultCode.ofSuccess();
    }
  }
}
