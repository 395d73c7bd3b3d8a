package io.spantree.samples.messages;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.otel.bridge.OtelFinishedSpan;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What a program records with the SDK alone; ids and times are fixed, so that the texts are, too. */
final class PeerRun {
  private static final long BEGIN = 1_750_000_000_000_000_000L;
  private static final long TICK = 1_000_000L;

  private PeerRun() {}

  static List<SpanData> spans(Consumer<OpenTelemetry> program) {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    try (OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
        .setTracerProvider(SdkTracerProvider.builder()
            .setIdGenerator(new CountedIds())
            .setClock(new TickingClock())
            .setResource(Resource.empty())
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build())
        .build()) {
      program.accept(sdk);
      return List.copyOf(exporter.getFinishedSpanItems());
    }
  }

  static List<FinishedSpan> finished(List<SpanData> spans) {
    return spans.stream().map(OtelFinishedSpan::fromOtel).toList();
  }

  private static final class CountedIds implements IdGenerator {
    private final AtomicLong last = new AtomicLong();

    @Override
    public String generateSpanId() {
      return SpanId.fromLong(0x5fa0_0000_0000_0000L + last.incrementAndGet());
    }

    @Override
    public String generateTraceId() {
      return TraceId.fromLongs(0x7ace_0000_0000_0000L, last.incrementAndGet());
    }
  }

  private static final class TickingClock implements Clock {
    private final AtomicLong now = new AtomicLong(BEGIN);

    @Override
    public long now() {
      return now.addAndGet(TICK);
    }

    @Override
    public long nanoTime() {
      return now.addAndGet(TICK);
    }
  }
}
