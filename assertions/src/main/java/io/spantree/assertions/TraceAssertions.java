package io.spantree.assertions;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.capture.SpanCapture;
import io.spantree.check.Allowance;
import io.spantree.model.Recording;
import io.spantree.model.Trace;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
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
   * below. Where there are several traces, a failure explains the second.
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
    Recording recording = capture.awaitBody();
    return judged(several ? Judged.traces(recording) : Judged.trace(recording), capture);
  }

  private static Judged judged(Judged judged, SpanCapture capture) {
    return judged.recording().isEmpty() ? judged.withWhyEmpty(capture.whyEmpty()) : judged;
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
    boolean held = capture.awaitUntil(
        limit, body -> attempts.holds(new TraceAssert(judged(Judged.trace(body), capture))));
    return held ? attempts.last() : attempts.fail(limit);
  }

  /**
   * What {@code @TraceTest} checks by itself, for a test that something else runs: JUnit 4, TestNG,
   * Spock, a {@code main}.
   *
   * <p>To be called when the test is over and has passed, on the thread that began the recording,
   * before the recording is closed.
   *
   * @param allowed exceptions; one that was not needed fails, too
   * @return what could not be checked, and why, a line each
   */
  public static List<String> assertChecks(SpanCapture capture, Allowance... allowed) {
    return ByHand.check(capture.completeRecording(), List.of(allowed));
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
