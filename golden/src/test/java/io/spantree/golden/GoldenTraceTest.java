package io.spantree.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.opentelemetry.api.trace.Tracer;
import io.spantree.junit.TraceTest;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class GoldenTraceTest {
  private static final String HERE = "io/spantree/golden/GoldenTraceTest.";

  @TempDir
  Path module;

  private Suite suite;

  @BeforeEach
  void makeSuite() {
    suite = new Suite(module);
  }

  private static void span(Tracer tracer, String name) {
    tracer.spanBuilder(name).startSpan().end();
  }

  @GoldenTrace
  @TraceTest
  static class OnClass {
    @Test
    void one(Tracer tracer) {
      span(tracer, "one");
    }

    @GoldenTrace(name = "second")
    @Test
    void two(Tracer tracer) {
      span(tracer, "two");
    }

    @Nested
    class Inner {
      @Test
      void three(Tracer tracer) {
        span(tracer, "three");
      }
    }

    @Test
    void fails(Tracer tracer) {
      span(tracer, "four");
      throw new IllegalStateException("the shop is closed");
    }
  }

  @Test
  void each_test_of_a_class_is_compared_after_its_body_unless_it_failed() {
    Map<String, String> first = suite.run(OnClass.class);

    assertThat(first.get("fails(Tracer)")).isEqualTo("the shop is closed");
    assertThat(first.get("one(Tracer)")).startsWith("Golden is pending");
    assertThat(Suite.list(suite.received))
        .containsExactly(
            HERE + "OnClass.Inner/three.spans",
            HERE + "OnClass/one.spans",
            HERE + "OnClass/two.second.spans");

    suite.accept();

    assertThat(suite.run(OnClass.class))
        .containsEntry("one(Tracer)", "")
        .containsEntry("two(Tracer)", "")
        .containsEntry("three(Tracer)", "");
  }

  @TraceTest
  static class OnMethod {
    @Test
    @GoldenTrace
    void compared(Tracer tracer) {
      span(tracer, "a");
    }

    @Test
    void notCompared(Tracer tracer) {
      span(tracer, "a");
    }
  }

  @Test
  void on_a_method_it_holds_for_that_method_alone() {
    assertThat(suite.run(OnMethod.class)).containsEntry("notCompared(Tracer)", "");

    assertThat(Suite.list(suite.received)).containsExactly(HERE + "OnMethod/compared.spans");
  }

  @TraceTest
  static class Named {
    static Stream<Arguments> sets() {
      return Stream.of(argumentSet("large order", 4200), argumentSet("small", 3));
    }

    static Stream<Arguments> plain() {
      return Stream.of(arguments(4200));
    }

    @ParameterizedTest(name = "{index}: {argumentSetName}!")
    @MethodSource("sets")
    @GoldenTrace(name = "{argumentSetName}")
    void ownDisplay(int coins, Tracer tracer) {
      span(tracer, "coins " + coins);
    }

    @ParameterizedTest
    @MethodSource("sets")
    @GoldenTrace(name = "row {argumentSetName}")
    void defaultDisplay(int coins, Tracer tracer) {
      span(tracer, "coins " + coins);
    }

    @ParameterizedTest
    @MethodSource("plain")
    @GoldenTrace(name = "{argumentSetName}")
    void noSet(int coins, Tracer tracer) {
      span(tracer, "coins " + coins);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    @GoldenTrace(name = "{0}")
    void byArgument(String row, Tracer tracer) {
      span(tracer, row);
    }

    @ParameterizedTest
    @MethodSource("plain")
    @GoldenTrace(name = "{1}")
    void byAnObject(int coins, Tracer tracer) {
      span(tracer, "a");
    }

    @ParameterizedTest
    @MethodSource("plain")
    @GoldenTrace
    void unnamed(int coins, Tracer tracer) {
      span(tracer, "a");
    }
  }

  private Map<String, String> named(String method, Class<?> parameter) {
    return suite.runMethod(Named.class, method, parameter, Tracer.class);
  }

  @Test
  void the_name_of_an_argument_set_names_its_golden() {
    named("ownDisplay", int.class);
    named("defaultDisplay", int.class);

    assertThat(Suite.list(suite.received))
        .containsExactly(
            HERE + "Named/" + SafeName.of("defaultDisplay.row large order") + ".spans",
            HERE + "Named/" + SafeName.of("defaultDisplay.row small") + ".spans",
            HERE + "Named/" + SafeName.of("ownDisplay.large order") + ".spans",
            HERE + "Named/ownDisplay.small.spans");
  }

  @Test
  void an_argument_names_a_golden_if_it_always_reads_the_same() {
    named("byArgument", String.class);

    assertThat(Suite.list(suite.received))
        .containsExactly(HERE + "Named/byArgument.a.spans", HERE + "Named/byArgument.b.spans");
    assertThat(named("byAnObject", int.class).values())
        .containsExactly("@GoldenTrace on byAnObject: {1} cannot be filled in, because the"
            + " argument 1 is no text, number, boolean, enum constant or class");
  }

  @Test
  void a_row_without_a_name_is_told_how_to_get_one() {
    assertThat(named("noSet", int.class).values())
        .singleElement()
        .satisfies(text -> assertThat(text)
            .startsWith("@GoldenTrace on noSet: {argumentSetName} cannot be filled in, because the"
                + " display name \"[1] ")
            .endsWith("give each row one with Arguments.argumentSet(\"…\", …), and the test"
                + " @ParameterizedTest(name = \"{argumentSetName}\")"));
    assertThat(named("unnamed", int.class).values())
        .singleElement()
        .satisfies(text ->
            assertThat(text).startsWith("Each invocation of unnamed needs a golden of its own"));
  }

  @TraceTest
  static class Factory {
    @TestFactory
    @GoldenTrace(name = "all")
    Stream<DynamicTest> dynamic() {
      return Stream.of(DynamicTest.dynamicTest("one", () -> {}));
    }
  }

  @Test
  void a_test_factory_is_told_to_compare_in_its_tests() {
    assertThat(suite.run(Factory.class).values())
        .anySatisfy(text -> assertThat(text)
            .isEqualTo(
                "@GoldenTrace cannot stand on dynamic, a @TestFactory, whose tests run after its"
                    + " body; compare in each of them, with assertTrace().matches(golden(\"…\"))"));
  }

  static class Unrecorded {
    @Test
    @GoldenTrace
    void compared() {}
  }

  @Test
  void without_a_recording_the_test_says_how_to_get_one() {
    assertThat(suite.run(Unrecorded.class).get("compared()")).contains("@TraceTest");
  }
}
