package io.spantree.benchmarks;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.spantree.capture.SpanCapture;
import org.openjdk.jmh.annotations.Benchmark;

/** What recording adds to a test: ours with ten spans, the peer's without any. */
public class PerTestBenchmark {
  static final int SPANS = 10;

  @Benchmark
  public int ours() {
    // snippet: per-test-ours
    try (SpanCapture capture = SpanCapture.start()) {
      SpanWork.record(capture.openTelemetry().getTracer("benchmarks"), SPANS);
      return capture.awaitRecording().spans().size();
    }
    // end
  }

  @Benchmark
  public Object peer() {
    // snippet: per-test-peer
    OpenTelemetryExtension extension = OpenTelemetryExtension.create();
    ((OpenTelemetrySdk) extension.getOpenTelemetry()).close();
    return extension;
    // end
  }
}
