package io.spantree.capture;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The scopes that are open on one thread, innermost first.
 *
 * <p>Only the thread itself changes them, so that an attach costs no lock; a test looks at those of
 * all threads that took part in it when it ends.
 */
final class ThreadScopes {
  private static final ThreadLocal<ThreadScopes> OF_THREAD =
      ThreadLocal.withInitial(ThreadScopes::new);

  private final Thread thread = Thread.currentThread();
  private volatile @Nullable TrackedScope top;
  private @Nullable CaptureHandle lastOwner; // the one that knows this thread already
  private @Nullable Context toBeOwn;

  private ThreadScopes() {}

  static ThreadScopes ofThisThread() {
    return OF_THREAD.get();
  }

  Thread thread() {
    return thread;
  }

  @Nullable
  TrackedScope top() {
    return top;
  }

  boolean isEmpty() {
    return top == null;
  }

  /**
   * Takes off what tests that have ended left behind: no other thread can reach it.
   *
   * <p>What is at work within such a scope stays in the context of its test, and is no other's.
   */
  void takeOffLeftovers() {
    for (TrackedScope at = top; at != null && at.isLeftOver() && !at.isAtWork(); at = top) {
      takeOff(at);
    }
  }

  private void takeOff(TrackedScope scope) {
    top = scope.below();
    scope.takenOff();
  }

  /** Keeps a scope that has just been attached, and tells the capture whose it is. */
  TrackedScope push(
      ContextStorage storage, Context context, @Nullable Context before, Scope attached) {
    SpanCapture owner = ScopeOwner.of(context, before, top);
    CaptureHandle handle = owner == null ? null : owner.handle();
    boolean own = context == toBeOwn;
    Span span = spanMadeCurrent(context, before);
    TrackedScope scope = new TrackedScope(
        this,
        handle,
        storage,
        context,
        span,
        attached,
        top,
        own || isFoundOtherwise(owner, span) ? null : OpeningFrame.find());
    if (own) {
      scope.markOwn();
    }
    top = scope;
    if (owner != null && handle != lastOwner) {
      lastOwner = handle;
      owner.scopes().watch(this);
    }
    return scope;
  }

  /** At home the span leads to the line, and walking the stack costs ten times all the rest. */
  private boolean isFoundOtherwise(@Nullable SpanCapture owner, @Nullable Span span) {
    return owner != null
        && owner.isHome(thread)
        && (span != null || !owner.scopes().looksForSite());
  }

  /** Baggage, say, is made current in a context that has the span around as well. */
  private static @Nullable Span spanMadeCurrent(Context context, @Nullable Context before) {
    Span span = Span.fromContextOrNull(context);
    Span around = before == null ? null : Span.fromContextOrNull(before);
    return span == around ? null : span;
  }

  void pop(TrackedScope scope) {
    top = scope.below();
  }

  /** Attaches a capture's own context, whose scope is nobody's leak, whatever it is wrapped in. */
  static Scope attachOwn(Context context) {
    ThreadScopes scopes = ofThisThread();
    scopes.toBeOwn = context;
    try {
      return ContextStorage.get().attach(context);
    } finally {
      scopes.toBeOwn = null;
    }
  }

  /** Takes off, and reports as leaks, what is open within a capture's own scope. */
  static void leaveWithin(Context own, CaptureHandle owner) {
    ThreadScopes scopes = ofThisThread();
    if (!scopes.holds(own)) {
      return;
    }
    for (TrackedScope at = scopes.top; at != null && at.context() != own; at = scopes.top) {
      if (!at.isLeftOver() && at.owner() != owner) {
        return; // another test runs within; it closes its own
      }
      at.reportLeak();
      scopes.takeOff(at);
    }
  }

  private boolean holds(Context context) {
    for (TrackedScope at = top; at != null; at = at.below()) {
      if (at.context() == context) {
        return true;
      }
    }
    return false;
  }
}
