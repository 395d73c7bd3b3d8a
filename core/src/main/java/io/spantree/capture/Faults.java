package io.spantree.capture;

import io.spantree.model.FindingKind;
import io.spantree.model.NotChecked;
import io.spantree.model.NotChecked.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What was seen to go wrong in one capture, in the order of its happening. */
final class Faults {
  /** Of one kind: a test with more has failed long before; a loop must not fill the memory. */
  static final int MOST = 1_000;

  private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final Map<FindingKind, AtomicInteger> counts = new ConcurrentHashMap<>();

  void add(Fault fault) {
    if (count(fault.kind()).getAndIncrement() < MOST) {
      faults.add(fault);
    }
  }

  /** Counts one that may be of this capture, where finding out would be in vain. */
  void skip(FindingKind kind) {
    count(kind).incrementAndGet();
  }

  boolean isFull(FindingKind kind) {
    return count(kind).get() >= MOST;
  }

  List<Fault> all() {
    return new ArrayList<>(faults);
  }

  /** The kinds of which not all were kept. */
  List<NotChecked> notKept() {
    List<NotChecked> notKept = new ArrayList<>();
    counts.forEach((kind, count) -> {
      if (count.get() > MOST) {
        notKept.add(new NotChecked(kind, Reason.TOO_MANY, null));
      }
    });
    return notKept;
  }

  private AtomicInteger count(FindingKind kind) {
    return counts.computeIfAbsent(kind, first -> new AtomicInteger());
  }
}
