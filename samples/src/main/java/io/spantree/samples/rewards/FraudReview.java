package io.spantree.samples.rewards;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;

/** Decides whether a large redemption needs a human, and queues it if so. */
public final class FraudReview {
  private static final long REVIEWED_ABOVE = 3000;
  private static final long COINS_PER_DAY = 4000;

  private final Tracer tracer;
  private final ManualReviewQueue manualReviews;

  public FraudReview(OpenTelemetry openTelemetry, ManualReviewQueue manualReviews) {
    this.tracer = Spans.tracer(openTelemetry);
    this.manualReviews = manualReviews;
  }

  /** Whether a redemption is large enough to be reviewed at all. */
  static boolean isDue(Redemption redemption) {
    return redemption.coins() > REVIEWED_ABOVE;
  }

  FraudDecision review(Redemption redemption) {
    Span span = tracer
        .spanBuilder("rewards.fraud.review")
        .setAttribute(Keys.COINS_AT_RISK, redemption.coins())
        .startSpan();
    return Spans.within(span, () -> {
      FraudDecision decision = decide(redemption, span);
      span.setAttribute(Keys.DECISION, decision.label());
      return decision;
    });
  }

  private FraudDecision decide(Redemption redemption, Span span) {
    if (redemption.coins() <= COINS_PER_DAY) {
      return FraudDecision.APPROVED;
    }
    // More than a day's coins at once trips the rule for 24 hours without a look at the history.
    span.setAttribute(Keys.RULE_FIRED, "velocity_24h");
    Duration wait = manualReviews.add(redemption.requestId());
    span.addEvent(
        "fraud.queued_for_manual_review", Attributes.of(Keys.QUEUE_WAIT_MS, wait.toMillis()));
    return FraudDecision.MANUAL_REVIEW;
  }
}
