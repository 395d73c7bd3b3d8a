package io.spantree.samples.rewards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.ExceptionEventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.semconv.DbAttributes;
import io.opentelemetry.semconv.ErrorAttributes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedemptionFailureTest {
  private final Clock clock = Clock.fixed(Instant.parse("2026-03-14T02:00:00Z"), ZoneOffset.UTC);
  private final RecordedSpans spans = new RecordedSpans();
  private final EmbeddedBackend backend = EmbeddedBackend.open(spans.openTelemetry(), clock);

  @AfterEach
  void close() {
    backend.close();
    spans.close();
  }

  @Test
  void a_database_that_fails_fails_every_span_on_the_way_and_the_call() {
    RedemptionService service = service(checked(), Runnable::run, working());
    backend.close();

    DatabaseException failure = redeemAndCatch(service, DatabaseException.class);

    assertThat(failure).hasCauseInstanceOf(SQLException.class);
    assertThat(spans.names())
        .containsExactly(
            "SELECT replication_heartbeat",
            "rewards.idempotency.check",
            "rewards.redemption.apply");
    assertThat(spans.all()).allSatisfy(span -> assertThatItFailedWith(failure, span));
  }

  @Test
  void a_database_that_fails_is_quoted_with_its_status_code() {
    RedemptionService service = service(checked(), Runnable::run, working());
    backend.close();

    DatabaseException failure = redeemAndCatch(service, DatabaseException.class);

    SpanData select = spans.only("SELECT replication_heartbeat");
    assertThat(failure.getCause())
        .isInstanceOfSatisfying(
            SQLException.class,
            cause -> assertThat(select.getAttributes().get(DbAttributes.DB_RESPONSE_STATUS_CODE))
                .isEqualTo(cause.getSQLState()));
  }

  @Test
  void a_redemption_that_fails_still_says_whose_it_was_and_claims_no_debit() {
    RedemptionService service = service(checked(), Runnable::run, working());
    backend.close();

    redeemAndCatch(service, DatabaseException.class);

    SpanData apply = spans.only("rewards.redemption.apply");
    assertThat(apply.getAttributes().get(Keys.CUSTOMER_ID)).isEqualTo("c-1");
    assertThat(apply.getAttributes().get(Keys.PARTNER)).isEqualTo("myntra");
    assertThat(apply.getAttributes().get(Keys.COINS_DEBITED)).isNull();
    assertThat(apply.getAttributes().get(Keys.OUTCOME)).isNull();
  }

  @Test
  void an_insert_that_fails_fails_the_redemption() {
    RedemptionService service = service(requestId -> Optional.empty(), Runnable::run, working());
    backend.close();

    DatabaseException failure = redeemAndCatch(service, DatabaseException.class);

    assertThatItFailedWith(failure, spans.only("INSERT redemptions"));
    assertThatItFailedWith(failure, spans.only("rewards.redemption.apply"));
    assertThat(spans.only("rewards.fraud.review").getStatus().getStatusCode())
        .isEqualTo(StatusCode.UNSET);
  }

  @Test
  void what_the_review_throws_on_its_thread_reaches_the_caller_unchanged() {
    IllegalStateException broken = new IllegalStateException("the clock has stopped");
    RedemptionService service =
        service(checked(), Context.taskWrapping(backend.fraudPool()), failingWith(broken));

    IllegalStateException failure = redeemAndCatch(service, IllegalStateException.class);

    assertThat(failure).isSameAs(broken);
    assertThatItFailedWith(broken, spans.only("rewards.fraud.review"));
    assertThatItFailedWith(broken, spans.only("rewards.redemption.apply"));
    assertThat(spans.named("INSERT redemptions")).isEmpty();
  }

  @Test
  void a_pool_that_takes_no_more_work_fails_the_redemption_and_stores_nothing() {
    backend.fraudPool().shutdown();
    RedemptionService service = service(checked(), backend.fraudPool(), working());

    RejectedExecutionException failure = redeemAndCatch(service, RejectedExecutionException.class);

    assertThatItFailedWith(failure, spans.only("rewards.redemption.apply"));
    assertThat(spans.named("INSERT redemptions")).isEmpty();
  }

  @Test
  void a_failure_leaves_no_span_current() {
    RedemptionService service = service(checked(), Runnable::run, working());
    backend.close();

    redeemAndCatch(service, DatabaseException.class);

    assertThat(Span.current()).isSameAs(Span.getInvalid());
  }

  @Test
  void a_failed_redemption_may_be_tried_again() {
    RedemptionService failing =
        service(checked(), Runnable::run, failingWith(new IllegalStateException("once")));
    redeemAndCatch(failing, IllegalStateException.class);

    Receipt receipt = service(checked(), Runnable::run, working()).redeem("c-1", 4200, "myntra");

    assertThat(receipt.duplicate()).isFalse();
  }

  private static <T extends Throwable> T redeemAndCatch(RedemptionService service, Class<T> type) {
    return catchThrowableOfType(type, () -> service.redeem("c-1", 4200, "myntra"));
  }

  private static void assertThatItFailedWith(Throwable failure, SpanData span) {
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getAttributes().get(ErrorAttributes.ERROR_TYPE))
        .isEqualTo(failure.getClass().getName());
    assertThat(span.getEvents())
        .filteredOn(ExceptionEventData.class::isInstance)
        .extracting(event -> ((ExceptionEventData) event).getException())
        .containsExactly(failure);
  }

  private IdempotencyCheck checked() {
    return new TracedIdempotencyCheck(spans.openTelemetry(), backend.lookup());
  }

  private FraudReview working() {
    return new FraudReview(spans.openTelemetry(), backend.manualReviews());
  }

  private FraudReview failingWith(RuntimeException failure) {
    return new FraudReview(spans.openTelemetry(), new ManualReviewQueue(new BrokenClock(failure)));
  }

  private RedemptionService service(
      IdempotencyCheck idempotency, Executor fraudExecutor, FraudReview fraudReview) {
    return new RedemptionService(
        spans.openTelemetry(),
        clock,
        idempotency,
        fraudReview,
        fraudExecutor,
        backend.store(),
        new TypedRedemptionAttributes());
  }
}
