package io.spantree.capture;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.spantree.model.FindingKind;
import io.spantree.model.Moment;
import io.spantree.model.Moment.Act;
import io.spantree.model.Term;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A scope that was opened while something recorded: it sees how it is closed. */
final class TrackedScope implements Scope {
  private final ThreadScopes scopes;
  private final @Nullable CaptureHandle owner;
  private final ContextStorage storage;
  private final Context context;
  private final @Nullable Span span;
  private final Scope attached;
  private final @Nullable TrackedScope below;
  private final @Nullable OpeningFrame opened;
  private volatile boolean reported; // one cause, one finding
  private volatile @Nullable Fault closedEarly; // no fault of its own if what is within stays open
  private volatile boolean gone; // closed a second time it does no harm, from wherever
  private boolean own;
  private boolean due; // ours, and to be taken off when what was opened within is closed

  TrackedScope(
      ThreadScopes scopes,
      @Nullable CaptureHandle owner,
      ContextStorage storage,
      Context context,
      @Nullable Span span,
      Scope attached,
      @Nullable TrackedScope below,
      @Nullable OpeningFrame opened) {
    this.scopes = scopes;
    this.owner = owner;
    this.storage = storage;
    this.context = context;
    this.span = span;
    this.attached = attached;
    this.below = below;
    this.opened = opened;
  }

  @Nullable
  TrackedScope below() {
    return below;
  }

  @Nullable
  CaptureHandle owner() {
    return owner;
  }

  Context context() {
    return context;
  }

  void markOwn() {
    own = true;
  }

  /** Whether it says nothing by being open: it is ours, or a finding says it already. */
  boolean isAccountedFor() {
    return own || reported || closedEarly != null;
  }

  boolean isLeftOver() {
    return owner != null && owner.capture() == null;
  }

  @Override
  public void close() {
    if (gone) {
      return;
    } else if (Thread.currentThread() == scopes.thread()) {
      closeHere();
    } else {
      reportOnce(new Fault(FindingKind.SCOPE_CROSSED, span, null, List.of(opened(), closed())));
    }
  }

  private void closeHere() {
    TrackedScope top = scopes.top();
    if (top == this) {
      gone = true;
      scopes.pop(this);
    } else if (own) {
      due = true;
    } else if (top != null && !isAccountedFor()) {
      closedEarly =
          new Fault(FindingKind.SCOPE_ORDER, span, Term.of(top.label()), List.of(closed()));
    }
    attached.close(); // in the wrong order it is left to the storage what happens, as in production
    if (gone && below != null) {
      below.innerIsClosed();
    }
    if (opened != null) {
      changed();
    }
  }

  /** Ours may end before what the program opened within, and never stays on its thread. */
  private void innerIsClosed() {
    if (closedEarly != null) {
      report(closedEarly);
    }
    if (due && scopes.top() == this) {
      scopes.pop(this);
      takenOff();
      if (below != null) {
        below.innerIsClosed();
      }
    }
  }

  /** The storage may have been given another context past us; then that is not ours to close. */
  void takenOff() {
    gone = true;
    boolean leaked = isLeftOver() && !isAtWork(); // else what is at work may still close it
    if (storage.current() == context) {
      attached.close();
    }
    if (leaked) {
      reportLeak();
    }
  }

  void reportLeak() {
    reportOnce(leak());
  }

  /** What there would be to say if it stayed open. */
  Fault leak() {
    return new Fault(FindingKind.SCOPE_LEAK, span, null, List.of(opened()));
  }

  /** Whether the code that opened it is at work and can close it; without a frame it is over. */
  boolean isAtWork() {
    return opened != null && opened.isOnStackOf(scopes.thread());
  }

  private void reportOnce(Fault fault) {
    if (!isAccountedFor()) {
      report(fault);
    }
  }

  private void report(Fault fault) {
    if (owner == null || reported) {
      return;
    }
    reported = true;
    SpanCapture capture = owner.capture();
    if (capture == null) {
      owner.foundLate(fault);
    } else {
      capture.faults().add(fault);
      changed();
    }
  }

  private void changed() {
    SpanCapture capture = owner == null ? null : owner.capture();
    if (capture != null) {
      capture.scopes().changed();
    }
  }

  private String label() {
    return Objects.toString(leak().name(), "");
  }

  private Moment opened() {
    StackTraceElement site = opened == null ? null : opened.site();
    return new Moment(Act.OPENED, SpanRecord.nameOf(scopes.thread()), site);
  }

  private static Moment closed() {
    return Fault.moment(Act.CLOSED);
  }
}
