package io.spantree.assertions;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Recording;
import java.util.Collection;

/**
 * Where assertions on traces begin.
 *
 * <pre>{@code
 * import static io.spantree.assertions.TraceAssertions.assertTrace;
 *
 * assertTrace().hasSpan("fraud.review").withAttr("fraud.decision", "approved").childOf("redeem");
 * }</pre>
 */
public final class TraceAssertions {
  private TraceAssertions() {}

  /**
   * The trace of the running test, once its spans have ended.
   *
   * @throws IllegalStateException when nothing records here; the message says how to get a recording
   */
  public static TraceAssert assertTrace() {
    SpanCapture capture = SpanCapture.current();
    Recording recording = capture.awaitRecording();
    return recording.isEmpty()
        ? new TraceAssert(recording, capture.whyEmpty())
        : new TraceAssert(recording);
  }

  /** Spans from anywhere, such as an {@code InMemorySpanExporter} of one's own. */
  public static TraceAssert assertTraces(Collection<? extends SpanData> spans) {
    return new TraceAssert(Recording.of(spans));
  }

  /** A recording that was taken by hand. */
  public static TraceAssert assertTrace(Recording recording) {
    return new TraceAssert(recording);
  }
}
