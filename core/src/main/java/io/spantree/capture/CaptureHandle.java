package io.spantree.capture;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/** Leads to a capture until it ends: contexts and threads outlive it, and must not retain it. */
final class CaptureHandle {
  private static final ContextKey<CaptureHandle> KEY = ContextKey.named("spantree-capture");

  private volatile @Nullable SpanCapture capture;

  CaptureHandle(SpanCapture capture) {
    this.capture = capture;
  }

  static @Nullable CaptureHandle in(Context context) {
    return context.get(KEY);
  }

  static @Nullable CaptureHandle current() {
    return in(Context.current());
  }

  Context storeIn(Context context) {
    return context.with(KEY, this);
  }

  /** The capture, or null once it has ended. */
  @Nullable
  SpanCapture capture() {
    return capture;
  }

  void clear() {
    capture = null;
  }
}
