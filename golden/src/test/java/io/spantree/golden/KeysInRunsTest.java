package io.spantree.golden;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.spantree.junit.TraceTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
import org.junit.jupiter.params.provider.MethodSource;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class KeysInRunsTest {
  private static final String HERE = "io/spantree/golden/KeysInRunsTest.";

  @TempDir
  Path module;

  private Suite suite;

  @BeforeEach
  void makeSuite() {
    suite = new Suite(module);
  }

  static void span(Tracer tracer, String name) {
    tracer.spanBuilder(name).startSpan().end();
  }

  @TraceTest
  static class Base {
    @Nested
    class Inner {
      @Test
      void places(Tracer tracer) {
        span(tracer, Base.this.name());
        assertTrace().matches(golden());
      }
    }

    String name() {
      return "base";
    }
  }

  static class Special extends Base {
    @Override
    String name() {
      return "special";
    }
  }

  @Test
  void an_inherited_nested_class_has_a_golden_for_each_outer_class_also_in_parallel() {
    suite.parallel = true;

    suite.run(Base.class, Special.class);

    assertThat(Suite.list(suite.received))
        .containsExactly(HERE + "Base.Inner/places.spans", HERE + "Special.Inner/places.spans");
    assertThat(Suite.read(suite.received.resolve(HERE + "Special.Inner/places.spans")))
        .contains("span special");
    suite.accept();
    assertThat(suite.run(Base.class, Special.class)).containsOnly(passed("places(Tracer)"));
    assertThat(Suite.list(suite.received)).isEmpty();
  }

  static Map.Entry<String, String> passed(String test) {
    return Map.entry(test, "");
  }

  /** No text: JUnit 6 shows a text in quotes. */
  enum Row {
    TINY,
    SMALL,
    LARGE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static List<Row> rows = List.of(Row.SMALL, Row.LARGE);

  @TraceTest
  static class Parameterized {
    static Stream<Row> rows() {
      return rows.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void named(Row row, Tracer tracer) {
      span(tracer, row.toString());
      assertTrace().matches(golden(row.toString()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void unnamed(Row row, Tracer tracer) {
      span(tracer, row.toString());
      assertTrace().matches(golden());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void shared(Row row, Tracer tracer) {
      span(tracer, row.toString());
      assertTrace().matches(golden("all"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void same(Row row, Tracer tracer) {
      span(tracer, "same");
      assertTrace().matches(golden("all"));
    }
  }

  private Map<String, String> runMethod(String method) {
    return suite.runMethod(Parameterized.class, method, Row.class, Tracer.class);
  }

  @Test
  void an_inserted_row_of_parameters_keeps_the_keys() {
    runMethod("named");
    suite.accept();
    rows = List.of(Row.values());
    try {
      assertThat(runMethod("named"))
          .containsEntry("small", "")
          .containsEntry("large", "")
          .hasEntrySatisfying("tiny", text -> assertThat(text).startsWith("Golden is pending"));
    } finally {
      rows = List.of(Row.SMALL, Row.LARGE);
    }
  }

  @Test
  void an_invocation_without_a_name_is_an_error() {
    assertThat(runMethod("unnamed"))
        .hasSize(2)
        .allSatisfy((test, text) ->
            assertThat(text).startsWith("Each invocation of unnamed needs a golden of its own"));
  }

  @Test
  void two_trees_under_one_key_are_an_error_that_names_both_tests() {
    assertThat(runMethod("shared").get("large")).isEqualTo("""
            Two tests have one golden, %sParameterized/shared.all.spans, and record different trees:

              KeysInRunsTest$Parameterized.shared  small
              KeysInRunsTest$Parameterized.shared  large

              Give each a golden of its own, as in golden("large-order"), by a name that does not\
             change.""".formatted(HERE));
    assertThat(Suite.read(suite.received.resolve(HERE + "Parameterized/shared.all.spans")))
        .contains("span small");

    suite.accept();
    assertThat(runMethod("shared").get("large"))
        .startsWith("Trace differs from the golden")
        .contains("RENAMED  large, expected small", "accept: not possible");
  }

  @Test
  void equal_trees_may_share_a_key() {
    runMethod("same");
    suite.accept();

    assertThat(runMethod("same")).containsOnly(passed("small"), passed("large"));
  }

  @TraceTest
  static class Factory {
    @TestFactory
    Stream<DynamicTest> dynamic(Tracer tracer) {
      return Stream.of(
          DynamicTest.dynamicTest("one", () -> {
            span(tracer, "one");
            assertTrace().matches(golden());
          }),
          DynamicTest.dynamicTest("two", () -> assertTrace().matches(golden("two"))));
    }
  }

  @Test
  void a_dynamic_test_needs_a_name() {
    assertThat(suite.run(Factory.class))
        .hasEntrySatisfying(
            "one", text -> assertThat(text).startsWith("Each invocation of dynamic needs"))
        .hasEntrySatisfying("two", text -> assertThat(text).startsWith("Golden is pending"));
  }

  @TraceTest
  static class CaseOnly {
    @Test
    void lower(Tracer tracer) {
      span(tracer, "a");
      assertTrace().matches(golden("row"));
    }

    @Test
    void twice(Tracer tracer) {
      span(tracer, "a");
      try {
        assertTrace().matches(golden("row"));
      } catch (AssertionError pending) {
        assertTrace().matches(golden("Row"));
      }
    }
  }

  @Test
  void names_that_differ_in_case_alone_are_refused_where_they_meet() {
    assertThat(suite.run(CaseOnly.class).get("twice(Tracer)")).isEqualTo("""
        Two goldens have names that differ in case alone, which some file systems do not tell apart:

          %1$sCaseOnly/twice.row.spans
          %1$sCaseOnly/twice.Row.spans

          Rename one of them.""".formatted(HERE));
  }

  @TraceTest
  static class OtherThread {
    @Test
    void asserts(Tracer tracer) {
      span(tracer, "a");
      CompletableFuture.runAsync(
              () -> assertTrace().matches(golden()), Context.taskWrapping(Runnable::run))
          .join();
    }

    @Test
    void assertsOnAThreadOfItsOwn(Tracer tracer) throws Exception {
      span(tracer, "b");
      Throwable[] thrown = new Throwable[1];
      Thread thread = new Thread(() -> {
        try {
          assertTrace().matches(golden());
        } catch (Throwable e) {
          thrown[0] = e;
        }
      });
      thread.start();
      thread.join();
      if (thrown[0] != null) {
        throw new AssertionError(thrown[0].getMessage());
      }
    }
  }

  @Test
  void an_assertion_from_another_thread_finds_the_golden_of_its_test() {
    suite.run(OtherThread.class);

    assertThat(Suite.list(suite.received))
        .containsExactly(
            HERE + "OtherThread/asserts.spans",
            HERE + "OtherThread/assertsOnAThreadOfItsOwn.spans");
  }

  @TraceTest
  static class Twice {
    @Test
    void compares(Tracer tracer) {
      span(tracer, "first");
      assertTrace().matches(golden());
      span(tracer, "second");
      assertTrace().matches(golden());
    }
  }

  @Test
  void one_test_cannot_compare_two_trees_with_one_golden() {
    suite.run(Twice.class);
    suite.accept();

    assertThat(suite.run(Twice.class).get("compares(Tracer)"))
        .startsWith("Trace differs from the golden")
        .endsWith("""

              accept: not possible, because the test has compared another tree with this golden.
                      Give each tree a golden of its own, as in golden("before") and golden("after").\
            """);
  }
}
