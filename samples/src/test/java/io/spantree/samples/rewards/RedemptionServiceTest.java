package io.spantree.samples.rewards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedemptionServiceTest {
  private final MovableClock clock = new MovableClock("2026-03-14T02:00:00Z");
  private final EmbeddedBackend backend = EmbeddedBackend.open(OpenTelemetry.noop(), clock);
  private final RedemptionService service = service(
      new TracedIdempotencyCheck(OpenTelemetry.noop(), backend.lookup()),
      Context.taskWrapping(backend.fraudPool()));

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void a_small_redemption_is_applied_at_once() {
    Receipt receipt = service.redeem("c-1", 3000, "myntra");

    assertThat(receipt.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(receipt.coinsDebited()).isEqualTo(3000);
    assertThat(stored(receipt)).contains(receipt);
  }

  @Test
  void a_redemption_within_the_daily_limit_is_reviewed_and_applied() {
    assertThat(service.redeem("c-1", 4000, "myntra").outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(backend.manualReviews().size()).isZero();
  }

  @Test
  void a_redemption_above_the_daily_limit_waits_for_a_human() {
    Receipt receipt = service.redeem("c-1", 4001, "myntra");

    assertThat(receipt.outcome()).isEqualTo(Outcome.QUEUED_MANUAL);
    assertThat(backend.manualReviews().size()).isEqualTo(1);
    assertThat(stored(receipt)).contains(receipt);
  }

  @Test
  void the_same_redemption_again_gets_the_earlier_receipt_and_debits_nothing() {
    Receipt first = service.redeem("c-1", 4200, "myntra");
    clock.advance(Duration.ofMinutes(9));

    Receipt again = service.redeem("c-1", 4200, "myntra");

    assertThat(again).isEqualTo(first.asDuplicate());
    assertThat(again.coinsDebited()).isZero();
    assertThat(backend.manualReviews().size()).isEqualTo(1);
  }

  @Test
  void the_same_redemption_in_the_next_window_is_a_new_one() {
    service.redeem("c-1", 4200, "myntra");
    clock.advance(Duration.ofMinutes(10));

    assertThat(service.redeem("c-1", 4200, "myntra").duplicate()).isFalse();
  }

  @Test
  void a_message_that_comes_again_an_hour_later_is_known_by_its_id() {
    Receipt first = service.redeem("message-7", "c-1", 4200, "myntra");
    clock.advance(Duration.ofHours(1));

    assertThat(service.redeem("message-7", "c-1", 4200, "myntra")).isEqualTo(first.asDuplicate());
  }

  @Test
  void another_customer_amount_or_partner_is_another_redemption() {
    service.redeem("c-1", 100, "myntra");

    assertThat(service.redeem("c-2", 100, "myntra").duplicate()).isFalse();
    assertThat(service.redeem("c-1", 101, "myntra").duplicate()).isFalse();
    assertThat(service.redeem("c-1", 100, "flipkart").duplicate()).isFalse();
  }

  @Test
  void a_customer_whose_id_runs_into_the_partner_is_no_duplicate() {
    service.redeem("c:1", 100, "myntra");

    assertThat(service.redeem("c", 100, "1:myntra").duplicate()).isFalse();
  }

  @Test
  void a_repeat_that_the_check_does_not_see_is_stopped_by_the_primary() {
    service.redeem("c-1", 4200, "myntra");
    RedemptionService blind = service(requestId -> Optional.empty(), Runnable::run);

    assertThat(blind.redeem("c-1", 4200, "myntra").duplicate()).isTrue();
    assertThat(backend.manualReviews().size()).isEqualTo(1);
  }

  @Test
  void of_many_that_come_at_once_only_one_debits() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try {
      Callable<Receipt> call = () -> service.redeem("message-7", "c-1", 4200, "myntra");
      int debits = 0;
      for (Future<Receipt> receipt : callers.invokeAll(Collections.nCopies(8, call))) {
        debits += receipt.get().duplicate() ? 0 : 1;
      }
      assertThat(debits).isEqualTo(1);
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void no_coins_are_no_redemption() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> service.redeem("c-1", 0, "myntra"))
        .withMessage("coins must be positive, were 0");
  }

  @Test
  void a_service_on_its_own_needs_nothing_but_opentelemetry() {
    try (RedemptionService alone = new RedemptionService(OpenTelemetry.noop())) {
      Receipt first = alone.redeem("message-7", "c-1", 4200, "myntra");

      assertThat(first.outcome()).isEqualTo(Outcome.QUEUED_MANUAL);
      assertThat(alone.redeem("message-7", "c-1", 4200, "myntra")).isEqualTo(first.asDuplicate());
    }
  }

  @Test
  void two_services_on_their_own_share_no_database() {
    try (RedemptionService one = new RedemptionService(OpenTelemetry.noop());
        RedemptionService other = new RedemptionService(OpenTelemetry.noop())) {
      one.redeem("message-7", "c-1", 100, "myntra");

      assertThat(other.redeem("message-7", "c-1", 100, "myntra").duplicate()).isFalse();
    }
  }

  private Optional<Receipt> stored(Receipt receipt) {
    return backend.store().find(receipt.redemption().requestId());
  }

  private RedemptionService service(IdempotencyCheck idempotency, Executor fraudExecutor) {
    return new RedemptionService(
        OpenTelemetry.noop(),
        clock,
        idempotency,
        new FraudReview(OpenTelemetry.noop(), backend.manualReviews()),
        fraudExecutor,
        backend.store(),
        new TypedRedemptionAttributes());
  }
}
