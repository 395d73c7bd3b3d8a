package io.spantree.capture;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.spantree.model.UnclaimedSpan;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Decides which capture has a span of a shared SDK.
 *
 * <p>What is known of a span stands in its capture alone, so that nothing is left to clean when a
 * test ends before its spans do.
 */
final class Routing {
  private static final LongAdder STARTED = new LongAdder();
  private static final LongAdder CLAIMED = new LongAdder();
  private static final LongAdder UNCLAIMED = new LongAdder();

  private Routing() {}

  static void begin(Context parentContext, ReadWriteSpan span, boolean ofRouter) {
    SpanCapture owner = owner(parentContext, span);
    if (owner == null) {
      STARTED.increment();
      UNCLAIMED.increment();
      CaptureHandle ended = CaptureHandle.ended(parentContext);
      if (ended != null) {
        ended.beganLate(UnclaimedSpans.describe(span));
      }
    } else if (!owner.hasOpen(span)) { // else a second processor on the same SDK
      STARTED.increment();
      owner.adoption().start(parentContext, span, ofRouter);
      CLAIMED.increment();
    }
  }

  static void end(ReadableSpan span) {
    SpanCapture likely = CaptureHandle.captureIn(Context.current());
    if (likely != null && likely.endAdopted(span)) {
      return;
    }
    for (SpanCapture capture : ActiveCaptures.all()) {
      if (capture.endAdopted(span)) {
        return;
      }
    }
  }

  static SpanRouter.Tally tally() {
    return new SpanRouter.Tally(STARTED.sum(), CLAIMED.sum(), UNCLAIMED.sum());
  }

  /** The capture that a new span's contexts name, if it has not ended. */
  static @Nullable SpanCapture named(Context parentContext) {
    SpanCapture named = CaptureHandle.captureIn(parentContext);
    return named == null ? CaptureHandle.captureIn(Context.current()) : named;
  }

  private static @Nullable SpanCapture owner(Context parentContext, ReadableSpan span) {
    SpanCapture named = named(parentContext);
    if (named != null) {
      return named;
    }
    List<SpanCapture> active = ActiveCaptures.all();
    SpanCapture began = beganTrace(active, span, Span.fromContext(parentContext));
    if (began != null || !isRoot(span) || CaptureHandle.isOutsideOfTests(parentContext)) {
      return began;
    } else if (CaptureHandle.ended(parentContext) != null) {
      return null; // it is told to who listens there, and no other test is to blame
    } else if (active.size() == 1) {
      return active.get(0);
    }
    if (!active.isEmpty()) {
      UnclaimedSpan unclaimed = UnclaimedSpans.describe(span);
      active.forEach(capture -> capture.sawUnclaimed(unclaimed));
    }
    return null;
  }

  /**
   * Random ids are no two tests'. One that came from outside may be, as a constant in the code of
   * tests: of such a trace a test has the children of its own spans only.
   */
  private static @Nullable SpanCapture beganTrace(
      List<SpanCapture> active, ReadableSpan span, Span parent) {
    for (SpanCapture capture : active) {
      if (capture.beganTrace(span.getSpanContext().getTraceId()) || capture.hasOpen(parent)) {
        return capture;
      }
    }
    return null;
  }

  private static boolean isRoot(ReadableSpan span) {
    SpanContext parent = span.getParentSpanContext();
    return !parent.isValid() || parent.isRemote();
  }
}
