package io.spantree.assertions;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Recording;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;

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
   * The trace of the running test, once its spans have ended: those of its body and what they are
   * below.
   *
   * @throws IllegalStateException when nothing records here; the message says how to get a recording
   */
  public static TraceAssert assertTrace() {
    SpanCapture capture = SpanCapture.current();
    return on(capture.awaitBody(), capture);
  }

  /**
   * The trace of the running test, as soon as the assertions hold: for work of which nobody knows
   * when it begins.
   *
   * <p>They are tried at once and whenever a span has ended, on what is recorded by then, spans that
   * are still open included. The failure is that of the last try.
   *
   * <pre>{@code
   * awaitTrace(Duration.ofSeconds(5), trace -> trace.hasSpan("audit.write").childOf("redeem"));
   * }</pre>
   *
   * @throws IllegalStateException when nothing records here; the message says how to get a recording
   */
  public static TraceAssert awaitTrace(Duration limit, Consumer<? super TraceAssert> assertions) {
    SpanCapture capture = SpanCapture.current();
    Attempts attempts = new Attempts(assertions);
    boolean held = capture.awaitUntil(limit, body -> attempts.holds(on(body, capture)));
    return held ? attempts.last() : attempts.fail(limit);
  }

  private static TraceAssert on(Recording recording, SpanCapture capture) {
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
