package io.spantree.assertions;

import static io.spantree.assertions.TraceAssertions.assertChecks;
import static io.spantree.assertions.TraceAssertions.assertTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Tracer;
import io.spantree.capture.SpanCapture;
import io.spantree.check.Allowance;
import io.spantree.model.FindingKind;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Recordings that no extension of JUnit 5 begins and ends. */
class ByHandTest {
  private static final Allowance SESSION =
      new Allowance(FindingKind.OPEN_SPAN, "session", "the server ends it");

  private static SpanCapture leavingOpen(String name) {
    SpanCapture capture = SpanCapture.builder().await(Duration.ZERO).start();
    Tracer tracer = capture.openTelemetry().getTracer("orders");
    tracer.spanBuilder(name).startSpan();
    return capture;
  }

  @Test
  void are_checked_on_request() {
    try (SpanCapture capture = leavingOpen("session")) {
      assertThatThrownBy(() -> assertChecks(capture))
          .isInstanceOf(AssertionError.class)
          .message()
          .startsWith("""
              Instrumentation checks failed: 1 finding

                OPEN SPAN  session was never ended
                           started on \
              """)
          .endsWith("""

                right as it is? Then hand over as an exception: new Allowance(FindingKind.OPEN_SPAN, "session", "…")\
              """);
    }
  }

  @Test
  void can_have_exceptions_that_are_needed() {
    try (SpanCapture capture = leavingOpen("session")) {
      assertThat(assertChecks(capture, SESSION)).isEmpty();
    }
    try (SpanCapture capture = SpanCapture.start()) {
      assertThatThrownBy(() -> assertChecks(capture, SESSION))
          .isInstanceOf(AssertionError.class)
          .hasMessage("new Allowance(FindingKind.OPEN_SPAN, \"session\", \"the server ends it\")"
              + " allowed nothing. Remove it, or correct its kind or span.");
    }
  }

  @Test
  void tell_what_is_not_checked() {
    try (SpanCapture capture = SpanCapture.builder().ignore("poll").start()) {
      capture
          .openTelemetry()
          .getTracer("orders")
          .spanBuilder("poll")
          .startSpan()
          .end();
      assertThat(assertChecks(capture)).containsExactly("1 ignored span: not checked.");
    }
  }

  @Test
  void need_no_junit() throws Exception {
    assertThat(printedWithoutJUnit()).isEqualToNormalizingNewlines("""
            no JUnit here
            Expected a span shipp: 1 finding

              MISSING  shipp
                       Did you mean ship?

                span ship

            not checked: []
            """);
  }

  static final class Program {
    public static void main(String[] args) {
      try {
        Class.forName("org.junit.jupiter.api.Test");
      } catch (ClassNotFoundException e) {
        System.out.println("no JUnit here");
      }
      try (SpanCapture capture = SpanCapture.start()) {
        capture
            .openTelemetry()
            .getTracer("orders")
            .spanBuilder("ship")
            .startSpan()
            .end();
        assertTrace().hasSpan("ship").isRoot().once();
        try {
          assertTrace().hasSpan("shipp");
        } catch (AssertionError e) {
          System.out.println(String.valueOf(e.getMessage()).strip());
          System.out.println();
        }
        System.out.println("not checked: " + assertChecks(capture));
      }
    }
  }

  private static String printedWithoutJUnit() throws Exception {
    String classPath = Arrays.stream(
            System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
        .filter(entry -> !new File(entry).getName().matches("(junit|opentest4j).*"))
        .collect(Collectors.joining(File.pathSeparator));
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            Program.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
