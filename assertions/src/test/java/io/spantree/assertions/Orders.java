package io.spantree.assertions;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A small instrumented program: an order reserves stock of two items and charges a card. */
final class Orders {
  private final Tracer tracer;

  Orders(Tracer tracer) {
    this.tracer = tracer;
  }

  void place() {
    Span order = tracer.spanBuilder("POST /orders").setSpanKind(SpanKind.SERVER).startSpan();
    try (Scope scope = order.makeCurrent()) {
      reserve("A-1", 2);
      reserve("B-7", 1);
      charge();
    } finally {
      order.end();
    }
  }

  private void reserve(String sku, long quantity) {
    Span reserve = tracer
        .spanBuilder("reserve stock")
        .setAttribute("app.sku", sku)
        .setAttribute("app.quantity", quantity)
        .startSpan();
    try (Scope scope = reserve.makeCurrent()) {
      tracer
          .spanBuilder("SELECT stock")
          .setSpanKind(SpanKind.CLIENT)
          .startSpan()
          .end();
    } finally {
      reserve.end();
    }
  }

  private void charge() {
    Span charge = tracer.spanBuilder("charge card").startSpan();
    charge.addEvent("card.declined");
    charge.setStatus(StatusCode.ERROR, "insufficient funds");
    charge.end();
  }

  /** Begins a second trace, on purpose. */
  void audit() {
    tracer.spanBuilder("audit").setNoParent().startSpan().end();
  }

  /** Hands the review to a pool that does not carry the context. */
  void review() {
    ExecutorService pool =
        Executors.newSingleThreadExecutor(task -> new Thread(task, "fraud-pool-1"));
    Span order = tracer.spanBuilder("POST /orders").startSpan();
    try (Scope scope = order.makeCurrent()) {
      Future<?> review = pool.submit(() -> span("fraud.review").end());
      review.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      order.end();
      pool.shutdown();
    }
  }

  /** For programs that are written where they are judged. */
  Tracer tracer() {
    return tracer;
  }

  /** Runs the work within a span of that name. */
  void within(String name, Runnable work) {
    within(span(name), work);
  }

  void within(Span span, Runnable work) {
    try (Scope scope = span.makeCurrent()) {
      work.run();
    } finally {
      span.end();
    }
  }

  Span span(String name) {
    return tracer.spanBuilder(name).startSpan();
  }

  /** Spans of the given names, each the child of the one before. */
  void chain(List<String> names) {
    if (!names.isEmpty()) {
      Span span = span(names.get(0));
      try (Scope scope = span.makeCurrent()) {
        chain(names.subList(1, names.size()));
      } finally {
        span.end();
      }
    }
  }
}
