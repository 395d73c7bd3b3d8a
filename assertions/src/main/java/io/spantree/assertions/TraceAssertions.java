package io.spantree.assertions;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Recording;
import io.spantree.model.Trace;
import java.util.Collection;
import java.util.List;

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
   * The trace of the running test, once its spans have ended. Where there are several, a failure
   * explains the second.
   *
   * @throws IllegalStateException when nothing records here; the message says how to get a recording
   */
  public static TraceAssert assertTrace() {
    return new TraceAssert(current(false));
  }

  /**
   * The one trace of the running test with a root span of that name, once all spans have ended.
   *
   * @throws IllegalStateException when nothing records here; the message says how to get a recording
   */
  public static TraceAssert assertTrace(String rootName) {
    return assertTraces().ofRoot(rootName);
  }

  /**
   * All traces of the running test, once their spans have ended.
   *
   * @throws IllegalStateException when nothing records here; the message says how to get a recording
   */
  public static TraceAssert assertTraces() {
    return new TraceAssert(current(true));
  }

  static Judged current(boolean several) {
    SpanCapture capture = SpanCapture.current();
    Recording recording = capture.awaitRecording();
    Judged judged = several ? Judged.traces(recording) : Judged.trace(recording);
    return recording.isEmpty() ? judged.withWhyEmpty(capture.whyEmpty()) : judged;
  }

  /** Spans from anywhere, such as an {@code InMemorySpanExporter} of one's own: one trace or more. */
  public static TraceAssert assertTraces(Collection<? extends SpanData> spans) {
    return new TraceAssert(Judged.traces(Recording.of(spans)));
  }

  /** A recording that was taken by hand. */
  public static TraceAssert assertTrace(Recording recording) {
    return new TraceAssert(recording);
  }

  /** One trace of a recording. */
  public static TraceAssert assertTrace(Trace trace) {
    return new TraceAssert(new Recording(List.of(trace), null));
  }
}
