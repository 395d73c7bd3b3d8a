package io.spantree.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What was seen to go wrong in one capture, in the order of its happening. */
final class Faults {
  /** A test with more has failed long before; a loop must not fill the memory. */
  static final int MOST = 1_000;

  private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();

  void add(Fault fault) {
    if (count.getAndIncrement() < MOST) {
      faults.add(fault);
    }
  }

  boolean isFull() {
    return count.get() >= MOST;
  }

  List<Fault> all() {
    return new ArrayList<>(faults);
  }
}
