package io.spantree.junit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Ancestry;
import io.spantree.model.SpanNode;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

class RecordingThreadTest {

  private static void record(Tracer tracer, String name) {
    tracer.spanBuilder(name).startSpan().end();
  }

  @Test
  void reaches_the_thread_that_a_timeout_asks_for() {
    Engine.passes(1, SeparateThread.class);
  }

  @TraceTest
  static class SeparateThread {
    private Thread fixture;

    @BeforeEach
    void set_up(Tracer tracer) {
      fixture = Thread.currentThread();
      record(tracer, "insert");
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void test(Tracer tracer, SpanCapture capture) {
      record(tracer, "apply");

      assertThat(Thread.currentThread()).isNotSameAs(fixture);
      assertThat(SpanCapture.current()).isSameAs(capture);
    }

    @AfterEach
    void tear_down(Tracer tracer, SpanCapture capture) {
      record(tracer, "delete");

      assertThat(SpanCapture.current()).isSameAs(capture);
      assertThat(capture.recording().spans())
          .extracting(span -> span.evidence().orElseThrow().ancestry())
          .containsOnly(Ancestry.TEST_ROOT)
          .hasSize(3);
    }
  }

  @Test
  void is_known_to_the_thread_of_a_preemptive_timeout_while_others_record() {
    Engine.passes(1, Preemptive.class);
  }

  @TraceTest
  static class Preemptive {
    @Test
    void test(SpanCapture capture) {
      try (SpanCapture other = SpanCapture.create(capture.test().orElseThrow())) {
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(60), SpanCapture::current))
            .isSameAs(capture)
            .isNotSameAs(other);
      }
    }
  }

  @Test
  void keeps_tests_apart_that_run_at_the_same_time() {
    Engine.passesInParallel(4, OneOfTwo.class, OtherOfTwo.class);
  }

  private static final CyclicBarrier ALL_FOUR = new CyclicBarrier(4);

  abstract static class Concurrent {
    @BeforeEach
    void set_up(Tracer tracer) throws Exception {
      record(tracer, "insert");
      ALL_FOUR.await(60, SECONDS);
    }

    @RepeatedTest(2)
    void test(Tracer tracer, SpanCapture capture) throws Exception {
      Span apply = tracer.spanBuilder("apply").startSpan();
      try (Scope scope = apply.makeCurrent()) {
        ALL_FOUR.await(60, SECONDS);
        record(tracer, "review");
        assertThat(SpanCapture.current()).isSameAs(capture);
      }
      ALL_FOUR.await(60, SECONDS);
      assertThat(SpanCapture.current().recording().spans())
          .extracting(SpanNode::name)
          .containsExactly("insert", "apply", "review");
    }

    @AfterEach
    void tear_down(SpanCapture capture) {
      assertThat(SpanCapture.current()).isSameAs(capture);
    }
  }

  @TraceTest
  static class OneOfTwo extends Concurrent {}

  @TraceTest
  static class OtherOfTwo extends Concurrent {}
}
