package io.spantree.samples.rewards;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The spans of one test, kept in memory. */
final class RecordedSpans implements AutoCloseable {
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
      .setTracerProvider(SdkTracerProvider.builder()
          .addSpanProcessor(SimpleSpanProcessor.create(exporter))
          .build())
      .build();

  OpenTelemetry openTelemetry() {
    return sdk;
  }

  List<SpanData> all() {
    return exporter.getFinishedSpanItems();
  }

  List<String> names() {
    return all().stream().map(SpanData::getName).toList();
  }

  /** Each span as its name, behind the name of its parent if it has one here. */
  List<String> tree() {
    Map<String, String> names =
        all().stream().collect(Collectors.toMap(SpanData::getSpanId, SpanData::getName));
    return all().stream()
        .map(span -> names.containsKey(span.getParentSpanId())
            ? names.get(span.getParentSpanId()) + " > " + span.getName()
            : span.getName())
        .toList();
  }

  SpanData only(String name) {
    List<SpanData> found = named(name);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " spans are called " + name + ": " + names());
    }
    return found.get(0);
  }

  List<SpanData> named(String name) {
    return all().stream().filter(span -> span.getName().equals(name)).toList();
  }

  void forget() {
    exporter.reset();
  }

  @Override
  public void close() {
    sdk.close();
  }
}
