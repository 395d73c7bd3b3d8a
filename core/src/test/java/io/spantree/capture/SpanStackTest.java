package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Which spans are open, by any order of starts and ends on any threads. */
class SpanStackTest {

  @Test
  void knows_what_is_open_whatever_the_order_of_starts_and_ends() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      try (SpanCapture capture = SpanCapture.start()) {
        List<Span> open = new ArrayList<>();
        List<Span> ended = new ArrayList<>();
        for (int step = 0; step < 30; step++) {
          if (open.isEmpty() || random.nextInt(5) < 3) {
            open.add(Spans.begin(capture, "span " + step));
          } else {
            Span span = open.remove(random.nextInt(open.size()));
            span.end();
            ended.add(span);
          }
          assertThat(open).as("seed %s", seed).allMatch(capture::hasOpen);
          assertThat(ended).as("seed %s", seed).noneMatch(capture::hasOpen);
        }
      }
    }
  }

  @Test
  void loses_no_end_of_a_span_that_another_thread_covers_meanwhile() throws Exception {
    for (int round = 0; round < 20; round++) {
      try (SpanCapture capture = SpanCapture.start()) {
        int threads = 4;
        CyclicBarrier together = new CyclicBarrier(threads);
        List<FutureTask<Void>> tasks = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
          tasks.add(new FutureTask<>(() -> {
            Tracer tracer = Spans.tracer(capture);
            together.await();
            for (int i = 0; i < 50; i++) {
              Span outer = tracer.spanBuilder("outer").startSpan();
              tracer.spanBuilder("inner").startSpan().end();
              outer.end();
            }
            return null;
          }));
        }
        tasks.forEach(task -> new Thread(task).start());
        for (FutureTask<Void> task : tasks) {
          task.get();
        }

        List<SpanNode> spans = capture.recording().spans();
        assertThat(spans).hasSize(threads * 100);
        assertThat(spans).noneMatch(SpanNode::isOpen);
        assertThat(spans).allMatch(span -> span.evidence().orElseThrow().endSequence() >= 0);
        assertThat(capture.openSpans()).isEmpty();
      }
    }
  }

  @Test
  void names_the_open_ones() {
    try (SpanCapture capture = SpanCapture.start()) {
      Span below = Spans.begin(capture, "below");
      Spans.record(capture, "ended");
      Span top = Spans.begin(capture, "top");

      assertThat(capture.openSpans())
          .extracting(ReadableSpan::getName)
          .containsExactlyInAnyOrder("below", "top");
      below.end();
      top.end();
      assertThat(capture.openSpans()).isEmpty();
    }
  }
}
