package io.spantree.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spantree.capture.SpanCapture;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What is left in the heap of tests that have ended: nothing. */
class HeapProofTest {
  private static final int RUNS = 4;
  private static final int QUICK = 2_000;
  private static final int ON_POOLS = 250; // these wait until all is quiet
  private static final int BY_ITSELF = 200;
  private static final int LOST = 50;
  private static final int LEFT_OPEN = 2; // these wait until the time is up
  private static final int FAILING = BY_ITSELF + LOST + 2 * LEFT_OPEN;
  private static final int IN_ONE_RUN = QUICK + ON_POOLS + FAILING;

  /** Of the capture, of the SDK, and of what a recording is made of. */
  private static final Pattern WATCHED =
      Pattern.compile(" (io\\.spantree\\.capture\\.(?:SpanCapture|SpanRecord)"
          + "|io\\.spantree\\.model\\.(?:Recording|RecordedSpan|SpanNode|Trace|Evidence|Finding|TestIdentity)"
          + "|io\\.opentelemetry\\.sdk\\.trace\\.(?:SdkTracerProvider|SdkSpan|\\w*SpanWrapper)"
          + "|io\\.opentelemetry\\.sdk\\.\\w+(?:\\.\\w+)*\\.\\w*SpanData)( |$)");

  private static final String SPAN = "io.opentelemetry.sdk.trace.SdkSpan";

  @Tag("proof")
  @Test
  void keeps_nothing_of_ten_thousand_tests() throws Exception {
    GlobalOpenTelemetry.resetForTest();
    run(true, false);
    Map<String, Long> before = histogram();
    for (int run = 0; run < RUNS; run++) {
      TestExecutionSummary summary = run(run % 2 == 0, true);
      assertThat(summary.getTestsStartedCount()).isEqualTo(IN_ONE_RUN);
      assertThat(summary.getTestsFailedCount()).isEqualTo(FAILING);
    }
    Map<String, Long> after = histogram();

    // The context of an idle thread is out of reach; of all that its span led to nothing is left.
    assertThat(after.remove(SPAN) - before.remove(SPAN)).isBetween(0L, 2L);
    assertThat(after).isEqualTo(before);
    assertThat(after).doesNotContainKey(SpanCapture.class.getName());
    System.out.println("heap: " + RUNS * IN_ONE_RUN + " tests ended; live then: " + after);
  }

  /** Through the launcher, as build tools do; the first run loads what is loaded once. */
  private static TestExecutionSummary run(boolean parallel, boolean all) {
    LauncherDiscoveryRequest tests = request()
        .selectors(Stream.of(Injected.class, Global.class, Failing.class, Leaking.class, Lost.class)
            .limit(all ? 5 : 2)
            .map(type -> selectClass(type))
            .toList())
        .configurationParameter(
            "junit.jupiter.execution.parallel.enabled", String.valueOf(parallel))
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
        .build();
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create().execute(tests, summary);
    return summary.getSummary();
  }

  /** The live objects by class: the command collects all garbage first. */
  private static Map<String, Long> histogram() throws Exception {
    String lines = (String) ManagementFactory.getPlatformMBeanServer()
        .invoke(
            new ObjectName("com.sun.management:type=DiagnosticCommand"),
            "gcClassHistogram",
            new Object[] {new String[0]},
            new String[] {String[].class.getName()});
    assertThat(lines).contains("java.lang.String");
    Map<String, Long> kept = new TreeMap<>();
    lines.lines().forEach(line -> {
      Matcher type = WATCHED.matcher(line);
      if (type.find()) {
        kept.put(type.group(1), Long.parseLong(line.trim().split("\\s+")[1]));
      }
    });
    return kept;
  }

  private static void record(Tracer tracer) {
    Span apply = tracer.spanBuilder("apply").startSpan();
    try (Scope scope = apply.makeCurrent()) {
      tracer.spanBuilder("review").startSpan().end();
    } finally {
      apply.end();
    }
  }

  @TraceTest
  static class Injected {
    @RepeatedTest(QUICK)
    void test(Tracer tracer, SpanCapture capture) {
      record(tracer);
      assertThat(capture.awaitRecording().spans()).hasSize(2);
    }
  }

  @TraceTest
  static class Global {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(2, Daemon::new);

    @RepeatedTest(ON_POOLS)
    void test(SpanCapture capture) throws Exception {
      Tracer tracer = GlobalOpenTelemetry.getTracer("test");
      Context.taskWrapping(POOL).submit(() -> record(tracer)).get();
      assertThat(capture.exporter().getFinishedSpanItems()).hasSize(2);
    }
  }

  @TraceTest
  static class Failing {
    @RepeatedTest(LEFT_OPEN)
    void by_a_check(Tracer tracer) {
      tracer.spanBuilder("open").startSpan();
    }

    @RepeatedTest(BY_ITSELF)
    void by_itself(Tracer tracer) {
      record(tracer);
      throw new IllegalStateException("on purpose");
    }
  }

  /** What is left on the threads of its pool is taken off only when they work again. */
  @TraceTest
  static class Leaking {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(2, Daemon::new);

    @RepeatedTest(LEFT_OPEN)
    @SuppressWarnings("MustBeClosedChecker")
    void on_a_pool(Tracer tracer) throws Exception {
      Span span = tracer.spanBuilder("apply").startSpan();
      POOL.submit(() -> span.makeCurrent()).get();
      span.end();
    }
  }

  @TraceTest
  static class Lost {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(2, Daemon::new);

    @RepeatedTest(LOST)
    void on_a_pool_without_a_context(Tracer tracer) throws Exception {
      POOL.submit(() -> record(tracer)).get();
    }
  }

  private static final class Daemon extends Thread {
    Daemon(Runnable work) {
      super(work, "heap");
      setDaemon(true);
    }
  }
}
