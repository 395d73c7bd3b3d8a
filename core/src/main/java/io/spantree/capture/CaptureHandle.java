package io.spantree.capture;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.spantree.model.UnclaimedSpan;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leads to a capture until it ends: contexts and threads outlive it, and must not retain it. */
final class CaptureHandle {
  private static final ContextKey<CaptureHandle> KEY = ContextKey.named("spantree-capture");

  /** Of what runs around tests and for none of them. */
  private static final CaptureHandle OUTSIDE = new CaptureHandle(null, null);

  private final Context alone = Context.root().with(KEY, this);
  private volatile @Nullable SpanCapture capture;

  private final @Nullable LateListener listener;

  CaptureHandle(@Nullable SpanCapture capture, @Nullable LateListener listener) {
    this.capture = capture;
    this.listener = listener;
  }

  static @Nullable CaptureHandle in(Context context) {
    return context.get(KEY);
  }

  static @Nullable CaptureHandle current() {
    return in(Context.current());
  }

  /** The capture that the context names, or null once it has ended. */
  static @Nullable SpanCapture captureIn(Context context) {
    CaptureHandle handle = in(context);
    return handle == null ? null : handle.capture;
  }

  /** The handle of an ended capture that a new span's contexts name. */
  static @Nullable CaptureHandle ended(Context parentContext) {
    CaptureHandle handle = in(parentContext);
    CaptureHandle named = handle == null ? current() : handle;
    return named == null || named == OUTSIDE || named.capture != null ? null : named;
  }

  /** What is opened within may be closed much later, within another of these, or never. */
  static Scope attachOutsideOfTests() {
    Context around = Context.current();
    CaptureHandle handle = in(around);
    if (handle == OUTSIDE || !TrackingContextStorage.isInPlace()) {
      return Scope.noop();
    }
    return ThreadScopes.attachOwn(OUTSIDE.storeIn(handle == null ? around : Context.root()));
  }

  static boolean isOutsideOfTests(Context context) {
    return in(context) == OUTSIDE || current() == OUTSIDE;
  }

  /** The context in which there is nothing but the capture; always the same one. */
  Context alone() {
    return alone;
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

  /** To be told when the capture has ended. */
  void foundLate(Fault fault) {
    if (listener != null) {
      RecordingListeners.guard(listener, () -> listener.found(fault.finding(Map.of())));
    }
  }

  /** To be told when the capture has ended. */
  void beganLate(UnclaimedSpan span) {
    if (listener != null) {
      RecordingListeners.guard(listener, () -> listener.began(span));
    }
  }
}
