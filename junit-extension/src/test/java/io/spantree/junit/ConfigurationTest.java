package io.spantree.junit;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.time.TestClock;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spantree.capture.SpanCapture;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How annotations and builders on methods and classes add up. */
class ConfigurationTest {
  private static final List<String> NAMES =
      List.of("base", "meta", "outer", "builder", "inner", "method", "kept");

  private static void recordAll(Tracer tracer) {
    NAMES.forEach(name -> tracer.spanBuilder(name).startSpan().end());
  }

  private static List<String> recorded(SpanCapture capture) {
    return capture.recording().spans().stream().map(SpanNode::name).toList();
  }

  private static Duration await(SpanCapture capture) {
    Span open = capture.openTelemetry().getTracer("test").spanBuilder("open").startSpan();
    Duration await = capture.awaitRecording().reading().gaveUpAfter();
    open.end();
    return await;
  }

  @Test
  void ignored_spans_of_all_levels_add_up() {
    Engine.passes(3, Outer.class);
  }

  @TraceTest(ignore = "outer")
  static class Outer {
    @RegisterExtension
    static final TraceTestExtension TRACES =
        TraceTestExtension.builder().ignore("builder").build();

    @Test
    void test(Tracer tracer, SpanCapture capture) {
      recordAll(tracer);
      assertThat(recorded(capture)).containsExactly("base", "meta", "inner", "method", "kept");
    }

    @Nested
    @TraceTest(ignore = "inner")
    class Inner {
      @Test
      @TraceTest(ignore = "method")
      void test(Tracer tracer, SpanCapture capture) {
        recordAll(tracer);
        assertThat(recorded(capture)).containsExactly("base", "meta", "kept");
      }

      @Test
      void without(Tracer tracer, SpanCapture capture) {
        recordAll(tracer);
        assertThat(recorded(capture)).containsExactly("base", "meta", "method", "kept");
      }
    }
  }

  @Test
  void of_a_class_and_those_it_inherits_from_the_nearest_annotation_counts() {
    Engine.passes(3, Inheriting.class, Overriding.class, Composed.class);
  }

  @TraceTest(ignore = "base")
  static class Base {}

  static class Inheriting extends Base {
    @Test
    void test(Tracer tracer, SpanCapture capture) {
      recordAll(tracer);
      assertThat(recorded(capture)).doesNotContain("base").contains("outer");
    }
  }

  @TraceTest(ignore = "outer")
  static class Overriding extends Base {
    @Test
    void test(Tracer tracer, SpanCapture capture) {
      recordAll(tracer);
      assertThat(recorded(capture)).doesNotContain("outer").contains("base");
    }
  }

  @TraceTest(ignore = "meta", await = "3 ms")
  @Retention(RetentionPolicy.RUNTIME)
  @interface Quiet {}

  @Quiet
  static class Composed {
    @Test
    void test(Tracer tracer, SpanCapture capture) {
      recordAll(tracer);
      assertThat(recorded(capture)).doesNotContain("meta").contains("outer");
      assertThat(await(capture)).isEqualTo(Duration.ofMillis(3));
    }
  }

  @Test
  void of_single_values_the_nearest_counts() {
    Engine.passes(4, Waits.class);
  }

  @TraceTest(await = "1 ms")
  static class Waits {
    @Test
    void ofClass(SpanCapture capture) {
      assertThat(await(capture)).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    @TraceTest(await = "2 ms")
    void ofMethod(SpanCapture capture) {
      assertThat(await(capture)).isEqualTo(Duration.ofMillis(2));
    }

    @Nested
    @TraceTest(await = "5 ms")
    class WithBuilder {
      @RegisterExtension
      static final TraceTestExtension TRACES =
          TraceTestExtension.builder().await(Duration.ofMillis(4)).build();

      @Test
      void ofBuilder(SpanCapture capture) {
        assertThat(await(capture)).isEqualTo(Duration.ofMillis(4));
      }

      @Test
      @TraceTest(await = "6 ms")
      void ofMethod(SpanCapture capture) {
        assertThat(await(capture)).isEqualTo(Duration.ofMillis(6));
      }
    }
  }

  @Test
  void a_builder_records_without_the_annotation() {
    Engine.passes(3, StaticField.class, InstanceField.class, OneInstance.class);
  }

  static class StaticField {
    @RegisterExtension
    static final TraceTestExtension TRACES =
        TraceTestExtension.builder().sampler(Sampler.alwaysOff()).build();

    @Test
    void test(SpanCapture capture, OpenTelemetry openTelemetry) {
      recordAll(openTelemetry.getTracer("own"));
      recordAll(GlobalOpenTelemetry.getTracer("shared"));
      assertThat(recorded(capture)).isEmpty();
    }
  }

  static class InstanceField {
    private final SpanLimits limits =
        SpanLimits.builder().setMaxNumberOfAttributes(1).build();

    @RegisterExtension
    final TraceTestExtension traces =
        TraceTestExtension.builder().spanLimits(limits).build();

    @Test
    @Allow(kind = FindingKind.DROPPED_BY_LIMIT, span = "apply", reason = "it shows the limit")
    void test(SpanCapture capture, Tracer tracer) {
      tracer
          .spanBuilder("apply")
          .setAttribute("a", 1)
          .setAttribute("b", 2)
          .startSpan()
          .end();
      assertThat(capture.recording().spans().get(0).data().getAttributes().size())
          .isEqualTo(1);
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  @TraceTest
  static class OneInstance {
    @RegisterExtension
    final TraceTestExtension traces =
        TraceTestExtension.builder().ignore("outer").build();

    @Test
    void test(SpanCapture capture, Tracer tracer) {
      recordAll(tracer);
      assertThat(recorded(capture)).doesNotContain("outer");
    }
  }

  @Test
  void settings_that_come_after_the_recording_has_begun_are_an_error() {
    assertThat(Engine.failure(TooLate.class, ""))
        .isEqualTo("The recording of this test has begun, with its instance or by another"
            + " TraceTestExtension, before the settings of this one were known: declare its field"
            + " static, or do without @TraceTest on the class.");
  }

  @TraceTest
  static class TooLate {
    @RegisterExtension
    final TraceTestExtension traces =
        TraceTestExtension.builder().ignore("outer").build();

    @Test
    void test() {}
  }

  @Test
  void a_clock_on_the_global_is_an_error() {
    assertThat(Engine.failure(ClockOnGlobal.class, ""))
        .startsWith("This test sets a clock, which the shared SDK cannot have: it is"
            + " GlobalOpenTelemetry for all tests. But the span \"review\" was begun there, at ")
        .contains("(ConfigurationTest.java:");
  }

  static class ClockOnGlobal {
    @RegisterExtension
    static final TraceTestExtension TRACES =
        TraceTestExtension.builder().clock(TestClock.create()).build();

    @Test
    void test() {
      GlobalOpenTelemetry.getTracer("shared").spanBuilder("review").startSpan().end();
    }
  }

  @Test
  void assertions_see_fixtures_where_that_is_asked_for() {
    Engine.passes(2, WithFixtures.class, WithoutFixtures.class);
  }

  abstract static class Fixtures {
    @BeforeEach
    void set_up(Tracer tracer) {
      tracer.spanBuilder("insert").startSpan().end();
    }
  }

  @TraceTest(fixtures = true)
  static class WithFixtures extends Fixtures {
    @Test
    void test() {
      assertTrace().hasSpan("insert");
    }
  }

  @TraceTest
  static class WithoutFixtures extends Fixtures {
    @Test
    void test(Tracer tracer) {
      tracer.spanBuilder("apply").startSpan().end();
      assertTrace().hasNoSpan("insert").hasExactShape("span apply");
    }

    @AfterEach
    void tear_down() {
      assertTrace().hasExactShape("span apply");
    }
  }

  @Test
  void a_wrong_value_is_an_error_that_says_what_is_right() {
    assertThat(Engine.failure(WrongWait.class, ""))
        .isEqualTo("await is a number and a unit (ns, µs, ms, s or m), such as \"500 ms\"; was"
            + " \"soon\"");
    assertThat(Engine.failure(WrongIgnore.class, "")).startsWith("ignore takes the name of spans");
  }

  @TraceTest(await = "soon")
  static class WrongWait {
    @Test
    void test() {}
  }

  @TraceTest(ignore = " ")
  static class WrongIgnore {
    @Test
    void test() {}
  }

  @Test
  void requirements_of_annotation_and_builder_add_up() {
    assertThat(Engine.failure(Required.class, ""))
        .contains("2 findings", "ENDED TWICE", "PARENT ENDED");
  }

  @TraceTest(require = FindingKind.PARENT_ENDED)
  static class Required {
    @RegisterExtension
    static final TraceTestExtension TRACES =
        TraceTestExtension.builder().require(FindingKind.ENDED_TWICE).build();

    @Test
    void test(Tracer tracer) {
      Span apply = tracer.spanBuilder("apply").startSpan();
      apply.end();
      apply.end();
      Context parent = Context.current().with(apply);
      tracer.spanBuilder("audit").setParent(parent).startSpan().end();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"spantree.unclaimed", "spantree.late"})
  void a_misspelt_demand_fails_each_test(String property) {
    String before = System.getProperty(property);
    System.setProperty(property, "FAIL");
    try {
      assertThat(Engine.failure(Plain.class, ""))
          .isEqualTo("The system property " + property + " is show or fail; was \"FAIL\".");
    } finally {
      if (before == null) {
        System.clearProperty(property);
      }
    }
  }

  @TraceTest
  static class Plain {
    @Test
    void test() {}
  }
}
