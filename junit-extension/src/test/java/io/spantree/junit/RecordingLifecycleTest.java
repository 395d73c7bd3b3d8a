package io.spantree.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Ancestry;
import io.spantree.model.Evidence;
import io.spantree.model.Phase;
import io.spantree.model.SpanNode;
import io.spantree.model.TestIdentity;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingLifecycleTest {

  private static void record(Tracer tracer, String name) {
    tracer.spanBuilder(name).startSpan().end();
  }

  private static List<String> recorded() {
    return SpanCapture.current().recording().spans().stream()
        .map(SpanNode::name)
        .toList();
  }

  @Test
  void tells_the_spans_of_fixtures_from_those_of_the_body() {
    Engine.passes(1, Phases.class);
  }

  @TraceTest
  @ExtendWith(Audit.class)
  static class Phases {
    @BeforeEach
    void set_up(Tracer tracer) {
      record(tracer, "insert");
    }

    @Test
    void test(Tracer tracer) {
      record(tracer, "apply");
    }

    @AfterEach
    void tear_down(Tracer tracer, SpanCapture capture) {
      record(tracer, "delete");

      assertThat(capture.recording().spans())
          .extracting(span -> span.evidence().map(Evidence::phase).orElseThrow())
          .containsExactly(Phase.FIXTURE, Phase.BODY, Phase.FIXTURE, Phase.FIXTURE);
      assertThat(capture.recording().spans())
          .extracting(span -> span.evidence().map(Evidence::ancestry).orElseThrow())
          .containsOnly(Ancestry.TEST_ROOT);
    }
  }

  static class Audit implements AfterTestExecutionCallback {
    @Override
    public void afterTestExecution(ExtensionContext context) {
      record(SpanCapture.current().openTelemetry().getTracer("audit"), "audit");
    }
  }

  @Test
  void gives_each_invocation_a_fresh_recording() {
    Engine.passes(2 + 2 + 2, Invocations.class);
  }

  @TraceTest
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class Invocations {
    @RepeatedTest(2)
    void repeated(Tracer tracer) {
      record(tracer, "apply");
      assertThat(recorded()).containsExactly("apply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "other"})
    void parameterized(String name, Tracer tracer) {
      record(tracer, name);
      assertThat(recorded()).containsExactly(name);
    }

    @Test
    void one(Tracer tracer) {
      record(tracer, "apply");
      assertThat(recorded()).containsExactly("apply");
    }

    @Test
    void other(Tracer tracer) {
      record(tracer, "apply");
      assertThat(recorded()).containsExactly("apply");
    }
  }

  @Test
  void shares_one_recording_among_the_dynamic_tests_of_a_factory() {
    Engine.passes(2, Factory.class);
  }

  @TraceTest
  static class Factory {
    @TestFactory
    Stream<DynamicTest> tests(Tracer tracer, SpanCapture capture) {
      return Stream.of("one", "other")
          .map(name -> DynamicTest.dynamicTest(name, () -> {
            record(tracer, name);
            assertThat(SpanCapture.current()).isSameAs(capture);
            assertThat(bodySpans(capture)).contains(name);
          }));
    }

    private static List<String> bodySpans(SpanCapture capture) {
      return capture.recording().spans().stream()
          .filter(span -> span.evidence().orElseThrow().phase() == Phase.BODY)
          .map(SpanNode::name)
          .toList();
    }
  }

  @Test
  void makes_one_recording_however_often_it_is_registered() {
    Engine.passes(2, Outer.class);
    Engine.passes(1, AnnotationAndField.class);
  }

  @TraceTest
  static class Outer {
    private SpanCapture before;

    @BeforeEach
    void set_up(SpanCapture capture) {
      before = capture;
    }

    @Test
    @TraceTest
    void annotated(SpanCapture capture) {
      assertThat(capture).isSameAs(before).isSameAs(SpanCapture.current());
    }

    @Nested
    @TraceTest
    class Inner {
      @Test
      @TraceTest
      void annotated(SpanCapture capture) {
        assertThat(capture).isSameAs(before).isSameAs(SpanCapture.current());
      }
    }
  }

  @TraceTest
  static class AnnotationAndField {
    private static SpanCapture before;

    @RegisterExtension
    private final TraceTestExtension extension = new TraceTestExtension();

    @BeforeEach
    void set_up() {
      before = SpanCapture.current();
    }

    @Test
    void test() {
      assertThat(SpanCapture.current()).isSameAs(before);
    }

    @AfterAll
    static void nothing_is_left() {
      assertThatIllegalStateException().isThrownBy(SpanCapture::current);
    }
  }

  @Test
  void records_a_single_annotated_method() {
    Engine.passes(2, Method.class);
  }

  static class Method {
    @Test
    @TraceTest
    void with(Tracer tracer) {
      record(tracer, "apply");
      assertThat(recorded()).containsExactly("apply");
    }

    @Test
    void without() {
      assertThatIllegalStateException()
          .isThrownBy(SpanCapture::current)
          .withMessageStartingWith("No recording is active on this thread. Put @TraceTest");
    }
  }

  @Test
  void is_inherited_and_can_be_part_of_another_annotation() {
    Engine.passes(2, Inheriting.class, Composed.class);
  }

  @TraceTest
  static class Annotated {}

  static class Inheriting extends Annotated {
    @Test
    void inherited(SpanCapture capture) {
      assertThat(capture).isSameAs(SpanCapture.current());
    }
  }

  @TraceTest
  @Retention(RetentionPolicy.RUNTIME)
  @interface Traced {}

  @Traced
  static class Composed {
    @Test
    void test(SpanCapture capture) {
      assertThat(capture).isSameAs(SpanCapture.current());
    }
  }

  @Test
  void knows_the_test_with_its_runtime_classes() {
    Engine.passes(1, Concrete.class);
  }

  abstract static class Base {
    @Nested
    class Inner {
      @Test
      void test(SpanCapture capture) {
        TestIdentity identity = capture.test().orElseThrow();
        assertThat(identity.testClass()).isEqualTo(Inner.class);
        assertThat(identity.enclosingClasses()).containsExactly(Concrete.class);
        assertThat(identity.method().getName()).isEqualTo("test");
        assertThat(identity.displayName()).isEqualTo("test(SpanCapture)");
        assertThat(identity.uniqueId()).contains("[method:test(").contains("Concrete");
        assertThat(capture.recording().test()).isEqualTo(identity);
      }
    }
  }

  @TraceTest
  static class Concrete extends Base {}

  @Test
  void ends_with_the_test() {
    Engine.passes(1, Ends.class);
    assertThat(Ends.capture.recording().spans()).hasSize(1);
    assertThat(Context.current()).isSameAs(Context.root());
    assertThatIllegalStateException().isThrownBy(SpanCapture::current);
  }

  @TraceTest
  static class Ends {
    static SpanCapture capture;

    @Test
    void test(Tracer tracer, SpanCapture injected) {
      capture = injected;
      record(tracer, "apply");
    }
  }
}
