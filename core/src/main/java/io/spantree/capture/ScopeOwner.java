package io.spantree.capture;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Finds the capture that answers for a scope. */
final class ScopeOwner {
  private ScopeOwner() {}

  /**
   * By the key in the context, else in the one around, else by the span that is made current; of a
   * root context that was attached within a test by the scope around.
   */
  static @Nullable SpanCapture of(
      Context context, @Nullable Context before, @Nullable TrackedScope around) {
    SpanCapture owner = CaptureHandle.captureIn(context);
    if (owner == null && before != null) {
      owner = CaptureHandle.captureIn(before);
    }
    if (owner == null) {
      owner = recording(Span.fromContextOrNull(context));
    }
    CaptureHandle outer = around == null ? null : around.owner();
    return owner == null && outer != null ? outer.capture() : owner;
  }

  private static @Nullable SpanCapture recording(@Nullable Span span) {
    if (span != null) {
      for (SpanCapture capture : ActiveCaptures.all()) {
        if (capture.hasOpen(span)) {
          return capture;
        }
      }
    }
    return null;
  }
}
