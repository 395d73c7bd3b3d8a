package io.spantree.samples.demo;

import io.opentelemetry.api.OpenTelemetry;
import io.spantree.samples.rewards.EmbeddedBackend;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * A backend that makes the same spans in every run: time stands still, the replica lags 240 ms, and
 * the head of the manual review queue has waited 2,100 ms.
 */
public final class RewardsFixture {
  private static final Instant NOW = Instant.parse("2026-03-14T02:00:00Z");
  private static final Duration HEAD_HAS_WAITED = Duration.ofMillis(2100);

  private RewardsFixture() {}

  /** Opens a fresh backend; the caller closes it. */
  public static EmbeddedBackend open(OpenTelemetry openTelemetry) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    EmbeddedBackend backend = EmbeddedBackend.open(openTelemetry, clock);
    backend.manualReviews().add("earlier-request", NOW.minus(HEAD_HAS_WAITED));
    return backend;
  }
}
