package io.spantree.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.opentelemetry.api.trace.Tracer;
import io.spantree.capture.SpanCapture;
import io.spantree.model.SpanNode;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever the annotation stands, each execution of a test has a recording that no other has. */
class AnnotationPlacesTest {
  private static final Set<SpanCapture> SEEN = ConcurrentHashMap.newKeySet();

  /** Its own, current, and empty at first. */
  private static void isFresh(SpanCapture capture, Tracer tracer) {
    assertThat(SEEN.add(capture)).isTrue();
    assertThat(SpanCapture.current()).isSameAs(capture);
    tracer.spanBuilder("apply").startSpan().end();
    assertThat(capture.recording().spans()).extracting(SpanNode::name).containsExactly("apply");
  }

  private static void eachIsFresh(int tests, Class<?> fixture) {
    SEEN.clear();
    Engine.passes(tests, fixture);
    assertThat(SEEN).hasSize(tests);
  }

  @Test
  void on_the_class_around() {
    eachIsFresh(7, Around.class);
    eachIsFresh(7, Around.class); // as when a build tool runs it again
  }

  @TraceTest
  static class Around {
    @Test
    void test(SpanCapture capture, Tracer tracer) {
      isFresh(capture, tracer);
    }

    @Nested
    class Inner {
      @RepeatedTest(2)
      void repeated(SpanCapture capture, Tracer tracer) {
        isFresh(capture, tracer);
      }

      @Nested
      @TestInstance(TestInstance.Lifecycle.PER_CLASS)
      class Innermost {
        @Test
        void one(SpanCapture capture, Tracer tracer) {
          isFresh(capture, tracer);
        }

        @Test
        void other(SpanCapture capture, Tracer tracer) {
          isFresh(capture, tracer);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int number, SpanCapture capture, Tracer tracer) {
          isFresh(capture, tracer);
        }
      }
    }
  }

  @Test
  void on_the_class_within_alone() {
    eachIsFresh(1, Plain.class);
  }

  static class Plain {
    @Nested
    @TraceTest
    class Traced {
      @Test
      void test(SpanCapture capture, Tracer tracer) {
        isFresh(capture, tracer);
      }
    }
  }

  @Test
  void on_a_superclass() {
    eachIsFresh(2, Below.class);
  }

  @TraceTest
  abstract static class Above {
    @Test
    void inherited(SpanCapture capture, Tracer tracer) {
      isFresh(capture, tracer);
    }
  }

  static class Below extends Above {
    @Test
    void own(SpanCapture capture, Tracer tracer) {
      isFresh(capture, tracer);
    }
  }

  @Test
  void on_an_interface() {
    eachIsFresh(2, Implementing.class);
  }

  @TraceTest(ignore = "noise")
  interface Recorded {
    @Test
    default void inherited(SpanCapture capture, Tracer tracer) {
      tracer.spanBuilder("noise").startSpan().end();
      isFresh(capture, tracer);
    }
  }

  static class Implementing implements Recorded {
    @Test
    void own(SpanCapture capture, Tracer tracer) {
      tracer.spanBuilder("noise").startSpan().end();
      isFresh(capture, tracer);
    }
  }

  @Test
  void on_an_annotation_of_ones_own_that_stands_on_a_method() {
    eachIsFresh(3, OnMethods.class);
  }

  @Test
  @TraceTest(ignore = "noise")
  @Retention(RetentionPolicy.RUNTIME)
  @interface QuietTest {}

  static class OnMethods {
    @QuietTest
    void composed(SpanCapture capture, Tracer tracer) {
      tracer.spanBuilder("noise").startSpan().end();
      isFresh(capture, tracer);
    }

    @TraceTest
    @RepeatedTest(2)
    void repeated(SpanCapture capture, Tracer tracer) {
      isFresh(capture, tracer);
    }
  }

  @Test
  void in_a_field() {
    eachIsFresh(2, Static.class);
    eachIsFresh(2, OfInstance.class);
  }

  static class Static {
    @RegisterExtension
    static final TraceTestExtension TRACES =
        TraceTestExtension.builder().ignore("noise").build();

    @RepeatedTest(2)
    void test(SpanCapture capture, Tracer tracer) {
      tracer.spanBuilder("noise").startSpan().end();
      isFresh(capture, tracer);
    }
  }

  static class OfInstance {
    @RegisterExtension
    private final TraceTestExtension traces =
        TraceTestExtension.builder().ignore("noise").build();

    @RepeatedTest(2)
    void test(SpanCapture capture, Tracer tracer) {
      tracer.spanBuilder("noise").startSpan().end();
      isFresh(capture, tracer);
    }
  }

  @Test
  void of_a_factory_the_tests_share_one_also_in_containers() {
    SEEN.clear();
    Engine.passes(3, Factory.class);
    assertThat(SEEN).hasSize(1);
  }

  @TraceTest
  static class Factory {
    private int tests;

    @TestFactory
    Stream<DynamicNode> tests(Tracer tracer) {
      return Stream.of(
          dynamicTest("one", () -> record("one", tracer)),
          dynamicContainer(
              "more",
              List.of(
                  dynamicTest("two", () -> record("two", tracer)),
                  dynamicTest("three", () -> record("three", tracer)))));
    }

    private void record(String name, Tracer tracer) {
      SEEN.add(SpanCapture.current());
      tests++;
      tracer.spanBuilder(name).startSpan().end();
    }

    @AfterEach
    void comes_once(SpanCapture capture) {
      assertThat(capture.body().spans()).hasSize(tests).hasSize(3);
    }
  }
}
