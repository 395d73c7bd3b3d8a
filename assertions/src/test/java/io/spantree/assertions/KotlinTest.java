package io.spantree.assertions;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Recording;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Kotlin test can call each step: its own compiler says so, which takes some seconds. */
@Tag("proof")
class KotlinTest {

  @Test
  void each_step_compiles_and_runs(@TempDir Path classes) throws Exception {
    URI source = Objects.requireNonNull(KotlinTest.class.getResource("/kotlin/Callers.kt"))
        .toURI();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    ExitCode exit = new K2JVMCompiler()
        .exec(
            new PrintStream(messages, true, StandardCharsets.UTF_8),
            Path.of(source).toString(),
            "-d",
            classes.toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            "-jvm-target",
            "17",
            "-no-stdlib",
            "-no-reflect");

    assertThat(exit).as(messages.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.OK);
    URL[] folder = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(folder, KotlinTest.class.getClassLoader())) {
      loader
          .loadClass("io.spantree.assertions.kotlin.CallersKt")
          .getMethod("callEachStep", Recording.class)
          .invoke(null, recording());
    }
  }

  private static Recording recording() {
    try (SpanCapture capture = SpanCapture.start()) {
      Tracer tracer = capture.openTelemetry().getTracer("kotlin");
      Span top = tracer.spanBuilder("top").startSpan();
      try (Scope scope = top.makeCurrent()) {
        Span call = tracer
            .spanBuilder("call")
            .setSpanKind(SpanKind.CLIENT)
            .addLink(top.getSpanContext())
            .startSpan();
        call.setAttribute("s", "x").setAttribute("n", 4200).setAttribute("d", 0.5);
        call.setAttribute("b", true).setAttribute(stringArrayKey("list"), List.of("a", "b"));
        call.addEvent("retry", Attributes.of(longKey("attempt"), 2L));
        call.recordException(new IllegalStateException("down"));
        call.setStatus(StatusCode.ERROR, "down").end();
      } finally {
        top.setStatus(StatusCode.ERROR).end();
      }
      return capture.recording();
    }
  }
}
