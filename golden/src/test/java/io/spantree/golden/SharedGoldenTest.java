package io.spantree.golden;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.assertions.TraceAssertions.assertTraces;
import static io.spantree.golden.Goldens.golden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.golden.run.Compared;
import io.spantree.golden.run.Outcome;
import io.spantree.junit.TraceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several tests with one golden, of which one differs. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SharedGoldenTest {
  private static final String ROWS = "io/spantree/golden/SharedGoldenTest.Rows/row.any.spans";

  @TempDir
  Path module;

  private Suite suite;

  @BeforeEach
  void makeSuite() {
    suite = new Suite(module);
  }

  private enum Row {
    FIRST,
    SECOND,
    THIRD
  }

  private static void order(Tracer tracer, long coins) {
    Span span = tracer.spanBuilder("order").startSpan();
    span.setAttribute("coins", coins);
    span.end();
  }

  @TraceTest
  static class Rows {
    private static Row regressed = Row.FIRST;
    private static long coins = 1;

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void row(Row row, Tracer tracer) {
      order(tracer, row == regressed ? coins : 1);
      assertTrace().matches(golden("any"));
    }
  }

  private Map<String, String> runRows(Row regressed, long coins) {
    Rows.regressed = regressed;
    Rows.coins = coins;
    return suite.run(Rows.class);
  }

  private void write(String name) throws IOException {
    Path golden = suite.goldens.resolve(name);
    Files.createDirectories(golden.getParent());
    Files.writeString(golden, "# spantree v1\nspan order\n    coins = 1\n");
  }

  @Test
  void a_test_that_is_as_the_golden_says_passes_although_another_one_has_differed()
      throws Exception {
    write(ROWS);

    Map<String, String> outcomes = runRows(Row.FIRST, 2);

    assertThat(outcomes).containsEntry("SECOND", "").containsEntry("THIRD", "");
    assertThat(outcomes.get("FIRST")).contains("coins: expected 1 (long), was 2 (long)", "accept:");
    assertThat(Suite.list(suite.received)).containsExactly(ROWS);
  }

  @Test
  void a_test_that_differs_where_another_one_passed_shows_how() throws Exception {
    write(ROWS);

    Map<String, String> outcomes = runRows(Row.SECOND, 2);

    assertThat(outcomes).containsEntry("FIRST", "").containsEntry("THIRD", "");
    assertThat(outcomes.get("SECOND"))
        .startsWith("""
        Trace differs from the golden %s: 1 finding

          ATTRIBUTE VALUE  order: coins: expected 1 (long), was 2 (long)
        """.formatted(ROWS))
        .endsWith("""

          accept: not possible, because another test has this golden and recorded another tree:
                    SharedGoldenTest$Rows.row  FIRST
                  If both are right, give each a golden of its own, as in golden("large-order"), by\
         a name that does not change.
        """.stripTrailing());
    assertThat(Suite.list(suite.received)).isEmpty();
    assertThat(suite.lines(Compared.class))
        .extracting(Compared::outcome)
        .endsWith(Outcome.PASSED, Outcome.ERROR, Outcome.PASSED);
  }

  @TraceTest
  static class Again {
    private static long coins;

    @TestTemplate
    @ExtendWith(Retries.class)
    void again(Tracer tracer) {
      order(tracer, coins--);
      assertTrace().matches(golden("one"));
    }
  }

  static class Retries implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
      return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
        ExtensionContext context) {
      return Stream.of(
          new TestTemplateInvocationContext() {}, new TestTemplateInvocationContext() {});
    }
  }

  @Test
  void a_retry_that_passes_is_green_whatever_has_retried_it() throws Exception {
    write("io/spantree/golden/SharedGoldenTest.Again/again.one.spans");
    Again.coins = 2;

    Map<String, String> outcomes = suite.run(Again.class);

    assertThat(outcomes.values()).hasSize(2).contains("");
  }

  @TraceTest
  static class Polls {
    @Test
    void polls(Tracer tracer) {
      order(tracer, 1);
      Throwable first = catchThrowable(() -> assertTraces().matches(golden()));
      order(tracer, 2);
      Throwable second = catchThrowable(() -> assertTraces().matches(golden()));
      throw new AssertionError(first.getMessage() + " / " + second.getMessage());
    }
  }

  @Test
  void a_test_may_ask_again_after_it_has_differed() {
    assertThat(suite.run(Polls.class).get("polls(Tracer)"))
        .startsWith("Golden is pending")
        .contains(" / Golden is pending");
  }

  @Test
  void a_golden_that_lies_where_static_nested_classes_shared_a_folder_is_named() throws Exception {
    write("io/spantree/golden/Polls/polls.spans");

    assertThat(suite.run(Polls.class).get("polls(Tracer)")).endsWith("""
          There is a golden where it lay before, which no test compares; delete or move it:
                  %s
        """.stripTrailing()
        .formatted(suite.goldens.resolve("io/spantree/golden/Polls/polls.spans")));
  }
}
