package io.spantree.samples.twins.hop;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spantree.samples.rewards.Spans;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Mails the codes of vouchers on the threads of an executor. */
public final class VoucherMail {
  private final Tracer tracer;
  private final Executor executor;

  private VoucherMail(OpenTelemetry openTelemetry, Executor executor) {
    this.tracer = Spans.tracer(openTelemetry);
    this.executor = executor;
  }

  public static VoucherMail correct(OpenTelemetry openTelemetry, Executor executor) {
    return new VoucherMail(openTelemetry, Context.taskWrapping(executor));
  }

  /** The bare executor: whoever added the pool did not know of the context. */
  public static VoucherMail broken(OpenTelemetry openTelemetry, Executor executor) {
    return new VoucherMail(openTelemetry, executor);
  }

  // snippet: bare-executor
  /** Issues a voucher, and returns when its mail is on its way. */
  public void issue(String customerId) throws InterruptedException {
    Span span = tracer.spanBuilder("rewards.voucher.issue").startSpan();
    try (Scope scope = span.makeCurrent()) {
      Finished.await(CompletableFuture.runAsync(() -> mail(customerId), executor));
    } finally {
      span.end();
    }
  }
  // end

  private void mail(String customerId) {
    Span span = tracer.spanBuilder("rewards.voucher.mail").startSpan();
    span.setAttribute("customer.id", customerId);
    span.end();
  }
}
