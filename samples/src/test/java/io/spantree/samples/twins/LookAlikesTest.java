package io.spantree.samples.twins;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spantree.junit.TraceTest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Correct code that looks like a bug to a check that is too simple. */
class LookAlikesTest {

  @Test
  void pass_one_after_the_other() {
    assertThat(Runs.alone(LookAlikes.class).failures().values())
        .hasSizeGreaterThan(10)
        .containsOnly(Runs.PASSED);
  }

  @Test
  void pass_in_parallel() {
    assertThat(Runs.inParallel(4, LookAlikes.class).failures().values()).containsOnly(Runs.PASSED);
  }

  @TraceTest
  @SuppressWarnings("MustBeClosedChecker") // scopes that are closed elsewhere
  static class LookAlikes {
    private Tracer tracer = OpenTelemetry.noop().getTracer("none");
    private Span around = Span.getInvalid();
    private Scope scope = Scope.noop();
    private Scope baggage = Scope.noop();

    @BeforeEach
    void set_up(Tracer tracer) {
      this.tracer = tracer;
      around = tracer.spanBuilder("around").startSpan();
      scope = around.makeCurrent();
      baggage = Baggage.builder().put("tenant", "t-1").build().makeCurrent();
    }

    @AfterEach
    void tear_down() {
      baggage.close();
      scope.close();
      around.end();
    }

    private static void onNewThread(Runnable task) throws InterruptedException {
      Thread thread = new Thread(task);
      thread.start();
      thread.join();
    }

    @Test
    void chooses_no_parent() throws Exception {
      onNewThread(() -> tracer.spanBuilder("job").setNoParent().startSpan().end());
    }

    @Test
    void chooses_the_root_context() throws Exception {
      onNewThread(
          () -> tracer.spanBuilder("job").setParent(Context.root()).startSpan().end());
    }

    @Test
    void makes_the_root_context_current() throws Exception {
      onNewThread(() -> {
        try (Scope root = Context.root().makeCurrent()) {
          tracer.spanBuilder("job").startSpan().end();
        }
      });
    }

    @Test
    void serves_a_request_without_a_traceparent() throws Exception {
      onNewThread(() -> {
        Span server =
            tracer.spanBuilder("POST /redeem").setSpanKind(SpanKind.SERVER).startSpan();
        try (Scope within = server.makeCurrent()) {
          tracer.spanBuilder("apply").startSpan().end();
        } finally {
          server.end();
        }
      });
    }

    @Test
    void consumes_a_message_with_a_link() throws Exception {
      SpanContext cause = around.getSpanContext();
      onNewThread(() -> tracer
          .spanBuilder("redemptions process")
          .setSpanKind(SpanKind.CONSUMER)
          .addLink(cause)
          .startSpan()
          .end());
    }

    @Test
    void begins_a_job_with_a_link() throws Exception {
      SpanContext cause = around.getSpanContext();
      onNewThread(() -> tracer.spanBuilder("job").addLink(cause).startSpan().end());
    }

    @RepeatedTest(3)
    void forgets_a_wrapped_task() {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      Context.taskWrapping(pool).execute(() -> {
        Span audit = tracer.spanBuilder("audit").startSpan();
        try (Scope within = audit.makeCurrent()) {
          tracer.spanBuilder("write").startSpan().end();
        } finally {
          audit.end();
        }
      });
      pool.shutdown();
    }

    @RepeatedTest(3)
    void ends_a_span_by_a_callback_a_little_later() {
      Span span = tracer.spanBuilder("call").setSpanKind(SpanKind.CLIENT).startSpan();
      ScheduledExecutorService partner = Executors.newSingleThreadScheduledExecutor();
      partner.schedule(() -> span.end(), 20, TimeUnit.MILLISECONDS);
      partner.shutdown();
    }

    @Test
    void closes_a_scope_twice() {
      Span span = tracer.spanBuilder("twice").startSpan();
      try (Scope within = span.makeCurrent()) {
        within.close();
      } finally {
        span.end();
      }
    }

    @Test
    void opens_and_closes_a_scope_on_each_of_two_threads() throws Exception {
      Span span = tracer.spanBuilder("hop").startSpan();
      Context context = Context.current().with(span);
      try (Scope here = context.makeCurrent()) {
        onNewThread(() -> {
          try (Scope there = context.makeCurrent()) {
            tracer.spanBuilder("there").startSpan().end();
          }
        });
      } finally {
        span.end();
      }
    }

    @Test
    void carries_the_context_by_hand_through_an_untouched_pool() throws Exception {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      Context context = Context.current();
      pool.submit(() -> tracer.spanBuilder("job").setParent(context).startSpan().end())
          .get();
      pool.shutdown();
    }

    @Test
    void ends_a_span_twice() {
      Span span = tracer.spanBuilder("twice").startSpan();
      span.end();
      span.end();
    }

    @Test
    void is_still_working_on_another_thread_when_the_test_ends() {
      CountDownLatch over = new CountDownLatch(1);
      Thread worker = new Thread(Context.current().wrap(() -> {
        try {
          over.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }));
      worker.setDaemon(true);
      worker.start();
    }
  }
}
