package io.spantree.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spantree.capture.SpanCapture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** None of the fixtures asserts anything about scopes. */
class ScopeChecksTest {

  @ParameterizedTest
  @CsvSource({
    "neverClosed, SCOPE LEAK, the scope of review was never closed",
    "neverClosedOnAThreadThatDied, SCOPE LEAK, the scope of review was never closed",
    "neverClosedOnAPool, SCOPE LEAK, the scope of review was never closed",
    "neverClosedOnATimeoutsThread, SCOPE LEAK, the scope of review was never closed",
    "neverClosedBaggage, SCOPE LEAK, a scope without a span was never closed",
    "closedElsewhere, SCOPE CROSSED, the scope of review was closed on another thread",
    "wrongOrder, SCOPE ORDER, the scope of review was closed before that of inner",
  })
  void fails_a_test_without_assertions(String fixture, String label, String sentence) {
    assertThat(Engine.failure(Broken.class, fixture))
        .startsWith("Instrumentation checks failed: 1 finding\n\n  " + label + "  " + sentence)
        .contains("(ScopeChecksTest.java:");
  }

  @Test
  void names_both_threads_and_lines_of_a_crossed_scope() {
    assertThat(Engine.failure(Broken.class, "closedElsewhere"))
        .containsPattern("opened on main, closed on new-thread at \\S+\\(ScopeChecksTest.java:")
        .containsPattern("the span was started on main at \\S+\\(ScopeChecksTest.java:");
  }

  @TraceTest(await = "100 ms")
  @SuppressWarnings("MustBeClosedChecker") // scopes that are closed elsewhere, or never
  static class Broken {
    private static ExecutorService pool;

    @BeforeAll
    static void set_up() {
      pool = Executors.newSingleThreadExecutor();
    }

    @AfterAll
    static void tear_down() {
      pool.shutdown();
    }

    private static void leak(Tracer tracer) {
      Span span = tracer.spanBuilder("review").startSpan();
      span.makeCurrent();
      span.end();
    }

    @Test
    void neverClosed(Tracer tracer) {
      leak(tracer);
    }

    @Test
    void neverClosedOnAThreadThatDied(Tracer tracer) throws Exception {
      Threads.NEW_THREAD.run(Context.current().wrap(() -> leak(tracer)));
    }

    @Test
    void neverClosedOnAPool(Tracer tracer) throws Exception {
      Context context = Context.current();
      pool.submit(() -> {
            Span span = tracer.spanBuilder("review").setParent(context).startSpan();
            context.with(span).makeCurrent();
            span.end();
          })
          .get(60, TimeUnit.SECONDS);
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void neverClosedOnATimeoutsThread(Tracer tracer) {
      leak(tracer);
    }

    @Test
    void neverClosedBaggage() {
      Baggage.builder().put("customer", "c-1").build().makeCurrent();
    }

    @Test
    void closedElsewhere(Tracer tracer) throws Exception {
      Span span = tracer.spanBuilder("review").startSpan();
      Scope scope = span.makeCurrent();
      Threads.NEW_THREAD.run(() -> scope.close());
      span.end();
    }

    @Test
    void wrongOrder(Tracer tracer) {
      Span review = tracer.spanBuilder("review").startSpan();
      Scope outer = review.makeCurrent();
      Span span = tracer.spanBuilder("inner").startSpan();
      Scope inner = span.makeCurrent();
      outer.close();
      inner.close();
      span.end();
      review.end();
    }
  }

  @Test
  void passes_the_correct_twins() {
    Engine.passes(5, Correct.class);
    Engine.passesInParallel(5, Correct.class);
  }

  @TraceTest
  static class Correct {
    private static void nest(Tracer tracer) {
      Span review = tracer.spanBuilder("review").startSpan();
      try (Scope outer = review.makeCurrent()) {
        Span span = tracer.spanBuilder("inner").startSpan();
        try (Scope inner = span.makeCurrent()) {
          inner.close(); // twice is once
        } finally {
          span.end();
        }
      } finally {
        review.end();
      }
    }

    @Test
    void closed(Tracer tracer) {
      nest(tracer);
    }

    @Test
    void closedOnAnotherThread(Tracer tracer) throws Exception {
      Threads.POOL.run(Context.current().wrap(() -> nest(tracer)));
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void closedOnATimeoutsThread(Tracer tracer) {
      nest(tracer);
    }

    @Test
    void closedBaggage() {
      try (Scope scope = Baggage.builder().put("customer", "c-1").build().makeCurrent()) {
        Span.current().setAttribute("seen", true);
      }
    }

    @Test
    void recordsByHandWithin(Tracer tracer) {
      try (SpanCapture capture = SpanCapture.start()) {
        nest(capture.openTelemetry().getTracer("within"));
      }
    }
  }

  @Test
  void leaves_the_next_test_alone() {
    assertThat(Engine.failure(OneOfThree.class, ""))
        .startsWith("Instrumentation checks failed: 1 finding\n\n  SCOPE LEAK  the scope of review")
        .doesNotContain("--");
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @TraceTest
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class OneOfThree {
    @Test
    @Order(1)
    void leaks(Tracer tracer) throws Exception {
      Broken.leak(tracer);
    }

    @Test
    @Order(2)
    void is_clean(Tracer tracer, SpanCapture capture) {
      Correct.nest(tracer);
      assertThat(capture.recording().roots()).hasSize(1);
      assertThat(capture.recording().spans()).hasSize(2);
    }

    @Test
    @Order(3)
    void is_clean_on_a_pool(Tracer tracer) throws Exception {
      Threads.POOL.run(Context.current().wrap(() -> Correct.nest(tracer)));
    }
  }

  @Test
  void shows_a_scope_whose_code_is_still_at_work() {
    assertThat(Engine.entries(Endless.class))
        .singleElement()
        .asString()
        .startsWith("scope leak")
        .contains("not checked, because the code that opened it was still running");
    Endless.END.countDown();
  }

  @TraceTest
  static class Endless {
    private static final CountDownLatch BEGUN = new CountDownLatch(1);
    private static final CountDownLatch END = new CountDownLatch(1);

    @Test
    void test() throws Exception {
      Runnable task = () -> {
        BEGUN.countDown();
        try {
          END.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      };
      new Thread(Context.current().wrap(task)).start();
      BEGUN.await();
    }
  }
}
