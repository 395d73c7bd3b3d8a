package io.spantree.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spantree.model.FindingKind;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** None of the fixtures asserts anything. */
class TreeChecksTest {

  private static void record(Tracer tracer, String name) {
    tracer.spanBuilder(name).startSpan().end();
  }

  @ParameterizedTest
  @CsvSource({
    "pool, LOST CONTEXT, Was the executor wrapped?",
    "completableFuture, LOST CONTEXT, a CompletableFuture without an executor?",
    "newThread, LOST CONTEXT, A thread begins without a context",
    "scheduler, LOST CONTEXT, Was the executor wrapped?",
    "timer, LOST CONTEXT, A Timer carries no context",
    "virtualThread, LOST CONTEXT, A thread begins without a context",
    "exceptionPath, OPEN SPAN, try { … } finally { span.end(); }",
    "forgedParent, ORPHANED, or its SpanContext built by hand?"
  })
  void fails_a_test_without_assertions(String fixture, String label, String advice) {
    assumeTrue(!fixture.equals("virtualThread") || Threads.VIRTUAL_THREAD.exists());
    assertThat(Engine.failure(Broken.class, fixture))
        .startsWith("Instrumentation checks failed: 1 finding\n\n  " + label + "  review ")
        .contains("(TreeChecksTest.java:", advice);
  }

  @TraceTest(await = "100 ms")
  static class Broken {
    @Test
    void pool(Tracer tracer) throws Exception {
      Threads.POOL.run(() -> record(tracer, "review"));
    }

    @Test
    void completableFuture(Tracer tracer) throws Exception {
      Threads.COMPLETABLE_FUTURE.run(() -> record(tracer, "review"));
    }

    @Test
    void newThread(Tracer tracer) throws Exception {
      Threads.NEW_THREAD.run(() -> record(tracer, "review"));
    }

    @Test
    void scheduler(Tracer tracer) throws Exception {
      Threads.SCHEDULER.run(() -> record(tracer, "review"));
    }

    @Test
    void timer(Tracer tracer) throws Exception {
      Threads.TIMER.run(() -> record(tracer, "review"));
    }

    @Test
    void virtualThread(Tracer tracer) throws Exception {
      Threads.VIRTUAL_THREAD.run(() -> record(tracer, "review"));
    }

    @Test
    void exceptionPath(Tracer tracer) {
      Span span = tracer.spanBuilder("review").startSpan();
      try (Scope scope = span.makeCurrent()) {
        Integer.parseInt("not a number");
        span.end();
      } catch (NumberFormatException e) {
        span.recordException(e);
      }
    }

    @Test
    void forgedParent(Tracer tracer) {
      SpanContext forged = SpanContext.create(
          "0af7651916cd43dd8448eb211c80319c",
          "b7ad6b7169203331",
          TraceFlags.getSampled(),
          TraceState.getDefault());
      Context parent = Context.current().with(Span.wrap(forged));
      tracer.spanBuilder("review").setParent(parent).startSpan().end();
    }
  }

  @Test
  void passes_the_correct_twins_and_what_looks_alike() {
    Engine.passes(Threads.values().length + 7, Correct.class);
    Engine.passesInParallel(Threads.values().length + 7, Correct.class);
  }

  @TraceTest
  @SuppressWarnings("MustBeClosedChecker") // scopes that are closed elsewhere, or never
  static class Correct {
    private Span around = Span.getInvalid();
    private Scope scope = Scope.noop();

    @BeforeEach
    void set_up(Tracer tracer) {
      around = tracer.spanBuilder("around").startSpan();
      scope = around.makeCurrent();
    }

    @AfterEach
    void tear_down() {
      scope.close();
      around.end();
    }

    @ParameterizedTest
    @EnumSource
    void carries_the_context(Threads threads, Tracer tracer) throws Exception {
      if (threads.exists()) {
        threads.run(Context.current().wrap(() -> record(tracer, "review")));
      }
    }

    @Test
    void extracts_the_parent(Tracer tracer) {
      SpanContext remote = SpanContext.createFromRemoteParent(
          "0af7651916cd43dd8448eb211c80319c",
          "b7ad6b7169203331",
          TraceFlags.getSampled(),
          TraceState.getDefault());
      Context parent = Context.current().with(Span.wrap(remote));
      tracer.spanBuilder("review").setParent(parent).startSpan().end();
    }

    @Test
    void chooses_no_parent(Tracer tracer) throws Exception {
      Threads.NEW_THREAD.run(
          () -> tracer.spanBuilder("review").setNoParent().startSpan().end());
    }

    @Test
    void chooses_the_root_context(Tracer tracer) throws Exception {
      Threads.NEW_THREAD.run(() ->
          tracer.spanBuilder("review").setParent(Context.root()).startSpan().end());
    }

    @Test
    void serves_without_a_traceparent(Tracer tracer) throws Exception {
      Threads.NEW_THREAD.run(() -> tracer
          .spanBuilder("POST /redeem")
          .setSpanKind(SpanKind.SERVER)
          .startSpan()
          .end());
    }

    @Test
    void consumes_with_a_link(Tracer tracer) throws Exception {
      SpanContext cause = Span.current().getSpanContext();
      Threads.NEW_THREAD.run(() -> tracer
          .spanBuilder("consume")
          .setSpanKind(SpanKind.CONSUMER)
          .addLink(cause)
          .startSpan()
          .end());
    }

    @Test
    void forgets_a_wrapped_task(Tracer tracer) {
      new Thread(Context.current().wrap(() -> record(tracer, "audit"))).start();
    }

    @Test
    void ends_by_a_callback_that_comes_later(Tracer tracer) {
      Span span = tracer.spanBuilder("callback").startSpan();
      CountDownLatch testIsOver = new CountDownLatch(1);
      new Thread(() -> {
            await(testIsOver);
            span.end();
          })
          .start();
      testIsOver.countDown();
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void finds_a_late_start_on_request_only() {
    Engine.passes(1, Late.class);
    assertThat(Engine.failure(LateRequired.class, ""))
        .startsWith("Instrumentation checks failed: 1 finding\n\n  PARENT ENDED  apply > audit ")
        .contains("began after its parent had ended", "(TreeChecksTest.java:");
    assertThat(Engine.failure(WrongRequirement.class, ""))
        .contains(
            "require takes what is not checked anyway: [ENDED_TWICE, PARENT_ENDED]; was [OPEN_SPAN]");
  }

  private static void recordLate(Tracer tracer) {
    Span apply = tracer.spanBuilder("apply").startSpan();
    apply.end();
    Context parent = Context.current().with(apply);
    tracer.spanBuilder("audit").setParent(parent).startSpan().end();
    tracer
        .spanBuilder("consume")
        .setSpanKind(SpanKind.CONSUMER)
        .setParent(parent)
        .startSpan()
        .end();
    Span produce = tracer.spanBuilder("produce").setSpanKind(SpanKind.PRODUCER).startSpan();
    produce.end();
    tracer
        .spanBuilder("listen")
        .setParent(Context.current().with(produce))
        .startSpan()
        .end();
  }

  @TraceTest
  static class Late {
    @Test
    void test(Tracer tracer) {
      recordLate(tracer);
    }
  }

  @TraceTest(require = FindingKind.PARENT_ENDED)
  static class LateRequired {
    @Test
    void test(Tracer tracer) {
      recordLate(tracer);
    }
  }

  @TraceTest(require = FindingKind.OPEN_SPAN)
  static class WrongRequirement {
    @Test
    void test() {}
  }
}
