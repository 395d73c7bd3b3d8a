package io.spantree.samples.demo;

import io.opentelemetry.context.Context;
import io.spantree.samples.rewards.EmbeddedBackend;
import io.spantree.samples.rewards.FraudReview;
import io.spantree.samples.rewards.RedemptionService;
import io.spantree.samples.rewards.TracedIdempotencyCheck;
import io.spantree.samples.rewards.TypedRedemptionAttributes;
import io.spantree.samples.twins.IdempotencyLookup;
import io.spantree.samples.twins.TextRedemptionAttributes;

/** The engine as shipped and three broken twins, each of which differs from it in one line. */
public final class Wirings {
  private Wirings() {}

  public static RedemptionService shipped(EmbeddedBackend backend) {
    return new RedemptionService(
        backend.openTelemetry(),
        backend.clock(),
        new TracedIdempotencyCheck(backend.openTelemetry(), backend.lookup()),
        new FraudReview(backend.openTelemetry(), backend.manualReviews()),
        Context.taskWrapping(backend.fraudPool()),
        backend.store(),
        new TypedRedemptionAttributes());
  }

  public static RedemptionService renamedSpan(EmbeddedBackend backend) {
    return new RedemptionService(
        backend.openTelemetry(),
        backend.clock(),
        new IdempotencyLookup(backend.openTelemetry(), backend.lookup()),
        new FraudReview(backend.openTelemetry(), backend.manualReviews()),
        Context.taskWrapping(backend.fraudPool()),
        backend.store(),
        new TypedRedemptionAttributes());
  }

  public static RedemptionService unwrappedExecutor(EmbeddedBackend backend) {
    return new RedemptionService(
        backend.openTelemetry(),
        backend.clock(),
        new TracedIdempotencyCheck(backend.openTelemetry(), backend.lookup()),
        new FraudReview(backend.openTelemetry(), backend.manualReviews()),
        backend.fraudPool(),
        backend.store(),
        new TypedRedemptionAttributes());
  }

  public static RedemptionService changedType(EmbeddedBackend backend) {
    return new RedemptionService(
        backend.openTelemetry(),
        backend.clock(),
        new TracedIdempotencyCheck(backend.openTelemetry(), backend.lookup()),
        new FraudReview(backend.openTelemetry(), backend.manualReviews()),
        Context.taskWrapping(backend.fraudPool()),
        backend.store(),
        new TextRedemptionAttributes());
  }
}
