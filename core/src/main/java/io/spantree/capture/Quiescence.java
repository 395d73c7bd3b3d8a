package io.spantree.capture;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Numbers what happens in a recording, and waits on a condition until it has come to rest. */
final class Quiescence {
  /** What has settled, or did not need to. */
  static final long AT_REST = -1;

  private final long await;
  private final long settle;
  private final LongSupplier nanoTime;
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong changes = new AtomicLong();
  private volatile int waiting; // written under the lock
  private long settledAt = -1; // guarded by this: the next number when last all had been quiet

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
    changes.incrementAndGet();
    if (waiting > 0) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** How long it is waited at most. */
  Duration await() {
    return Duration.ofNanos(await);
  }

  /**
   * Waits until nothing is open and, if other threads take part, nothing happens for a while.
   *
   * <p>An interrupt ends the wait. One that came before it does not, or a test that left its thread
   * interrupted would read what is half done.
   *
   * @return {@link #AT_REST}, or the number after which all came that happened just before the time
   *     was up, or after the thread was interrupted
   */
  long await(BooleanSupplier open, BooleanSupplier shared) {
    boolean interrupted = Thread.interrupted();
    try {
      return awaitRest(open, shared);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized long awaitRest(BooleanSupplier open, BooleanSupplier shared) {
    Watch watch = new Watch(open, shared);
    waiting++;
    try {
      for (long left = watch.left(); left > 0; left = watch.left()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
      return watch.rest ? AT_REST : watch.late();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return numbers.get();
    } finally {
      waiting--;
    }
  }

  /**
   * Waits until it is reached, which is looked up at once and after each change.
   *
   * @return whether it was within the limit, and before an interrupt
   */
  boolean awaitChanges(Duration limit, BooleanSupplier reached) {
    long begin = nanoTime.getAsLong();
    while (true) {
      long seen = changes.get();
      boolean last = nanoTime.getAsLong() - begin >= limit.toNanos();
      if (reached.getAsBoolean()) { // without the lock: it may be slow, and spans go on to end
        return true;
      } else if (last || !awaitChange(seen, begin, limit.toNanos())) {
        return false;
      }
    }
  }

  /** Returns false when the time is up and nothing has changed. */
  private synchronized boolean awaitChange(long seen, long begin, long limit) {
    waiting++;
    try {
      while (changes.get() == seen) {
        long left = limit - (nanoTime.getAsLong() - begin);
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
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
    private long late = seen;
    private boolean isLate;
    private boolean rest;

    Watch(BooleanSupplier open, BooleanSupplier shared) {
      this.open = open;
      this.shared = shared;
    }

    /** The number when the last chance to settle began. */
    long late() {
      return late;
    }

    /** How long to wait for a change, or nothing when there is nothing to wait for. */
    long left() {
      long now = nanoTime.getAsLong();
      long before = seen;
      seen = numbers.get();
      if (seen != before) {
        quietSince = now;
      }
      long untilGivenUp = await - (now - begin);
      if (!isLate) {
        late = before; // not seen: this look may come late itself
        isLate = untilGivenUp <= settle;
      }
      long untilLook = isLate ? untilGivenUp : untilGivenUp - settle;
      if (open.getAsBoolean()) {
        return untilLook;
      }
      long untilSettled = settle - (now - quietSince);
      if (untilSettled <= 0 || settledAt == seen || !shared.getAsBoolean()) {
        settledAt = seen;
        rest = true;
        return 0;
      }
      return Math.min(untilLook, untilSettled);
    }
  }
}
