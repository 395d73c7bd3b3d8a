package io.spantree.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Tracer;
import io.spantree.capture.SpanCapture;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What JUnit has since 5.13, which is newer than the oldest that is supported. */
class ParameterizedClassTest {

  private static void record(Tracer tracer, String name) {
    tracer.spanBuilder(name).startSpan().end();
  }

  private static List<String> recorded() {
    return SpanCapture.current().recording().spans().stream()
        .map(SpanNode::name)
        .toList();
  }

  @Test
  void gives_each_test_of_each_invocation_a_fresh_recording() {
    Engine.passes(2 * 4, ByConstructor.class);
    Engine.passes(2 * 3, ByField.class);
  }

  @TraceTest(fixtures = true)
  @ParameterizedClass
  @ValueSource(strings = {"one", "other"})
  static class ByConstructor {
    private final String name;
    private final SpanCapture early;

    ByConstructor(String name, SpanCapture capture, Tracer tracer) {
      this.name = name;
      this.early = capture;
      record(tracer, "made");
    }

    @BeforeEach
    void set_up(Tracer tracer) {
      record(tracer, "set up");
    }

    @Test
    void test(Tracer tracer) {
      record(tracer, name);
    }

    @RepeatedTest(2)
    void repeated(Tracer tracer) {
      record(tracer, name);
    }

    @Nested
    class Inner {
      @Test
      void test(Tracer tracer) {
        record(tracer, name);
      }
    }

    @AfterEach
    void has_its_own(SpanCapture capture) {
      assertThat(capture).isSameAs(early).isSameAs(SpanCapture.current());
      assertThat(recorded()).containsExactly("made", "set up", name);
    }
  }

  @TraceTest
  @ParameterizedClass
  @ValueSource(strings = {"one", "other"})
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class ByField {
    private final Tracer shared;

    @Parameter
    private String name;

    ByField(Tracer tracer) {
      shared = tracer;
      record(shared, "made");
    }

    @BeforeAll
    void set_up(Tracer tracer) {
      record(tracer, "before all");
    }

    @Test
    void test() {
      record(shared, name);
      assertThat(recorded()).containsExactly(name);
    }

    @RepeatedTest(2)
    void repeated(Tracer tracer) {
      record(tracer, name);
      assertThat(recorded()).containsExactly(name);
    }
  }

  @Test
  void needs_an_exception_of_the_class_in_one_invocation_only() {
    Engine.passes(2, Allowing.class);
    assertThat(Engine.failure(AllowingForNothing.class, ""))
        .containsOnlyOnce("allowed nothing. Remove it, or correct its kind or span.");
  }

  @TraceTest(await = "0 s")
  @ParameterizedClass
  @ValueSource(booleans = {true, false})
  @Allow(kind = FindingKind.OPEN_SPAN, span = "session", reason = "the server ends it")
  record Allowing(boolean opens) {
    @Test
    void test(Tracer tracer) {
      if (opens) {
        tracer.spanBuilder("session").startSpan();
      }
    }
  }

  @TraceTest
  @ParameterizedClass
  @ValueSource(booleans = {true, false})
  @Allow(kind = FindingKind.OPEN_SPAN, span = "session", reason = "the server ends it")
  record AllowingForNothing(boolean opens) {
    @Test
    void test() {}
  }
}
