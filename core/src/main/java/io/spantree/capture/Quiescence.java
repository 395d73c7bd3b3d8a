package io.spantree.capture;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Numbers what happens in a recording, and waits on a condition until it has come to rest. */
final class Quiescence {
  private static final Duration AWAIT = Duration.ofSeconds(2);
  private static final Duration SETTLE = Duration.ofMillis(50);

  private final long await;
  private final long settle;
  private final LongSupplier nanoTime;
  private final AtomicLong numbers = new AtomicLong();
  private volatile int waiting; // written under the lock
  private long settledAt = -1; // guarded by this: the next number when last all had been quiet

  Quiescence() {
    this(AWAIT, SETTLE, System::nanoTime);
  }

  Quiescence(Duration await, Duration settle, LongSupplier nanoTime) {
    this.await = await.toNanos();
    this.settle = settle.toNanos();
    this.nanoTime = nanoTime;
  }

  /** The number of a start or an end. */
  long nextNumber() {
    return numbers.getAndIncrement();
  }

  /** To be called when a span is no longer open: what else happens is seen at the next look. */
  void ended() {
    if (waiting > 0) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /**
   * Waits until nothing is open and, if other threads take part, nothing happens for a while.
   *
   * <p>Returns without either when the time is up or the thread is interrupted.
   */
  synchronized void await(BooleanSupplier open, BooleanSupplier shared) {
    Watch watch = new Watch(open, shared);
    waiting++;
    try {
      for (long left = watch.left(); left > 0; left = watch.left()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting--;
    }
  }

  /** One wait: since when, and since when nothing has happened. */
  final class Watch {
    private final BooleanSupplier open;
    private final BooleanSupplier shared;
    private final long begin = nanoTime.getAsLong();
    private long quietSince = begin;
    private long seen = numbers.get();

    Watch(BooleanSupplier open, BooleanSupplier shared) {
      this.open = open;
      this.shared = shared;
    }

    /** How long to wait for a change, or nothing when there is nothing to wait for. */
    long left() {
      long now = nanoTime.getAsLong();
      long next = numbers.get();
      if (next != seen) {
        seen = next;
        quietSince = now;
      }
      long untilGivenUp = await - (now - begin);
      if (open.getAsBoolean()) {
        return untilGivenUp;
      }
      long untilSettled = settle - (now - quietSince);
      if (untilSettled <= 0 || settledAt == seen || !shared.getAsBoolean()) {
        settledAt = seen;
        return 0;
      }
      return Math.min(untilGivenUp, untilSettled);
    }
  }
}
