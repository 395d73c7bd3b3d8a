package io.spantree.benchmarks;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.spantree.capture.SpanCapture;
import io.spantree.check.Checks;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;

/** What recording adds to a test: ours with ten spans, the peer's without any, and with the same. */
public class PerTestBenchmark {
  static final int SPANS = 10;

  private static final Checks CHECKS = new Checks(Set.of(), List.of());

  @Benchmark
  public int ours() {
    // snippet: per-test-ours
    try (SpanCapture capture = SpanCapture.start()) {
      SpanWork.record(capture.openTelemetry().getTracer("benchmarks"), SPANS);
      int spans = capture.awaitRecording().spans().size(); // the test reads
      Checks.Result checked = CHECKS.of(capture.completeRecording()); // its end judges
      return checked.findings().isEmpty() ? spans : -1;
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

  @Benchmark
  public int peerWithSpans() {
    // snippet: per-test-peer-with-spans
    OpenTelemetryExtension extension = OpenTelemetryExtension.create();
    SpanWork.record(extension.getOpenTelemetry().getTracer("benchmarks"), SPANS);
    int spans = extension.getSpans().size();
    ((OpenTelemetrySdk) extension.getOpenTelemetry()).close();
    return spans;
    // end
  }
}
