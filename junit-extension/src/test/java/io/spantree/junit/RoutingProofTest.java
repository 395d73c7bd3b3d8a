package io.spantree.junit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.spantree.capture.SpanCapture;
import io.spantree.capture.SpanRouter;
import io.spantree.junit.Engine.Parallel;
import io.spantree.model.Ancestry;
import io.spantree.model.SpanNode;
import io.spantree.model.UnclaimedSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 200 tests on 4 threads and one global: no span is ever given to a test that did not cause it. */
class RoutingProofTest {
  private static final int TESTS = 200;
  private static final int WRAPPED = 4;
  private static final int UNWRAPPED = 4; // on each of two pools
  private static final int SPANS = 1 + WRAPPED + 2 * UNWRAPPED;
  private static final int ROUNDS = 50;

  private static final Set<String> OWN_LOST = ConcurrentHashMap.newKeySet();
  private static final Set<String> SHOWN = ConcurrentHashMap.newKeySet();
  private static final LongAdder NOT_KEPT = new LongAdder();
  private static ExecutorService shared;

  @BeforeEach
  void clear() {
    // While one test is left, the contexts that it loses are charged to it, as they should be.
    System.setProperty(CheckMode.PROPERTY, "off");
    GlobalOpenTelemetry.resetForTest();
    OWN_LOST.clear();
    SHOWN.clear();
    NOT_KEPT.reset();
    shared = null;
  }

  @AfterEach
  void stop() {
    System.clearProperty(CheckMode.PROPERTY);
    shared.shutdown();
    GlobalOpenTelemetry.resetForTest();
  }

  @ParameterizedTest
  @EnumSource
  void holds_for_a_round(Parallel parallel) {
    holdsForOneRound(parallel);
  }

  @Tag("proof")
  @ParameterizedTest
  @EnumSource
  void holds_for_many_rounds(Parallel parallel) {
    long lost = 0;
    long unclaimed = 0;
    long unseen = 0;
    for (int round = 0; round < ROUNDS; round++) {
      clear();
      holdsForOneRound(parallel);
      lost += OWN_LOST.size();
      unclaimed += (long) TESTS * 2 * UNWRAPPED - OWN_LOST.size();
      unseen += (long) TESTS * 2 * UNWRAPPED - OWN_LOST.size() - SHOWN.size();
      shared.shutdown();
    }
    int begun = ROUNDS * TESTS * SPANS;
    System.out.printf(
        "routing %s: %d rounds of %d tests, %d spans begun = %d claimed + %d unclaimed;"
            + " of %d without a context %d are LOST_CONTEXT of their test; 0 wrong claims;"
            + " %d unclaimed were beyond the 100 that each test keeps%n",
        parallel,
        ROUNDS,
        TESTS,
        begun,
        begun - unclaimed,
        unclaimed,
        ROUNDS * TESTS * 2 * UNWRAPPED,
        lost,
        unseen);
  }

  private static void holdsForOneRound(Parallel parallel) {
    Engine.passes(1, Theirs.class);
    SpanRouter.Tally before = SpanRouter.tally();
    Engine.passesOnFourThreads(parallel, TESTS, One.class, Two.class, Three.class, Four.class);
    SpanRouter.Tally after = SpanRouter.tally();

    assertThat(after.started()).isEqualTo(after.claimed() + after.unclaimed());
    assertThat(after.started() - before.started()).isEqualTo((long) TESTS * SPANS);
    Set<String> both = new HashSet<>(OWN_LOST);
    both.retainAll(SHOWN);
    assertThat(both).isEmpty();
    long unclaimed = after.unclaimed() - before.unclaimed();
    assertThat(OWN_LOST.size() + unclaimed).isEqualTo(TESTS * 2 * UNWRAPPED);
    // A test that hardly gets on meanwhile sees more of the others' than it keeps, then of its own.
    assertThat(unclaimed - SHOWN.size()).isBetween(0L, NOT_KEPT.sum());
    Engine.passes(1, Theirs.class);
  }

  /** Another holder of the global, before and after. */
  static class Theirs {
    @Test
    void test() {
      try (OpenTelemetrySdk sdk = OpenTelemetrySdk.builder().buildAndRegisterGlobal()) {
        assertThat(GlobalOpenTelemetry.get().getTracerProvider()).isSameAs(sdk.getTracerProvider());
      } finally {
        GlobalOpenTelemetry.resetForTest();
      }
    }
  }

  /** Cached for the life of the JVM. */
  static final class Code {
    static final Tracer TRACER = GlobalOpenTelemetry.getTracer("code");
  }

  abstract static class FanOut {
    private final ExecutorService own = Executors.newFixedThreadPool(2);

    @RepeatedTest(TESTS / 4)
    void test(SpanCapture capture) throws Exception {
      String me = capture.test().orElseThrow().uniqueId();
      Tracer tracer = GlobalOpenTelemetry.getTracer("fresh");
      Span root = tracer.spanBuilder(me).startSpan();
      try (Scope scope = root.makeCurrent()) {
        List<Future<?>> jobs = new ArrayList<>();
        for (int i = 0; i < WRAPPED; i++) {
          ExecutorService pool = i % 2 == 0 ? own : sharedBornHere();
          jobs.add(Context.taskWrapping(pool).submit(() -> begin(me + " wrapped")));
        }
        for (int i = 0; i < UNWRAPPED; i++) {
          String name = me + " unwrapped " + i;
          jobs.add(own.submit(() -> begin(name)));
          jobs.add(sharedBornHere().submit(() -> begin(name + " shared")));
        }
        for (Future<?> job : jobs) {
          job.get(60, SECONDS);
        }
      } finally {
        root.end();
        own.shutdown();
      }
      judge(capture, me);
    }

    private static void begin(String name) {
      Code.TRACER.spanBuilder(name).startSpan().end();
    }

    /** Its threads inherit the test that happens to need it first. */
    private static ExecutorService sharedBornHere() {
      synchronized (FanOut.class) {
        if (shared == null) {
          shared = Executors.newFixedThreadPool(3);
        }
        return shared;
      }
    }

    /** What a test was charged with, or shown, must be what it or the others did. */
    private static void judge(SpanCapture capture, String me) {
      int wrapped = 0;
      for (SpanNode span : capture.recording().spans()) {
        Ancestry ancestry = span.evidence().orElseThrow().ancestry();
        assertThat(span.name()).startsWith(me);
        if (span.name().startsWith(me + " unwrapped")) {
          assertThat(ancestry).isEqualTo(Ancestry.LOST_CONTEXT);
          OWN_LOST.add(span.name());
        } else if (span.name().equals(me + " wrapped")) {
          assertThat(ancestry).isEqualTo(Ancestry.CHILD);
          wrapped++;
        } else {
          assertThat(ancestry).isEqualTo(Ancestry.TEST_ROOT);
        }
      }
      assertThat(wrapped).isEqualTo(WRAPPED);
      List<UnclaimedSpan> kept = capture.unclaimed(); // others go on meanwhile
      NOT_KEPT.add(capture.unclaimedCount() - kept.size());
      for (UnclaimedSpan span : kept) {
        assertThat(span.name()).contains(" unwrapped ");
        SHOWN.add(span.name());
      }
    }
  }

  @TraceTest
  static class One extends FanOut {}

  @TraceTest
  static class Two extends FanOut {}

  @TraceTest
  static class Three extends FanOut {}

  @TraceTest
  static class Four extends FanOut {}
}
