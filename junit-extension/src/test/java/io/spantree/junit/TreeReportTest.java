package io.spantree.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.spantree.capture.SpanCapture;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report of a test shows beside its failure. */
class TreeReportTest {

  private static void recordApply(Tracer tracer) {
    Span apply =
        tracer.spanBuilder("apply").setAttribute("text", "a \\ \"\"\" b").startSpan();
    try (Scope scope = apply.makeCurrent()) {
      tracer.spanBuilder("heartbeat").startSpan().end();
      tracer.spanBuilder("review").startSpan().end();
    }
    apply.end();
  }

  @Test
  void has_the_tree_of_a_test_that_failed_for_any_reason(@TempDir Path folder) {
    assertThat(Launching.files(Fails.class, folder))
        .containsExactly(
            Map.entry("fails(Tracer)/trace.java.txt", """
                assertTrace().hasExactShape(\"""
                    span apply
                        text = "a \\\\\\\\ \\\\"\\\\"\\\\" b"
                    span > review
                    # not shown: 1 ignored span, 1 span of fixtures
                    \""");
                """),
            Map.entry("fails(Tracer)/trace.spans", """
                trace insert
                span insert
                trace apply
                span apply
                    text = "a \\\\ \\"\\"\\" b"
                span > review
                # not shown: 1 ignored span
                """));
  }

  @Test
  void is_as_complete_where_files_cannot_be_published() {
    assertThat(Engine.entries(Fails.class))
        .anySatisfy(entry -> assertThat(entry).contains("span > review"));
  }

  @TraceTest(ignore = "heartbeat")
  static class Fails {
    @BeforeEach
    void set_up(Tracer tracer) {
      tracer.spanBuilder("insert").startSpan().end();
    }

    @Test
    void fails(Tracer tracer) {
      recordApply(tracer);
      throw new IllegalStateException("has nothing to do with spans");
    }
  }

  @Test
  void has_the_tree_of_a_test_whose_checks_or_constructor_failed() {
    assertThat(Engine.entries(FailsChecks.class)).contains("span review open");
    assertThat(Engine.entries(FailsInConstructor.class)).contains("span insert");
  }

  @TraceTest(await = "0 ms")
  static class FailsChecks {
    @Test
    void test(Tracer tracer) {
      tracer.spanBuilder("review").startSpan();
    }
  }

  @TraceTest
  static class FailsInConstructor {
    FailsInConstructor(Tracer tracer) {
      tracer.spanBuilder("insert").startSpan().end();
      throw new IllegalStateException("on purpose");
    }

    @Test
    void test() {}
  }

  @Test
  void has_no_tree_of_a_test_that_passed_or_was_aborted_or_recorded_nothing() {
    assertThat(Engine.entries(Silent.class)).isEmpty();
  }

  @TraceTest
  static class Silent {
    @Test
    void passed(Tracer tracer) {
      recordApply(tracer);
    }

    @Test
    void aborted(Tracer tracer) {
      recordApply(tracer);
      Assumptions.abort();
    }

    @Test
    void failedWithoutSpans() {
      throw new IllegalStateException("on purpose");
    }
  }

  @Test
  void shows_the_first_lines_of_a_large_tree_and_has_the_rest_in_a_file(@TempDir Path folder) {
    assertThat(Engine.entries(Large.class).get(0))
        .hasLineCount(61)
        .endsWith("\n# … and 40 lines more");
    assertThat(Launching.files(Large.class, folder).get("test(Tracer)/trace.spans"))
        .hasLineCount(100);
  }

  @TraceTest
  static class Large {
    @Test
    void test(Tracer tracer) {
      Span apply = tracer.spanBuilder("apply").startSpan();
      try (Scope scope = apply.makeCurrent()) {
        for (int i = 1; i < 100; i++) {
          tracer.spanBuilder("child " + i).startSpan().end();
        }
      }
      apply.end();
      throw new IllegalStateException("on purpose");
    }
  }

  @Test
  void is_printed_for_a_test_that_passed_where_that_is_asked_for() {
    assertThat(printed(() -> Engine.passes(1, Printed.class))).isEqualTo("""
            Printed > test(Tracer)
              span apply
                  text = "a \\\\ \\"\\"\\" b"
              span > heartbeat
              span > review
            """);
    assertThat(printed(() -> Engine.passes(1, NothingToPrint.class))).isEqualTo("""
            NothingToPrint > test()
              # no span was recorded
            """);
  }

  private static String printed(Runnable work) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).replace("\r", "");
  }

  @TraceTest(print = true)
  static class Printed {
    @Test
    void test(Tracer tracer) {
      recordApply(tracer);
    }
  }

  @TraceTest(print = true)
  static class NothingToPrint {
    @Test
    void test() {
      assertThat(SpanCapture.current()).isNotNull();
    }
  }
}
