package io.spantree.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.spantree.capture.SpanCapture;
import io.spantree.capture.SpanRouter;
import io.spantree.model.Ancestry;
import io.spantree.model.Phase;
import io.spantree.model.SpanNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

class ParameterInjectionTest {
  private static final String OFFER =
      "\n@TraceTest injects: OpenTelemetry, OpenTelemetrySdk, Tracer, SpanCapture,"
          + " InMemorySpanExporter.";

  @Test
  void injects_what_belongs_to_the_tests_own_recording() {
    Engine.passes(1, EveryType.class);
  }

  @TraceTest
  static class EveryType {
    @Test
    void test(
        OpenTelemetry openTelemetry,
        OpenTelemetrySdk sdk,
        Tracer tracer,
        SpanCapture capture,
        InMemorySpanExporter exporter) {
      tracer.spanBuilder("apply").startSpan().end();

      assertThat(capture).isSameAs(SpanCapture.current());
      assertThat(openTelemetry).isSameAs(sdk).isSameAs(capture.openTelemetry());
      assertThat(exporter).isSameAs(capture.exporter());
      assertThat(capture.recording().spans())
          .singleElement()
          .extracting(span -> span.data().getInstrumentationScopeInfo().getName())
          .isEqualTo(EveryType.class.getName());
    }
  }

  @Test
  void injects_the_same_into_the_methods_around_a_test() {
    Engine.passes(1, Fixtures.class);
  }

  @TraceTest
  static class Fixtures {
    private SpanCapture before;

    @BeforeEach
    void set_up(SpanCapture capture) {
      before = capture;
    }

    @Test
    void test(SpanCapture capture) {
      assertThat(capture).isSameAs(before);
    }

    @AfterEach
    void tear_down(SpanCapture capture) {
      assertThat(capture).isSameAs(before);
    }
  }

  @Test
  void leaves_other_types_to_other_extensions() {
    Engine.passes(1, OtherExtension.class);
  }

  @TraceTest
  @ExtendWith(Counters.class)
  static class OtherExtension {
    @Test
    void test(TestInfo info, OpenTelemetry openTelemetry, Integer answer) {
      assertThat(answer).isEqualTo(42);
    }
  }

  static class Counters implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Integer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return 42;
    }
  }

  @Test
  void names_the_types_that_can_be_injected_when_a_test_asks_for_another() {
    Engine.cannotResolve(
        "No ParameterResolver registered for parameter [io.opentelemetry.api.trace.TracerProvider"
            + " provider] in method [void io.spantree.junit.ParameterInjectionTest$UnknownInTest"
            + ".test(io.opentelemetry.api.trace.TracerProvider)]."
            + OFFER,
        UnknownInTest.class);
  }

  @TraceTest
  static class UnknownInTest {
    @Test
    void test(TracerProvider provider) {}
  }

  @Test
  void names_them_when_a_fixture_asks_for_another() {
    Engine.cannotResolve(
        "No ParameterResolver registered for parameter [java.lang.String name] in method [void"
            + " io.spantree.junit.ParameterInjectionTest$UnknownInBeforeEach"
            + ".set_up(java.lang.String)]."
            + OFFER,
        UnknownInBeforeEach.class);
    Engine.cannotResolve(
        "No ParameterResolver registered for parameter [java.lang.String name] in method [void"
            + " io.spantree.junit.ParameterInjectionTest$UnknownInAfterEach"
            + ".tear_down(java.lang.String)]."
            + OFFER,
        UnknownInAfterEach.class);
    Engine.cannotResolve(
        "No ParameterResolver registered for parameter [java.lang.String name] in method [static"
            + " void io.spantree.junit.ParameterInjectionTest$UnknownInBeforeAll"
            + ".set_up(java.lang.String)]."
            + OFFER,
        UnknownInBeforeAll.class);
    Engine.cannotResolve(
        "No ParameterResolver registered for parameter [java.lang.String name] in method [static"
            + " void io.spantree.junit.ParameterInjectionTest$UnknownInAfterAll"
            + ".tear_down(java.lang.String)]."
            + OFFER,
        UnknownInAfterAll.class);
  }

  @TraceTest
  static class UnknownInBeforeEach {
    @BeforeEach
    void set_up(String name) {}

    @Test
    void test() {}
  }

  @TraceTest
  static class UnknownInAfterEach {
    @Test
    void test() {}

    @AfterEach
    void tear_down(String name) {}
  }

  @TraceTest
  static class UnknownInBeforeAll {
    @BeforeAll
    static void set_up(String name) {}

    @Test
    void test() {}
  }

  @TraceTest
  static class UnknownInAfterAll {
    @Test
    void test() {}

    @AfterAll
    static void tear_down(String name) {}
  }

  @Test
  void injects_the_tests_own_into_the_constructor_of_its_instance() {
    Engine.passes(2, InConstructor.class);
    Engine.passes(1, AroundNested.class);
  }

  @TraceTest
  static class InConstructor {
    private static final Set<SpanCapture> SEEN = new HashSet<>();
    private final SpanCapture early;

    InConstructor(
        OpenTelemetry openTelemetry,
        OpenTelemetrySdk sdk,
        SpanCapture capture,
        InMemorySpanExporter exporter,
        Tracer tracer) {
      early = capture;
      assertThat(openTelemetry).isSameAs(sdk).isSameAs(capture.openTelemetry());
      assertThat(exporter).isSameAs(capture.exporter());
      tracer.spanBuilder("made").startSpan().end();
    }

    @RepeatedTest(2)
    void test(SpanCapture capture) {
      assertThat(capture).isSameAs(early);
      assertThat(SEEN.add(capture)).isTrue();
      assertThat(capture.recording().spans())
          .singleElement()
          .extracting(span -> span.evidence().orElseThrow().phase())
          .isEqualTo(Phase.FIXTURE);
    }
  }

  @TraceTest
  static class AroundNested {
    private final SpanCapture outer;

    AroundNested(SpanCapture capture) {
      outer = capture;
    }

    @Nested
    class Inner {
      private final SpanCapture inner;

      Inner(SpanCapture capture) {
        inner = capture;
      }

      @Test
      void test(SpanCapture capture) {
        assertThat(capture).isSameAs(inner).isSameAs(outer);
      }
    }
  }

  @Test
  void ends_the_recording_of_a_test_whose_constructor_fails() {
    Engine.fails(1, FailingConstructor.class);

    assertThatIllegalStateException().isThrownBy(SpanCapture::current);
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @TraceTest
  static class FailingConstructor {
    FailingConstructor() {
      throw new IllegalStateException("no instance");
    }

    @Test
    void test() {}
  }

  @Test
  void injects_the_shared_sdk_where_no_single_test_is_running() {
    Engine.passes(2, AroundTests.class);
  }

  @TraceTest
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class AroundTests {
    private final Tracer made;

    AroundTests(OpenTelemetry openTelemetry, Tracer tracer) {
      assertThat(openTelemetry).isSameAs(SpanRouter.openTelemetry());
      made = tracer;
      begin("constructor");
    }

    @BeforeAll
    void set_up(Tracer tracer) {
      begin("before all");
    }

    @RepeatedTest(2)
    void test(SpanCapture capture) {
      begin("body");

      assertThat(capture.recording().spans())
          .extracting(SpanNode::name, span -> span.evidence().orElseThrow().ancestry())
          .containsExactly(tuple("body", Ancestry.TEST_ROOT));
    }

    @AfterAll
    void tear_down(OpenTelemetry openTelemetry) {
      assertThat(openTelemetry).isSameAs(SpanRouter.openTelemetry());
      begin("after all");
    }

    private void begin(String name) {
      made.spanBuilder(name).startSpan().end();
    }
  }

  @Test
  void says_where_a_parameter_can_stand_that_only_a_test_has() {
    String message = " here: each test has its own, and no single test is running in @BeforeAll,"
        + " @AfterAll or the constructor of a class with one instance for all tests. Declare the"
        + " parameter on a @BeforeEach, test or @AfterEach method, or take OpenTelemetry or Tracer"
        + " here.";
    Engine.cannotResolve("@TraceTest cannot inject SpanCapture" + message, InBeforeAll.class);
    Engine.cannotResolve(
        "@TraceTest cannot inject InMemorySpanExporter" + message, InAfterAll.class);
    Engine.cannotResolve(
        "@TraceTest cannot inject OpenTelemetrySdk" + message, InSharedInstance.class);
  }

  @TraceTest
  static class InBeforeAll {
    @BeforeAll
    static void set_up(SpanCapture capture) {}

    @Test
    void test() {}
  }

  @TraceTest
  static class InAfterAll {
    @Test
    void test() {}

    @AfterAll
    static void tear_down(InMemorySpanExporter exporter) {}
  }

  @TraceTest
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class InSharedInstance {
    InSharedInstance(OpenTelemetrySdk sdk) {}

    @Test
    void test() {}
  }
}
