package io.spantree.capture;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.spantree.model.Ancestry;
import org.jspecify.annotations.Nullable;

/**
 * Decides where the parent of a span came from, and why a root is one.
 *
 * @param owner the capture that records the span
 * @param rootsCanBeTold whether a thread without a context can be told from a chosen root
 */
record AncestryRule(CaptureHandle owner, boolean rootsCanBeTold) {

  /** To be asked while the span starts, on the thread that starts it. */
  Ancestry of(Context parentContext, ReadableSpan span) {
    SpanContext parent = span.getParentSpanContext();
    if (!parent.isValid()) {
      return ofRoot(parentContext, span);
    } else if (parent.isRemote()) {
      return Ancestry.REMOTE_PARENT;
    }
    CaptureHandle around = CaptureHandle.in(parentContext);
    if (around != null && around != owner && around.capture() != null) {
      return Ancestry.OTHER_RECORDING;
    }
    Context current = Context.current();
    return current == parentContext
            || Span.fromContext(current).getSpanContext().equals(parent)
        ? Ancestry.CHILD
        : Ancestry.EXPLICIT_PARENT;
  }

  private Ancestry ofRoot(Context parentContext, ReadableSpan span) {
    CaptureHandle around = CaptureHandle.in(parentContext);
    if (around == owner) {
      return Ancestry.TEST_ROOT;
    } else if (around == null && !rootsCanBeTold) {
      return Ancestry.NOT_CHECKED;
    } else if (!isNoContext(parentContext, around)) {
      // The storage may have been exchanged meanwhile, and then no thread has the marker.
      boolean told = around != null || TrackingContextStorage.isInPlace();
      return told ? Ancestry.EXPLICIT_ROOT : Ancestry.NOT_CHECKED;
    }
    return switch (span.getKind()) {
      case SERVER, CONSUMER -> Ancestry.ENTRY_ROOT;
      case INTERNAL, CLIENT, PRODUCER ->
        span.toSpanData().getTotalRecordedLinks() > 0
            ? Ancestry.EXPLICIT_ROOT
            : Ancestry.LOST_CONTEXT;
    };
  }

  /** Nothing was attached, or only what a test that has ended left behind. */
  private static boolean isNoContext(Context context, @Nullable CaptureHandle around) {
    return around == null
        ? TrackingContextStorage.isNothingAttached(context)
        : around.capture() == null;
  }
}
