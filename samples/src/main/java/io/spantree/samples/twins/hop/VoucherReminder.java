package io.spantree.samples.twins.hop;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.spantree.samples.rewards.Spans;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;

/** Reminds customers of their vouchers, by a timer. */
public final class VoucherReminder {
  private final Tracer tracer;
  private final Timer timer;
  private final Carrying carrying;

  private VoucherReminder(OpenTelemetry openTelemetry, Timer timer, Carrying carrying) {
    this.tracer = Spans.tracer(openTelemetry);
    this.timer = timer;
    this.carrying = carrying;
  }

  public static VoucherReminder correct(OpenTelemetry openTelemetry, Timer timer) {
    return new VoucherReminder(openTelemetry, timer, Carrying.CONTEXT);
  }

  /** No library wraps the tasks of a timer. */
  public static VoucherReminder broken(OpenTelemetry openTelemetry, Timer timer) {
    return new VoucherReminder(openTelemetry, timer, Carrying.NOTHING);
  }

  /** Plans a reminder for the next moment, and returns when it was sent. */
  public void plan(String customerId) throws InterruptedException {
    CountDownLatch sent = new CountDownLatch(1);
    Span span = tracer.spanBuilder("rewards.reminder.plan").startSpan();
    try (Scope scope = span.makeCurrent()) {
      timer.schedule(timerTask(carrying.task(() -> send(customerId, sent))), 1);
      Finished.await(sent);
    } finally {
      span.end();
    }
  }

  private static TimerTask timerTask(Runnable task) {
    return new TimerTask() {
      @Override
      public void run() {
        task.run();
      }
    };
  }

  private void send(String customerId, CountDownLatch sent) {
    Span span = tracer.spanBuilder("rewards.reminder.send").startSpan();
    span.setAttribute("customer.id", customerId);
    span.end();
    sent.countDown();
  }
}
