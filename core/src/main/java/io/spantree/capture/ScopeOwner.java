package io.spantree.capture;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Finds the capture that answers for a scope. */
final class ScopeOwner {
  private ScopeOwner() {}

  /** By the key in the context, else in the one around, else by the span that is made current. */
  static @Nullable SpanCapture of(Context context, @Nullable Context before) {
    SpanCapture owner = in(context);
    if (owner == null && before != null) {
      owner = in(before);
    }
    return owner == null ? recording(Span.fromContextOrNull(context)) : owner;
  }

  private static @Nullable SpanCapture in(Context context) {
    CaptureHandle handle = CaptureHandle.in(context);
    return handle == null ? null : handle.capture();
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
