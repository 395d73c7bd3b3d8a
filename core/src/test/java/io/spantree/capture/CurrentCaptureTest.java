package io.spantree.capture;

import static io.spantree.capture.Spans.ancestry;
import static io.spantree.capture.Spans.onNewThread;
import static io.spantree.capture.Spans.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spantree.model.Ancestry;
import io.spantree.model.TestIdentity;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Which recording a thread means. */
class CurrentCaptureTest {

  @Test
  void is_the_one_that_was_started_here() {
    try (SpanCapture capture = SpanCapture.start()) {
      assertThat(SpanCapture.current()).isSameAs(capture);
    }
  }

  @Test
  void says_how_to_get_one_when_there_is_none() {
    assertThatIllegalStateException()
        .isThrownBy(SpanCapture::current)
        .withMessage(
            "No recording is active on this thread. Put @TraceTest on the test class or method,"
                + " or record by hand: try (var capture = SpanCapture.start()) { … }");
  }

  @Test
  void is_the_innermost_of_nested_ones_and_then_the_outer_again() {
    try (SpanCapture outer = SpanCapture.start()) {
      try (SpanCapture inner = SpanCapture.start()) {
        assertThat(SpanCapture.current()).isSameAs(inner);
      }
      assertThat(SpanCapture.current()).isSameAs(outer);
      record(outer, "apply");
      assertThat(ancestry(outer, "apply")).isEqualTo(Ancestry.TEST_ROOT);
    }
  }

  @Test
  void begins_from_the_root_within_another_recording() {
    try (SpanCapture outer = SpanCapture.start();
        Scope span = Spans.begin(outer, "apply").makeCurrent();
        SpanCapture inner = SpanCapture.start()) {
      record(inner, "review");

      assertThat(ancestry(inner, "review")).isEqualTo(Ancestry.TEST_ROOT);
    }
  }

  @Test
  void is_carried_by_the_context_before_it_is_bound_to_the_thread() throws Exception {
    try (SpanCapture carried = SpanCapture.start()) {
      Callable<SpanCapture> ask = Context.current().wrap(SpanCapture::current);
      try (SpanCapture bound = SpanCapture.start()) {
        assertThat(ask.call()).isSameAs(carried);
        assertThat(SpanCapture.current()).isSameAs(bound);
      }
    }
  }

  @Test
  void is_inherited_by_threads_that_its_test_makes() throws Exception {
    try (SpanCapture other = SpanCapture.create(test("other"));
        SpanCapture capture = SpanCapture.start()) {
      assertThat(onNewThread(SpanCapture::current)).isSameAs(capture);
    }
  }

  @Test
  void is_the_only_one_for_a_thread_that_belongs_to_none() throws Exception {
    ExecutorService pool = poolOfThisTest();
    try (SpanCapture capture = SpanCapture.start()) {
      assertThat(pool.submit(SpanCapture::current).get()).isSameAs(capture);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void is_not_one_that_has_ended() throws Exception {
    SpanCapture ended = SpanCapture.start();
    ExecutorService born = poolOfThisTest();
    Callable<SpanCapture> carried = Context.current().wrap(SpanCapture::current);
    ended.close();

    try (SpanCapture capture = SpanCapture.create(test("apply()"))) {
      assertThat(born.submit(SpanCapture::current).get()).isSameAs(capture);
      assertThat(carried.call()).isSameAs(capture);
    } finally {
      born.shutdown();
    }
  }

  @Test
  void lists_the_tests_when_several_are_recording() {
    try (SpanCapture first = SpanCapture.create(test("queues(OpenTelemetry)"));
        SpanCapture second = SpanCapture.create(test("100%"));
        SpanCapture third = SpanCapture.builder().create()) {
      assertThatIllegalStateException()
          .isThrownBy(SpanCapture::current)
          .withMessage("This thread belongs to no test, and 3 tests are recording:"
              + " CurrentCaptureTest > queues(OpenTelemetry), CurrentCaptureTest > 100%,"
              + " a recording made by hand; run the assertion on a test's own thread or carry"
              + " its context there.");
    }
  }

  @Test
  void attaches_once_and_leaves_no_trace_on_the_thread() {
    ActiveCaptures.bind(null); // what another test that ended elsewhere may have left
    try (SpanCapture capture = SpanCapture.create(test("apply()"))) {
      Context before = Context.current();
      try (Scope scope = capture.attach()) {
        assertThat(capture.attach()).isSameAs(Scope.noop());
        scope.close();
        assertThat(Context.current()).isSameAs(before);
        scope.close();
      }
    }
    assertThat(ActiveCaptures.bind(null)).isNull();
    assertThat(ActiveCaptures.isEmpty()).isTrue();
  }

  @Test
  void is_not_let_go_by_a_scope_that_was_closed_before() throws Exception {
    Callable<SpanCapture> askTheThread = Context.root().wrap(SpanCapture::current);
    try (SpanCapture other = SpanCapture.create(test("other"))) {
      Scope closed = other.attach();
      closed.close();
      try (SpanCapture capture = SpanCapture.start()) {
        closed.close();
        assertThat(askTheThread.call()).isSameAs(capture);
      }
    }
  }

  @Test
  void can_be_attached_to_a_second_thread() throws Exception {
    try (SpanCapture capture = SpanCapture.create(test("apply()"));
        Scope fixture = capture.attach()) {
      onNewThread(() -> {
        try (Scope body = capture.attach()) {
          record(capture, "apply");
        }
      });

      assertThat(ancestry(capture, "apply")).isEqualTo(Ancestry.TEST_ROOT);
      assertThat(SpanCapture.current()).isSameAs(capture);
    }
  }

  @Test
  void leaves_its_own_thread_when_another_has_closed_it() throws Exception {
    Context before = Context.current();
    SpanCapture capture = SpanCapture.start();
    onNewThread(capture::close);
    assertThat(Context.current()).isSameAs(before);

    capture.close();
    assertThat(Context.current()).isSameAs(before);
  }

  /** Its thread is made, and so born, where this is called. */
  private static ExecutorService poolOfThisTest() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.submit(() -> {}).get();
    return pool;
  }

  private static TestIdentity test(String displayName) {
    try {
      return new TestIdentity(
          "[test:" + displayName + "]",
          displayName,
          List.of(),
          CurrentCaptureTest.class,
          CurrentCaptureTest.class.getDeclaredMethod("test", String.class));
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void is_at_home_on_the_latest_thread_that_has_not_left() throws Exception {
    try (SpanCapture capture = SpanCapture.start()) {
      Thread caller = Thread.currentThread();
      CountDownLatch firstIsThere = new CountDownLatch(1);
      CountDownLatch secondIsThere = new CountDownLatch(1);
      CountDownLatch firstHasLeft = new CountDownLatch(1);
      CountDownLatch asked = new CountDownLatch(1);
      Thread first = new Thread(() -> {
        try (Scope scope = capture.attach()) {
          firstIsThere.countDown();
          awaitUninterrupted(secondIsThere);
        }
        firstHasLeft.countDown();
      });
      Thread second = new Thread(() -> {
        awaitUninterrupted(firstIsThere);
        try (Scope scope = capture.attach()) {
          secondIsThere.countDown();
          awaitUninterrupted(asked);
        }
      });
      first.start();
      second.start();
      awaitUninterrupted(firstHasLeft);

      assertThat(capture.isHome(second)).isTrue();
      asked.countDown();
      second.join();
      assertThat(capture.isHome(caller)).isTrue();
    }
  }

  @Test
  void retains_neither_thread_nor_traces_after_its_end() {
    SpanCapture capture = SpanCapture.create(test("apply"));
    Scope never = capture.attach();
    String traceId = Spans.begin(capture, "apply").getSpanContext().getTraceId();
    capture.close();

    assertThat(capture.isHome(Thread.currentThread())).isFalse();
    assertThat(capture.beganTrace(traceId)).isFalse();
    never.close();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
