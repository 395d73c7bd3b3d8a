package io.spantree.samples.rewards;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.util.Optional;

/** The check as one {@code rewards.idempotency.check} span around the reads that it takes. */
public final class TracedIdempotencyCheck implements IdempotencyCheck {
  private final Tracer tracer;
  private final ReplicaFirstLookup lookup;

  public TracedIdempotencyCheck(OpenTelemetry openTelemetry, ReplicaFirstLookup lookup) {
    this.tracer = Spans.tracer(openTelemetry);
    this.lookup = lookup;
  }

  @Override
  public Optional<Receipt> earlier(String requestId) {
    Span span = tracer.spanBuilder("rewards.idempotency.check").startSpan();
    return Spans.within(span, () -> lookup.find(requestId, span));
  }
}
