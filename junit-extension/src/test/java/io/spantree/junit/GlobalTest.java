package io.spantree.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.spantree.capture.SpanCapture;
import io.spantree.capture.SpanRouter;
import io.spantree.model.Ancestry;
import io.spantree.model.SpanNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class GlobalTest {

  @BeforeEach
  @AfterEach
  void clear() {
    GlobalOpenTelemetry.resetForTest();
    System.clearProperty("spantree.global");
    System.clearProperty(UnclaimedReport.PROPERTY);
  }

  private static void record(String name) {
    GlobalOpenTelemetry.getTracer("test").spanBuilder(name).startSpan().end();
  }

  private static boolean isOurs() {
    return GlobalOpenTelemetry.get().getTracerProvider()
        == SpanRouter.openTelemetry().getTracerProvider();
  }

  /** Asking for it would fill it, so that it is asked for by setting it. */
  private static void assertFree() {
    GlobalOpenTelemetry.set(OpenTelemetry.noop());
    GlobalOpenTelemetry.resetForTest();
  }

  private static List<String> recorded(SpanCapture capture) {
    return capture.recording().spans().stream().map(SpanNode::name).toList();
  }

  /** Cached in a static field, as much code does. */
  static final class Code {
    static final Tracer TRACER = GlobalOpenTelemetry.getTracer("code");

    static void run(String name) {
      TRACER.spanBuilder(name).startSpan().end();
    }
  }

  @Test
  void is_the_routers_while_a_class_is_active_and_then_free() {
    Engine.passes(3, Caching.class, Other.class);
    assertFree();
  }

  @TraceTest
  static class Caching {
    @BeforeAll
    static void set_up() {
      assertThat(isOurs()).isTrue();
      Code.run("for nobody");
    }

    @Test
    void test(SpanCapture capture) {
      Code.run("apply");
      assertThat(recorded(capture)).containsExactly("apply");
    }

    @Nested
    class Inner {
      @Test
      @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
      void test(SpanCapture capture) {
        Code.run("apply");
        record("review");
        assertThat(capture.recording().spans())
            .extracting(span -> span.evidence().orElseThrow().ancestry())
            .containsExactly(Ancestry.TEST_ROOT, Ancestry.TEST_ROOT);
      }
    }
  }

  @TraceTest
  static class Other {
    @Test
    void test(SpanCapture capture) {
      Code.run("apply");
      assertThat(recorded(capture)).containsExactly("apply");
    }
  }

  @Test
  void is_held_for_a_single_test_too() {
    Engine.passes(2, OneMethod.class, OneField.class);
    assertFree();
  }

  static class OneMethod {
    @Test
    @TraceTest
    void test(SpanCapture capture) {
      record("apply");
      assertThat(recorded(capture)).containsExactly("apply");
    }
  }

  static class OneField {
    @RegisterExtension
    final TraceTestExtension extension = new TraceTestExtension();

    @Test
    void test(SpanCapture capture) {
      record("apply");
      assertThat(recorded(capture)).containsExactly("apply");
    }
  }

  @Test
  void leads_each_span_to_its_own_test_while_methods_and_classes_run_in_parallel() {
    FourAtOnce.pass(10, OneOfTwo.class, OtherOfTwo.class);
    assertFree();
  }

  abstract static class Concurrent {
    @RepeatedTest(2)
    void test(SpanCapture capture) throws Exception {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      try {
        FourAtOnce.meet();
        String mine = capture.test().orElseThrow().uniqueId();
        record(mine);
        Context.taskWrapping(pool).submit(() -> record(mine)).get();
        pool.submit(() -> record("unwrapped")).get();
        FourAtOnce.meet();

        assertThat(recorded(capture)).containsExactly(mine, mine);
        assertThat(capture.unclaimed()).hasSize(4);
        FourAtOnce.meet();
      } finally {
        pool.shutdown();
      }
    }
  }

  @TraceTest
  static class OneOfTwo extends Concurrent {}

  @TraceTest
  static class OtherOfTwo extends Concurrent {}

  @Test
  void fails_tests_with_unclaimed_spans_where_that_is_asked_for() {
    System.setProperty(UnclaimedReport.PROPERTY, "fail");
    Engine.fails(1, Unclaimed.class);

    EngineExecutionResults results = Engine.runAlone(Unclaimed.class);
    results
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            finishedWithFailure(message(text -> text.startsWith(
                    "not checked: 1 unclaimed root span, begun without a context while several"
                        + " tests were recording:\n  poll on poller at"
                        + " io.spantree.junit.GlobalTest.record(GlobalTest.java:")
                && text.endsWith(", a thread made by Unclaimed > test(SpanCapture)"))));
  }

  @Test
  void publishes_unclaimed_spans_else() {
    Engine.passes(1, Unclaimed.class);

    assertThat(Engine.runAlone(Unclaimed.class)
            .testEvents()
            .reportingEntryPublished()
            .count())
        .isEqualTo(1);
  }

  @TraceTest
  static class Unclaimed {
    @Test
    void test(SpanCapture capture) throws Exception {
      try (SpanCapture other = SpanCapture.create(capture.test().orElseThrow())) {
        Thread poller = new Thread(() -> record("poll"), "poller");
        poller.start();
        poller.join();
      }
    }
  }

  @Test
  void publishes_unclaimed_spans_also_where_the_checks_fail() {
    assertThat(Engine.failure(UnclaimedAndOpen.class, "")).contains("OPEN SPAN");
    assertThat(Engine.entries(UnclaimedAndOpen.class))
        .anyMatch(entry -> entry.startsWith("not checked: 1 unclaimed root span"));

    System.setProperty(UnclaimedReport.PROPERTY, "fail");
    assertThat(Engine.failure(UnclaimedAndOpen.class, "")).contains("OPEN SPAN");
  }

  @TraceTest(await = "0 ms")
  static class UnclaimedAndOpen extends Unclaimed {
    @Override
    void test(SpanCapture capture) throws Exception {
      super.test(capture);
    }

    @Test
    void leaves_open(SpanCapture capture) throws Exception {
      super.test(capture);
      capture.openTelemetry().getTracer("test").spanBuilder("open").startSpan();
    }
  }

  @Test
  void is_shared_with_other_holders_in_the_same_jvm() {
    Engine.passes(4, Mixed.class);
    assertFree();
  }

  @TestClassOrder(ClassOrderer.OrderAnnotation.class)
  static class Mixed {
    @Nested
    @Order(1)
    class ByExtension {
      @RegisterExtension
      static final OpenTelemetryExtension EXTENSION = OpenTelemetryExtension.create();

      @Test
      void test() {
        record("theirs");
        assertThat(EXTENSION.getSpans()).hasSize(1);
      }
    }

    @Nested
    @Order(2)
    @TraceTest
    class Ours {
      @Test
      void test(SpanCapture capture) {
        record("ours");
        assertThat(recorded(capture)).containsExactly("ours");
      }
    }

    @Nested
    @Order(3)
    class Registering {
      @Test
      void test() {
        try (OpenTelemetrySdk sdk = OpenTelemetrySdk.builder().buildAndRegisterGlobal()) {
          record("theirs");
        } finally {
          GlobalOpenTelemetry.resetForTest();
        }
      }
    }

    @Nested
    @Order(4)
    @TraceTest
    class OursBesideTheExtension {
      @RegisterExtension
      static final OpenTelemetryExtension EXTENSION = OpenTelemetryExtension.create();

      @Test
      void test(SpanCapture capture, Tracer tracer) {
        record("theirs");
        tracer.spanBuilder("ours").startSpan().end();
        assertThat(recorded(capture)).containsExactly("ours");
        assertThat(EXTENSION.getSpans()).hasSize(1);
        assertThat(SpanRouter.globalHolder()).isPresent();
      }
    }
  }

  @Test
  void is_left_to_who_has_set_it() {
    try (OpenTelemetrySdk theirs = OpenTelemetrySdk.builder().buildAndRegisterGlobal()) {
      Engine.passes(1, HeldByOther.class);

      assertThat(GlobalOpenTelemetry.get().getTracerProvider())
          .isSameAs(theirs.getTracerProvider());
    }
  }

  @TraceTest
  static class HeldByOther {
    @Test
    void test(SpanCapture capture) {
      record("apply");
      assertThat(recorded(capture)).isEmpty();
      assertThat(SpanRouter.globalHolder().orElseThrow()).contains("(GlobalTest.java:");
    }
  }

  @Test
  void is_held_for_the_session_where_the_property_says_so() {
    System.setProperty("spantree.global", "session");
    Launching.inSession(() -> {
      assertThat(isOurs()).isTrue();
      Engine.passes(1, Other.class);
      assertThat(isOurs()).isTrue();
    });
    assertFree();

    System.clearProperty("spantree.global");
    Launching.inSession(GlobalTest::assertFree);
  }

  @Test
  void takes_in_the_spans_of_an_autoconfigured_sdk() {
    Engine.passes(1, Autoconfigured.class);
  }

  private static AutoConfiguredOpenTelemetrySdkBuilder autoconfigured() {
    return AutoConfiguredOpenTelemetrySdk.builder()
        .addPropertiesSupplier(() -> Map.of(
            "otel.traces.exporter", "none",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none"));
  }

  @TraceTest
  static class Autoconfigured {
    @Test
    void test(SpanCapture capture) {
      try (OpenTelemetrySdk sdk = autoconfigured().build().getOpenTelemetrySdk()) {
        sdk.getTracer("app").spanBuilder("apply").startSpan().end();
      }
      assertThat(recorded(capture)).containsExactly("apply");
      assertThat(capture.exporter().getFinishedSpanItems()).hasSize(1);
    }
  }

  @Test
  void is_recorded_also_where_an_autoconfigured_sdk_holds_it() {
    try (OpenTelemetrySdk sdk =
        autoconfigured().setResultAsGlobal().build().getOpenTelemetrySdk()) {
      Engine.passes(1, UnderAutoconfigured.class);
    }
  }

  @TraceTest
  static class UnderAutoconfigured {
    @Test
    void test(SpanCapture capture) {
      record("apply");
      assertThat(recorded(capture)).containsExactly("apply");
      assertThat(SpanRouter.globalHolder()).isPresent();
    }
  }
}
