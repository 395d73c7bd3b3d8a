package io.spantree.capture;

import java.util.concurrent.atomic.AtomicBoolean;

/** A wish that the router be the global, until it is closed. */
public final class GlobalHold implements AutoCloseable {
  private final AtomicBoolean held;

  private GlobalHold(boolean held) {
    this.held = new AtomicBoolean(held);
  }

  static GlobalHold take(boolean wanted) {
    if (wanted) {
      GlobalSlot.INSTANCE.hold();
    }
    return new GlobalHold(wanted);
  }

  /** Gives the global back when no other hold is left, and if nobody has set another meanwhile. */
  @Override
  public void close() {
    if (held.compareAndSet(true, false)) {
      GlobalSlot.INSTANCE.release();
    }
  }
}
