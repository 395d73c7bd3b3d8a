package io.spantree.samples.twins;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.samples.rewards.IdempotencyCheck;
import io.spantree.samples.rewards.Receipt;
import io.spantree.samples.rewards.ReplicaFirstLookup;
import io.spantree.samples.rewards.Spans;
import java.util.Optional;

/**
 * The idempotency check after a refactoring that named the class after what it does, and renamed
 * the span along with it: each dashboard that asks for {@code rewards.idempotency.check} is empty.
 */
public final class IdempotencyLookup implements IdempotencyCheck {
  private final Tracer tracer;
  private final ReplicaFirstLookup lookup;

  public IdempotencyLookup(OpenTelemetry openTelemetry, ReplicaFirstLookup lookup) {
    this.tracer = Spans.tracer(openTelemetry);
    this.lookup = lookup;
  }

  @Override
  public Optional<Receipt> earlier(String requestId) {
    Span span = tracer.spanBuilder("rewards.idempotency.lookup").startSpan();
    return Spans.within(span, () -> lookup.find(requestId, span));
  }
}
