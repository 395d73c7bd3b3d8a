package io.spantree.assertions;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Finding;
import io.spantree.model.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Runs programs and hands out what they recorded. */
final class Recorded {
  private Recorded() {}

  /** With evidence, as {@code @TraceTest} records it. */
  static TraceAssert byCapture(Consumer<Orders> program) {
    return TraceAssertions.assertTrace(recorded(program));
  }

  static Recording recorded(Consumer<Orders> program) {
    try (SpanCapture capture = SpanCapture.start()) {
      program.accept(new Orders(capture.openTelemetry().getTracer("orders")));
      return capture.awaitRecording();
    }
  }

  /** As an exporter sees it, without evidence, so that no message names a line of this source. */
  static TraceAssert byExporter(Consumer<Orders> program) {
    return TraceAssertions.assertTrace(Recording.of(exported(program)));
  }

  static List<SpanData> exported(Consumer<Orders> program) {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    try (SdkTracerProvider provider = SdkTracerProvider.builder()
        .setClock(new Ticks())
        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
        .build()) {
      program.accept(new Orders(provider.get("orders")));
      return exporter.getFinishedSpanItems();
    }
  }

  /** What the assertion finds, as data; empty when it holds. */
  static List<Finding> findings(Consumer<Orders> program, Consumer<TraceAssert> assertion) {
    return findings(Judged.trace(Recording.of(exported(program))), assertion);
  }

  /** The same of a recording with evidence. */
  static List<Finding> captured(Consumer<Orders> program, Consumer<TraceAssert> assertion) {
    return findings(Judged.trace(recorded(program)), assertion);
  }

  static List<Finding> findings(Judged judged, Consumer<TraceAssert> assertion) {
    List<Finding> findings = new ArrayList<>();
    assertion.accept(new TraceAssert(judged.to(
        failed -> findings.addAll(Objects.requireNonNull(failed.data()).part().findings()))));
    return findings;
  }

  /** A finding in short: its kind, the last name of its path, and its part. */
  static String brief(Finding finding) {
    String owner = finding.part().owner();
    String key = finding.part().key();
    String span = finding.path().names().isEmpty() ? "" : " " + finding.path().last();
    return finding.kind()
        + span
        + (owner == null ? "" : " " + owner)
        + (key == null ? "" : " " + key);
  }

  /** The message of the failure, which there must be. */
  static String failure(ThrowingCallable assertion) {
    return String.valueOf(catchThrowableOfType(AssertionError.class, assertion).getMessage());
  }

  /** No two times are equal, so that siblings have one order. */
  private static final class Ticks implements Clock {
    private final AtomicLong ticks = new AtomicLong();

    @Override
    public long now() {
      return ticks.incrementAndGet();
    }

    @Override
    public long nanoTime() {
      return ticks.incrementAndGet();
    }
  }
}
