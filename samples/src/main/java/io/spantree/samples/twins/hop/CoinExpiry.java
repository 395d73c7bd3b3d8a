package io.spantree.samples.twins.hop;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.spantree.samples.rewards.Spans;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;

/** Expires the old coins of many customers by a parallel stream, in a pool that is given to it. */
public final class CoinExpiry {
  private final Tracer tracer;
  private final ForkJoinPool pool;
  private final Carrying carrying;

  private CoinExpiry(OpenTelemetry openTelemetry, ForkJoinPool pool, Carrying carrying) {
    this.tracer = Spans.tracer(openTelemetry);
    this.pool = pool;
    this.carrying = carrying;
  }

  public static CoinExpiry correct(OpenTelemetry openTelemetry, ForkJoinPool pool) {
    return new CoinExpiry(openTelemetry, pool, Carrying.CONTEXT);
  }

  /** The stream looks like a loop, and runs on other threads. */
  public static CoinExpiry broken(OpenTelemetry openTelemetry, ForkJoinPool pool) {
    return new CoinExpiry(openTelemetry, pool, Carrying.NOTHING);
  }

  /** Expires the coins of all these customers, and returns when it is done. */
  public void expire(List<String> customerIds) throws InterruptedException {
    Span span = tracer.spanBuilder("rewards.coins.expire").startSpan();
    try (Scope scope = span.makeCurrent()) {
      List<Runnable> tasks = customerIds.stream()
          .map(customerId -> carrying.task(() -> expire(customerId)))
          .toList();
      // Only a stream that begins in the pool stays there; else the caller's thread takes part.
      Finished.await(
          CompletableFuture.runAsync(() -> tasks.parallelStream().forEach(Runnable::run), pool));
    } finally {
      span.end();
    }
  }

  private void expire(String customerId) {
    Span span = tracer.spanBuilder("rewards.customer.expire").startSpan();
    span.setAttribute("customer.id", customerId);
    span.end();
  }
}
