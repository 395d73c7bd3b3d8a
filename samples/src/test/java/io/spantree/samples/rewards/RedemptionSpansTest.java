package io.spantree.samples.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.semconv.DbAttributes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedemptionSpansTest {
  private final MovableClock clock = new MovableClock("2026-03-14T02:00:00Z");
  private final RecordedSpans spans = new RecordedSpans();
  private final EmbeddedBackend backend = EmbeddedBackend.open(spans.openTelemetry(), clock);
  private final RedemptionService service = new RedemptionService(
      spans.openTelemetry(),
      clock,
      new TracedIdempotencyCheck(spans.openTelemetry(), backend.lookup()),
      new FraudReview(spans.openTelemetry(), backend.manualReviews()),
      Context.taskWrapping(backend.fraudPool()),
      backend.store(),
      new TypedRedemptionAttributes());

  @AfterEach
  void close() {
    backend.close();
    spans.close();
  }

  @Test
  void a_large_redemption_behind_a_lagging_replica_makes_every_span() {
    service.redeem("c-1", 4200, "myntra");

    assertThat(spans.tree())
        .containsExactlyInAnyOrder(
            "rewards.redemption.apply",
            "rewards.redemption.apply > rewards.idempotency.check",
            "rewards.idempotency.check > SELECT replication_heartbeat",
            "rewards.idempotency.check > SELECT redemptions",
            "rewards.idempotency.check > SELECT redemptions",
            "rewards.redemption.apply > rewards.fraud.review",
            "rewards.redemption.apply > INSERT redemptions");
  }

  @Test
  void a_small_redemption_skips_the_review() {
    service.redeem("c-1", 3000, "myntra");

    assertThat(spans.named("rewards.fraud.review")).isEmpty();
  }

  @Test
  void a_queued_redemption_is_no_error() {
    service.redeem("c-1", 4200, "myntra");

    SpanData apply = spans.only("rewards.redemption.apply");
    assertThat(apply.getStatus()).isEqualTo(StatusData.ok());
    assertThat(apply.getAttributes().asMap())
        .isEqualTo(Attributes.builder()
            .put("customer.id", "c-1")
            .put("redemption.coins_debited", 4200)
            .put("redemption.outcome", "queued_manual")
            .put("redemption.partner", "myntra")
            .build()
            .asMap());
  }

  @Test
  void a_duplicate_inserts_nothing_although_the_replica_has_not_caught_up() {
    service.redeem("c-1", 4200, "myntra");
    spans.forget();

    service.redeem("c-1", 4200, "myntra");

    SpanData apply = spans.only("rewards.redemption.apply");
    assertThat(apply.getStatus()).isEqualTo(StatusData.ok());
    assertThat(apply.getAttributes().get(Keys.OUTCOME)).isEqualTo("duplicate");
    assertThat(apply.getAttributes().get(Keys.COINS_DEBITED)).isZero();
    assertThat(cacheHit()).isTrue();
    assertThat(namespacesRead()).containsExactly("rewards_replica", "rewards");
    assertThat(spans.named("INSERT redemptions")).isEmpty();
    assertThat(spans.named("rewards.fraud.review")).isEmpty();
  }

  @Test
  void a_lagging_replica_that_has_the_redemption_is_believed() {
    service.redeem("c-1", 4200, "myntra");
    backend.replicate(clock.instant());
    clock.advance(Duration.ofMillis(101));
    spans.forget();

    service.redeem("c-1", 4200, "myntra");

    assertThat(cacheHit()).isTrue();
    assertThat(namespacesRead()).containsExactly("rewards_replica");
  }

  @Test
  void a_replica_that_lags_too_far_is_warned_of_and_the_primary_read() {
    service.redeem("c-1", 100, "myntra");

    SpanData check = spans.only("rewards.idempotency.check");
    assertThat(cacheHit()).isFalse();
    assertThat(check.getAttributes().get(Keys.REPLICA_LAG_MS)).isEqualTo(240);
    assertThat(onlyEvent(check).getName()).isEqualTo("idempotency.replica_lag_warning");
    assertThat(onlyEvent(check).getAttributes().asMap())
        .isEqualTo(
            Attributes.of(Keys.OBSERVED_MS, 240L, Keys.THRESHOLD_MS, 100L).asMap());
    assertThat(namespacesRead()).containsExactly("rewards_replica", "rewards");
  }

  @Test
  void a_replica_that_lags_a_hundred_milliseconds_is_near_enough() {
    backend.replicate(clock.instant());
    clock.advance(Duration.ofMillis(100));

    service.redeem("c-1", 100, "myntra");

    SpanData check = spans.only("rewards.idempotency.check");
    assertThat(check.getAttributes().get(Keys.REPLICA_LAG_MS)).isEqualTo(100);
    assertThat(check.getEvents()).isEmpty();
    assertThat(namespacesRead()).containsExactly("rewards_replica");
  }

  @Test
  void the_wait_for_a_human_is_that_of_the_head_of_the_queue() {
    service.redeem("c-1", 4200, "myntra");
    clock.advance(Duration.ofMillis(2100));

    service.redeem("c-2", 4200, "myntra");

    assertThat(spans.named("rewards.fraud.review"))
        .extracting(review -> onlyEvent(review).getAttributes().get(Keys.QUEUE_WAIT_MS))
        .containsExactly(0L, 2100L);
  }

  @Test
  void a_review_that_approves_names_no_rule() {
    service.redeem("c-1", 4000, "myntra");

    SpanData review = spans.only("rewards.fraud.review");
    assertThat(review.getAttributes().asMap())
        .isEqualTo(
            Attributes.of(Keys.COINS_AT_RISK, 4000L, Keys.DECISION, "approved").asMap());
    assertThat(review.getEvents()).isEmpty();
  }

  private Boolean cacheHit() {
    return spans.only("rewards.idempotency.check").getAttributes().get(Keys.CACHE_HIT);
  }

  private List<String> namespacesRead() {
    return spans.named("SELECT redemptions").stream()
        .map(span -> span.getAttributes().get(DbAttributes.DB_NAMESPACE))
        .toList();
  }

  private static EventData onlyEvent(SpanData span) {
    assertThat(span.getEvents()).hasSize(1);
    return span.getEvents().get(0);
  }
}
