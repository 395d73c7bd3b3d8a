package io.spantree.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What happens on behalf of a test that has ended; none of it changes another test's verdict. */
class LateReportTest {

  @AfterEach
  void clear() {
    System.clearProperty(LateReport.PROPERTY);
  }

  private static String late(Class<?> fixture) {
    List<String> entries = Engine.entries(fixture).stream()
        .filter(entry -> entry.startsWith("After ")) // the test itself may see the scope at work
        .toList();
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }

  @Test
  void is_written_to_the_report_of_the_class() {
    Engine.passes(1, Forgets.class);
    assertThat(late(Forgets.class))
        .startsWith("After Forgets > test(Tracer) had ended:\n  audit on late-1 at "
            + Forgets.class.getName())
        .contains(": it began too late to be recorded\n  ledger on late-1 at ");
  }

  @Test
  void fails_the_class_where_that_is_asked_for() {
    System.setProperty(LateReport.PROPERTY, "fail");
    assertThat(Engine.failure(Forgets.class, ""))
        .startsWith("After Forgets > test(Tracer) had ended:");
  }

  @Test
  void is_counted_beyond_what_is_kept() {
    assertThat(late(Loops.class)).hasLineCount(22).endsWith("\n  and 80 more");
  }

  abstract static class Later {
    static ExecutorService pool;
    static CountDownLatch testIsOver;

    /** Begins on the pool, within the test's context, and waits there for the test to be over. */
    static void later(Runnable task) {
      pool = Executors.newSingleThreadExecutor(work -> new Thread(work, "late-1"));
      testIsOver = new CountDownLatch(1);
      CountDownLatch over = testIsOver;
      CountDownLatch begun = new CountDownLatch(1);
      pool.execute(Context.current().wrap(() -> {
        begun.countDown();
        await(over);
        task.run();
      }));
      await(begun);
    }

    static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @AfterAll
    static void come_to_rest() throws InterruptedException {
      testIsOver.countDown();
      pool.shutdown();
      assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @TraceTest
  static class Forgets extends Later {
    @Test
    void test(Tracer tracer) {
      later(() -> {
        tracer.spanBuilder("audit").startSpan().end();
        GlobalOpenTelemetry.getTracer("shared")
            .spanBuilder("ledger")
            .startSpan()
            .end();
      });
    }
  }

  @TraceTest
  static class Loops extends Later {
    @Test
    void test(Tracer tracer) {
      later(() -> {
        for (int i = 0; i < 100; i++) {
          tracer.spanBuilder("audit").startSpan().end();
        }
      });
    }
  }

  @Test
  void changes_no_verdict_of_the_test_that_runs_meanwhile() {
    Engine.passes(2, Overlaps.class);
  }

  @TraceTest
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class Overlaps extends Later {
    @Test
    @Order(1)
    void forgets() {
      later(() -> {
        GlobalOpenTelemetry.getTracer("shared")
            .spanBuilder("ledger")
            .startSpan()
            .end();
      });
    }

    @Test
    @Order(2)
    void runs_meanwhile(Tracer tracer) throws InterruptedException {
      tracer.spanBuilder("apply").startSpan().end();
      come_to_rest();
    }
  }

  @Test
  void tells_of_a_scope_that_was_still_at_work_and_is_left_open() {
    assertThat(Engine.entries(LeavesOpen.class))
        .anySatisfy(entry -> assertThat(entry)
            .contains("After LeavesOpen > test(Tracer) had ended:")
            .contains("the scope of ledger was never closed"));
  }

  @TraceTest
  static class LeavesOpen extends Later {
    @Test
    @SuppressWarnings("MustBeClosedChecker")
    void test(Tracer tracer) throws InterruptedException {
      CountDownLatch opened = new CountDownLatch(1);
      pool = Executors.newSingleThreadExecutor(work -> new Thread(work, "late-1"));
      testIsOver = new CountDownLatch(1);
      CountDownLatch over = testIsOver;
      var span = tracer.spanBuilder("ledger").startSpan();
      pool.execute(() -> {
        Scope left = span.makeCurrent();
        opened.countDown();
        Later.await(over);
      });
      opened.await();
      span.end();
      pool.execute(Context::current); // the next task of the thread
    }
  }
}
