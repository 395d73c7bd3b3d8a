package io.spantree.samples.rewards;

import java.time.Duration;
import java.time.Instant;

/** A customer's request to turn coins into a partner's voucher; the id tells repeats from new. */
public record Redemption(
    String requestId, String customerId, long coins, String partner, Instant requestedAt) {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  public Redemption {
    if (coins <= 0) {
      throw new IllegalArgumentException("coins must be positive, were " + coins);
    }
  }

  /** A request without an id of its own: the same again within one window is a repeat. */
  static Redemption inWindow(String customerId, long coins, String partner, Instant now) {
    long window = Math.floorDiv(now.getEpochSecond(), WINDOW.toSeconds());
    // With its length in front, no customer id can run into the partner and forge a repeat.
    String id = window + ":" + coins + ":" + customerId.length() + ":" + customerId + ":" + partner;
    return new Redemption(id, customerId, coins, partner, now);
  }
}
