package io.spantree.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Ancestry;
import io.spantree.model.SpanNode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;

/** What a test tool runs on a thread of its own is the test's own code; the test's pools are not. */
class TestToolThreadTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private static void record(OpenTelemetry openTelemetry, String name) {
    openTelemetry.getTracer("test").spanBuilder(name).startSpan().end();
  }

  @Test
  void passes_correct_code_on_the_threads_of_tools() {
    Engine.passes(3, Correct.class);
  }

  @Test
  void gives_the_global_spans_of_these_threads_to_their_test() {
    Engine.passesOnFourThreads(Engine.Parallel.BY_METHOD, 8, OnTheGlobal.class);
  }

  @TraceTest
  static class Correct {
    @Test
    void preemptive(OpenTelemetry openTelemetry) {
      assertTimeoutPreemptively(LONG, () -> record(openTelemetry, "apply"));
    }

    @Test
    void nested(OpenTelemetry openTelemetry) {
      assertTimeoutPreemptively(LONG, () -> {
        record(openTelemetry, "outer");
        assertTimeoutPreemptively(LONG, () -> record(openTelemetry, "inner"));
      });
    }

    @Test
    void awaited_condition(OpenTelemetry openTelemetry) {
      await().until(() -> {
        record(openTelemetry, "poll");
        return true;
      });
    }

    @AfterEach
    void all_are_roots_of_the_test(SpanCapture capture) {
      assertThat(capture.recording().spans())
          .isNotEmpty()
          .extracting(span -> span.evidence().orElseThrow().ancestry())
          .containsOnly(Ancestry.TEST_ROOT);
    }
  }

  private static final CountDownLatch TWO_AT_A_TIME = new CountDownLatch(2);

  @TraceTest
  static class OnTheGlobal {
    private String name = "";

    @RepeatedTest(4)
    void preemptive() throws InterruptedException {
      meet();
      name = "preemptive";
      assertTimeoutPreemptively(LONG, () -> record(GlobalOpenTelemetry.get(), "preemptive"));
    }

    @RepeatedTest(4)
    void awaited() throws InterruptedException {
      meet();
      name = "awaited";
      await().until(() -> {
        record(GlobalOpenTelemetry.get(), "awaited");
        return true;
      });
    }

    private static void meet() throws InterruptedException {
      TWO_AT_A_TIME.countDown();
      TWO_AT_A_TIME.await(60, TimeUnit.SECONDS);
    }

    @AfterEach
    void has_its_own(SpanCapture capture) {
      assertThat(capture.recording().spans()).extracting(SpanNode::name).containsOnly(name);
    }
  }

  @Test
  void still_finds_the_context_that_a_pool_lost_within() {
    assertThat(Engine.failure(Lost.class, ""))
        .contains("  LOST CONTEXT  review is a root span")
        .contains("(TestToolThreadTest.java:");
  }

  @TraceTest
  static class Lost {
    @Test
    void test(OpenTelemetry openTelemetry) {
      assertTimeoutPreemptively(
          LONG, () -> Threads.POOL.run(() -> record(openTelemetry, "review")));
    }
  }

  /** Runs by JUnit 4 alone, without the engine that other tests of this module run on. */
  @Test
  void records_a_test_of_junit_4_with_a_timeout() {
    Result result = JUnitCore.runClasses(JUnit4.class);

    assertThat(result.getFailures()).isEmpty();
    assertThat(result.getRunCount()).isEqualTo(1);
  }

  public static class JUnit4 {
    private SpanCapture capture;

    @Before
    public void set_up() {
      capture = SpanCapture.start();
    }

    @org.junit.Test(timeout = 60_000)
    public void test() {
      Tracer tracer = capture.openTelemetry().getTracer("test");
      tracer.spanBuilder("apply").startSpan().end();
      assertThat(SpanCapture.current()).isSameAs(capture);
    }

    @After
    public void tear_down() {
      assertThat(capture.recording().spans())
          .extracting(span -> span.evidence().orElseThrow().ancestry())
          .containsExactly(Ancestry.TEST_ROOT);
      capture.close();
    }
  }
}
