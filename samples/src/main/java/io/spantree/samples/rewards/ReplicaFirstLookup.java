package io.spantree.samples.rewards;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds a stored redemption on the replica, and on the primary when the replica is too far behind.
 *
 * <p>A redemption never changes once it is stored, so what the replica has is right however far it
 * lags; only what it does not have proves nothing.
 */
public final class ReplicaFirstLookup {
  private static final Duration TOLERATED_LAG = Duration.ofMillis(100);

  private final RedemptionStore replica;
  private final RedemptionStore primary;
  private final Clock clock;

  public ReplicaFirstLookup(RedemptionStore replica, RedemptionStore primary, Clock clock) {
    this.replica = replica;
    this.primary = primary;
    this.clock = clock;
  }

  /** The receipt with this id; what the search learned is written on the given span. */
  public Optional<Receipt> find(String requestId, Span span) {
    Duration lag = Duration.between(replica.lastHeartbeat(), clock.instant());
    boolean lagging = lag.compareTo(TOLERATED_LAG) > 0;
    span.setAttribute(Keys.REPLICA_LAG_MS, lag.toMillis());
    if (lagging) {
      span.addEvent("idempotency.replica_lag_warning", warning(lag));
    }
    Optional<Receipt> found = replica.find(requestId);
    if (found.isEmpty() && lagging) {
      found = primary.find(requestId);
    }
    span.setAttribute(Keys.CACHE_HIT, found.isPresent());
    return found;
  }

  private static Attributes warning(Duration lag) {
    return Attributes.of(
        Keys.OBSERVED_MS, lag.toMillis(), Keys.THRESHOLD_MS, TOLERATED_LAG.toMillis());
  }
}
