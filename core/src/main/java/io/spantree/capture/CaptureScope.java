package io.spantree.capture;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** A capture's hold on one thread; captures can nest there, because pools run tests within tests. */
final class CaptureScope implements Scope {
  private final CaptureHandle handle;
  private final SpanRecorder recorder;
  private final Thread thread = Thread.currentThread();
  private final @Nullable CaptureHandle boundBefore;
  private final Context context;
  private final Scope scope;
  private boolean closed;

  private CaptureScope(CaptureHandle handle, SpanRecorder recorder, Context base) {
    this.recorder = recorder;
    this.handle = handle;
    this.context = handle.storeIn(base);
    this.boundBefore = ActiveCaptures.bind(handle);
    recorder.arriveOn(thread);
    this.scope = ThreadScopes.attachOwn(context);
  }

  static Scope open(CaptureHandle handle, SpanRecorder recorder) {
    return new CaptureScope(handle, recorder, base(Context.current()));
  }

  /** What comes from another recording, active or ended, is none of ours. */
  private static Context base(Context around) {
    if (CaptureHandle.in(around) != null) {
      return Context.root();
    }
    SpanContext span = Span.fromContext(around).getSpanContext();
    // A span that began before the recording can never be in it, and would make orphans of all.
    return span.isValid() && !span.isRemote() ? around.with(Span.getInvalid()) : around;
  }

  /** Has an effect only on the thread that opened it: no thread can reach another's context. */
  @Override
  public void close() {
    if (!closed && Thread.currentThread() == thread) {
      closed = true;
      ThreadScopes.leaveWithin(context, handle);
      scope.close();
      ActiveCaptures.bind(boundBefore);
      recorder.leave(thread);
    }
  }
}
