package io.spantree.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Ancestry;
import io.spantree.model.Phase;
import io.spantree.model.SpanNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.junit.jupiter.api.function.Executable;

class RecordingThreadTest {

  private static void record(Tracer tracer, String name) {
    tracer.spanBuilder(name).startSpan().end();
  }

  @Test
  void reaches_the_threads_that_timeouts_ask_for() {
    Engine.passes(3, SeparateThreads.class);
  }

  @TraceTest
  static class SeparateThreads {
    private final Set<Thread> threads = new HashSet<>();

    @BeforeEach
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void set_up(Tracer tracer, SpanCapture capture) {
      recordHere(tracer, capture);
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void test(Tracer tracer, SpanCapture capture) {
      recordHere(tracer, capture);
    }

    @RepeatedTest(1)
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void template(Tracer tracer, SpanCapture capture) {
      recordHere(tracer, capture);
    }

    @TestFactory
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    DynamicTest factory(Tracer tracer, SpanCapture capture) {
      recordHere(tracer, capture);
      return dynamicTest("inner", () -> {});
    }

    @AfterEach
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void tear_down(Tracer tracer, SpanCapture capture) {
      recordHere(tracer, capture);

      assertThat(threads).hasSize(3);
      assertThat(capture.recording().spans())
          .hasSize(3)
          .extracting(span -> span.evidence().orElseThrow().ancestry())
          .containsOnly(Ancestry.TEST_ROOT);
    }

    private void recordHere(Tracer tracer, SpanCapture capture) {
      threads.add(Thread.currentThread());
      record(tracer, "apply");
      assertThat(SpanCapture.current()).isSameAs(capture);
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
    FourAtOnce.pass(1, OneOfTwo.class, OtherOfTwo.class);
  }

  abstract static class Concurrent {
    @BeforeEach
    void set_up(Tracer tracer) throws Exception {
      record(tracer, "insert");
      FourAtOnce.meet();
    }

    @RepeatedTest(2)
    void test(Tracer tracer, SpanCapture capture) throws Exception {
      Span apply = tracer.spanBuilder("apply").startSpan();
      try (Scope scope = apply.makeCurrent()) {
        FourAtOnce.meet();
        record(tracer, "review");
        assertThat(SpanCapture.current()).isSameAs(capture);
      } finally {
        apply.end();
      }
      FourAtOnce.meet();
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

  @Test
  void has_the_body_of_a_dynamic_test_while_another_one_ends() {
    Engine.passes(1, DynamicTestsAtOnce.class);
  }

  /** The fixture's own body is no dynamic test, so that these are the only ones at work. */
  @TraceTest
  @ExtendWith(TwoAtOnce.class)
  static class DynamicTestsAtOnce {
    @Test
    void test(SpanCapture capture) {
      assertThat(capture.recording().spans())
          .extracting(SpanNode::name, span -> span.evidence().orElseThrow().phase())
          .containsExactly(tuple("slow", Phase.BODY), tuple("fixture", Phase.FIXTURE));
    }
  }

  static class TwoAtOnce implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
      Tracer tracer = SpanCapture.current().openTelemetry().getTracer("test");
      CountDownLatch slowHasBegun = new CountDownLatch(1);
      CountDownLatch quickIsOver = new CountDownLatch(1);
      FutureTask<Void> slow = new FutureTask<>(() -> dynamicTestIn(context, () -> {
        slowHasBegun.countDown();
        quickIsOver.await();
        record(tracer, "slow");
      }));
      new Thread(slow).start();
      slowHasBegun.await();
      dynamicTestIn(context, () -> {});
      quickIsOver.countDown();
      slow.get();
      record(tracer, "fixture");
    }

    private static Void dynamicTestIn(ExtensionContext context, Executable test) throws Exception {
      try {
        Invocation<Void> invocation = () -> {
          test.execute();
          return null;
        };
        new TraceTestExtension().interceptDynamicTest(invocation, () -> test, context);
        return null;
      } catch (Exception | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
