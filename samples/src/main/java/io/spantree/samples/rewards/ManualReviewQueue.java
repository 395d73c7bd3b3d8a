package io.spantree.samples.rewards;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The redemptions that wait for a human, first come first served. */
public final class ManualReviewQueue {
  private final Clock clock;
  private final Map<String, Instant> waitingSince = new LinkedHashMap<>();

  public ManualReviewQueue(Clock clock) {
    this.clock = clock;
  }

  /**
   * Queues a request, once however often it is added, and tells how long the head of the queue has
   * waited.
   */
  public Duration add(String requestId) {
    return add(requestId, clock.instant());
  }

  /** Queues a request that has waited since an earlier time, as one restored after a restart. */
  public synchronized Duration add(String requestId, Instant since) {
    waitingSince.putIfAbsent(requestId, since);
    Instant head = waitingSince.values().iterator().next();
    return Duration.between(head, clock.instant());
  }

  synchronized int size() {
    return waitingSince.size();
  }
}
