package io.spantree.samples.rewards;

import static io.spantree.assertions.TraceAssertions.assertTrace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.spantree.junit.TraceTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@TraceTest
class RedemptionSpansTest {
  private final MovableClock clock = new MovableClock("2026-03-14T02:00:00Z");
  private EmbeddedBackend backend;
  private RedemptionService service;

  @BeforeEach
  void open(OpenTelemetry openTelemetry) {
    backend = EmbeddedBackend.open(openTelemetry, clock);
    service = new RedemptionService(
        openTelemetry,
        clock,
        new TracedIdempotencyCheck(openTelemetry, backend.lookup()),
        new FraudReview(openTelemetry, backend.manualReviews()),
        Context.taskWrapping(backend.fraudPool()),
        backend.store(),
        new TypedRedemptionAttributes());
  }

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void a_large_redemption_behind_a_lagging_replica_makes_every_span() {
    service.redeem("c-1", 4200, "myntra");

    assertTrace().hasExactShape("""
            span rewards.redemption.apply OK
                ... attributes
            span > rewards.idempotency.check
                idempotency.cache_hit = false
                idempotency.replica_lag_ms = 240
                event idempotency.replica_lag_warning
                  . observed_ms = 240
                  . threshold_ms = 100
            span >> "SELECT replication_heartbeat" CLIENT
                ... attributes
            span >> "SELECT redemptions" CLIENT
                db.namespace = "rewards_replica"
                ... attributes
            span >> "SELECT redemptions" CLIENT
                db.namespace = "rewards"
                ... attributes
            span > rewards.fraud.review
                ... attributes
                ... events
            span > "INSERT redemptions" CLIENT
                ... attributes
            """);
  }

  @Test
  void a_small_redemption_skips_the_review() {
    service.redeem("c-1", 3000, "myntra");

    assertTrace().hasNoSpan("rewards.fraud.review");
  }

  @Test
  void a_queued_redemption_is_no_error() {
    service.redeem("c-1", 4200, "myntra");

    assertTrace()
        .hasSpan("rewards.redemption.apply")
        .withStatus(StatusCode.OK)
        .withAttr("customer.id", "c-1")
        .withAttr(Keys.COINS_DEBITED, 4200)
        .withAttr("redemption.outcome", "queued_manual")
        .withAttr("redemption.partner", "myntra")
        .once();
  }

  @Test
  void a_duplicate_inserts_nothing_although_the_replica_has_not_caught_up() {
    service.redeem("c-1", 4200, "myntra");

    service.redeem("c-1", 4200, "myntra");

    assertTrace().hasShape("""
            span rewards.redemption.apply OK
                redemption.outcome = "duplicate"
                redemption.coins_debited = 0
            span > rewards.idempotency.check
                idempotency.cache_hit = true
            span >> "SELECT redemptions"
                db.namespace = "rewards_replica"
            span >> "SELECT redemptions"
                db.namespace = "rewards"
            span > rewards.fraud.review x0
            span > "INSERT redemptions" x0
            """);
  }

  @Test
  void a_lagging_replica_that_has_the_redemption_is_believed() {
    service.redeem("c-1", 4200, "myntra");
    backend.replicate(clock.instant());
    clock.advance(Duration.ofMillis(101));

    service.redeem("c-1", 4200, "myntra");

    assertTrace().hasShape("""
            span rewards.idempotency.check
                idempotency.cache_hit = true
            span > "SELECT redemptions"
                db.namespace = "rewards_replica"
            """);
  }

  @Test
  void a_replica_that_lags_a_hundred_milliseconds_is_near_enough() {
    backend.replicate(clock.instant());
    clock.advance(Duration.ofMillis(100));

    service.redeem("c-1", 100, "myntra");

    assertTrace().hasExactShape("""
            span rewards.redemption.apply OK
                ... attributes
            span > rewards.idempotency.check
                idempotency.cache_hit = false
                idempotency.replica_lag_ms = 100
            span >> "SELECT replication_heartbeat" CLIENT
                ... attributes
            span >> "SELECT redemptions" CLIENT
                db.namespace = "rewards_replica"
                ... attributes
            span > "INSERT redemptions" CLIENT
                ... attributes
            """);
  }

  @Test
  void the_wait_for_a_human_is_that_of_the_head_of_the_queue() {
    service.redeem("c-1", 4200, "myntra");
    clock.advance(Duration.ofMillis(2100));

    service.redeem("c-2", 4200, "myntra");

    assertTrace().hasShape("""
            span rewards.redemption.apply
                customer.id = "c-1"
            span > rewards.fraud.review
                event fraud.queued_for_manual_review
                  . queue_wait_ms = 0
            span rewards.redemption.apply
                customer.id = "c-2"
            span > rewards.fraud.review
                event fraud.queued_for_manual_review
                  . queue_wait_ms = 2100
            """);
  }

  @Test
  void a_review_that_approves_names_no_rule() {
    service.redeem("c-1", 4000, "myntra");

    assertTrace().hasShape("""
            span rewards.fraud.review
                fraud.coins_at_risk = 4000
                fraud.decision = "approved"
                fraud.rule_fired = <absent>
            """);
  }
}
