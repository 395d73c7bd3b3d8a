package io.spantree.samples.rewards;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Redeems coins: checks that the request is new, has large ones reviewed for fraud, stores them.
 *
 * <p>Each call is one {@code rewards.redemption.apply} span. A service that was given its parts
 * closes nothing; one that made its own, by the short constructor, closes them in {@link #close()}.
 */
public final class RedemptionService implements AutoCloseable {
  private final Tracer tracer;
  private final Clock clock;
  private final IdempotencyCheck idempotency;
  private final FraudReview fraudReview;
  private final Executor fraudExecutor;
  private final RedemptionStore store;
  private final RedemptionAttributes attributes;
  private final Runnable closeOwned;

  /** A service that runs on its own: two databases in memory, its own threads, the system clock. */
  public RedemptionService(OpenTelemetry openTelemetry) {
    this(EmbeddedBackend.open(openTelemetry, Clock.systemUTC()));
  }

  private RedemptionService(EmbeddedBackend backend) {
    this(
        backend.openTelemetry(),
        backend.clock(),
        new TracedIdempotencyCheck(backend.openTelemetry(), backend.lookup()),
        new FraudReview(backend.openTelemetry(), backend.manualReviews()),
        Context.taskWrapping(backend.fraudPool()),
        backend.store(),
        new TypedRedemptionAttributes(),
        backend::close);
  }

  /**
   * A service made of the given parts, which stay the caller's to close.
   *
   * @param fraudExecutor runs the fraud review; it must carry the OpenTelemetry context to its
   *     threads, as {@link Context#taskWrapping(Executor)} does
   * @param store the primary, where redemptions are stored
   */
  public RedemptionService(
      OpenTelemetry openTelemetry,
      Clock clock,
      IdempotencyCheck idempotency,
      FraudReview fraudReview,
      Executor fraudExecutor,
      RedemptionStore store,
      RedemptionAttributes attributes) {
    this(
        openTelemetry, clock, idempotency, fraudReview, fraudExecutor, store, attributes, () -> {});
  }

  private RedemptionService(
      OpenTelemetry openTelemetry,
      Clock clock,
      IdempotencyCheck idempotency,
      FraudReview fraudReview,
      Executor fraudExecutor,
      RedemptionStore store,
      RedemptionAttributes attributes,
      Runnable closeOwned) {
    this.tracer = Spans.tracer(openTelemetry);
    this.clock = clock;
    this.idempotency = idempotency;
    this.fraudReview = fraudReview;
    this.fraudExecutor = fraudExecutor;
    this.store = store;
    this.attributes = attributes;
    this.closeOwned = closeOwned;
  }

  /**
   * Redeems coins unless the same customer redeemed as many with the same partner in the current
   * ten minutes.
   *
   * <p>Windows do not overlap: two calls on either side of an edge are two redemptions. A caller
   * that has an id for the request, such as the id of a message, passes that.
   */
  public Receipt redeem(String customerId, long coins, String partner) {
    return redeem(Redemption.inWindow(customerId, coins, partner, clock.instant()));
  }

  /** Redeems coins unless a request with this id was stored before. */
  public Receipt redeem(String requestId, String customerId, long coins, String partner) {
    return redeem(new Redemption(requestId, customerId, coins, partner, clock.instant()));
  }

  private Receipt redeem(Redemption redemption) {
    Span span = tracer
        .spanBuilder("rewards.redemption.apply")
        .setAllAttributes(attributes.requested(redemption))
        .startSpan();
    return Spans.within(span, () -> {
      Receipt receipt = apply(redemption);
      // Queued and duplicate are outcomes that this code intends, so they are no errors.
      span.setAllAttributes(attributes.settled(receipt)).setStatus(StatusCode.OK);
      return receipt;
    });
  }

  private Receipt apply(Redemption redemption) {
    return idempotency
        .earlier(redemption.requestId())
        .map(Receipt::asDuplicate)
        .orElseGet(() -> store(new Receipt(redemption, outcomeOf(redemption), false)));
  }

  private Outcome outcomeOf(Redemption redemption) {
    if (!FraudReview.isDue(redemption)) {
      return Outcome.APPLIED;
    }
    return switch (onFraudExecutor(() -> fraudReview.review(redemption))) {
      case APPROVED -> Outcome.APPLIED;
      case MANUAL_REVIEW -> Outcome.QUEUED_MANUAL;
    };
  }

  private <T> T onFraudExecutor(Supplier<T> task) {
    try {
      return CompletableFuture.supplyAsync(task, fraudExecutor).join();
    } catch (CompletionException e) {
      // The thread hop is this class's own affair; the caller gets what the review threw.
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw e;
    }
  }

  private Receipt store(Receipt receipt) {
    if (store.insert(receipt)) {
      return receipt;
    }
    // Another call stored the same request after our check; the primary's key has the last word.
    return store.find(receipt.redemption().requestId()).orElseThrow().asDuplicate();
  }

  @Override
  public void close() {
    closeOwned.run();
  }
}
