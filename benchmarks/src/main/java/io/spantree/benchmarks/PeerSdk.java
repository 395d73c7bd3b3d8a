package io.spantree.benchmarks;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** An SDK as a test without Spantree sets it up. */
final class PeerSdk implements AutoCloseable {
  // snippet: peer-sdk
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final SdkTracerProvider provider = SdkTracerProvider.builder()
      .addSpanProcessor(SimpleSpanProcessor.create(exporter))
      .build();

  // end

  Tracer tracer() {
    return provider.get("benchmarks");
  }

  int spans() {
    return exporter.getFinishedSpanItems().size();
  }

  @Override
  public void close() {
    provider.close();
  }
}
