package io.spantree.samples.twins.hop;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.spantree.samples.rewards.Spans;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Debits coins, and again a little later when the ledger was busy. */
public final class DebitRetry {
  private final Tracer tracer;
  private final ScheduledExecutorService scheduler;
  private final Carrying carrying;

  private DebitRetry(
      OpenTelemetry openTelemetry, ScheduledExecutorService scheduler, Carrying carrying) {
    this.tracer = Spans.tracer(openTelemetry);
    this.scheduler = scheduler;
    this.carrying = carrying;
  }

  public static DebitRetry correct(
      OpenTelemetry openTelemetry, ScheduledExecutorService scheduler) {
    return new DebitRetry(openTelemetry, scheduler, Carrying.CONTEXT);
  }

  /** The second attempt is in no trace, and it is the one that succeeded. */
  public static DebitRetry broken(OpenTelemetry openTelemetry, ScheduledExecutorService scheduler) {
    return new DebitRetry(openTelemetry, scheduler, Carrying.NOTHING);
  }

  /** Debits coins, and returns when they are debited. */
  @SuppressWarnings("FutureReturnValueIgnored") // the latch says when it has run
  public void debit(long coins) throws InterruptedException {
    CountDownLatch debited = new CountDownLatch(1);
    Span span = tracer.spanBuilder("rewards.coins.debit").startSpan();
    try (Scope scope = span.makeCurrent()) {
      scheduler.schedule(carrying.task(() -> attempt(coins, debited)), 1, TimeUnit.MILLISECONDS);
      Finished.await(debited);
    } finally {
      span.end();
    }
  }

  private void attempt(long coins, CountDownLatch debited) {
    Span span =
        tracer.spanBuilder("rewards.ledger.debit").setSpanKind(SpanKind.CLIENT).startSpan();
    span.setAttribute("redemption.coins_debited", coins);
    span.end();
    debited.countDown();
  }
}
