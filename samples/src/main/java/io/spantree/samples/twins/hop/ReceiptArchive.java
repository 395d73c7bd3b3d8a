package io.spantree.samples.twins.hop;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.spantree.samples.rewards.Spans;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;

/** Archives receipts, each on a thread of its own. */
public final class ReceiptArchive {
  private final Tracer tracer;
  private final ThreadFactory threads;
  private final Carrying carrying;

  private ReceiptArchive(OpenTelemetry openTelemetry, ThreadFactory threads, Carrying carrying) {
    this.tracer = Spans.tracer(openTelemetry);
    this.threads = threads;
    this.carrying = carrying;
  }

  public static ReceiptArchive correct(OpenTelemetry openTelemetry, ThreadFactory threads) {
    return new ReceiptArchive(openTelemetry, threads, Carrying.CONTEXT);
  }

  /** A new thread inherits no context, and a virtual one is no exception. */
  public static ReceiptArchive broken(OpenTelemetry openTelemetry, ThreadFactory threads) {
    return new ReceiptArchive(openTelemetry, threads, Carrying.NOTHING);
  }

  /** Closes a redemption, and returns when its receipt is in the archive. */
  public void close(String requestId) throws InterruptedException {
    CountDownLatch archived = new CountDownLatch(1);
    Span span = tracer.spanBuilder("rewards.redemption.close").startSpan();
    try (Scope scope = span.makeCurrent()) {
      threads.newThread(carrying.task(() -> archive(requestId, archived))).start();
      Finished.await(archived);
    } finally {
      span.end();
    }
  }

  private void archive(String requestId, CountDownLatch archived) {
    Span span = tracer.spanBuilder("rewards.receipt.archive").startSpan();
    span.setAttribute("redemption.request_id", requestId);
    span.end();
    archived.countDown();
  }
}
