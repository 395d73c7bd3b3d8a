package io.spantree.samples.docs;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.List;

/** The program that the page on assertions asserts on. */
final class Checkout {
  static final IllegalStateException DECLINED = new IllegalStateException("card declined");

  private final Tracer tracer;

  Checkout(OpenTelemetry openTelemetry) {
    this.tracer = openTelemetry.getTracer("checkout");
  }

  // snippet: checkout
  void placeOrder() {
    Span order = tracer.spanBuilder("POST /orders").setSpanKind(SpanKind.SERVER).startSpan();
    try (Scope scope = order.makeCurrent()) {
      reserve("A-1", 2);
      reserve("B-7", 1);
      charge();
      order.setStatus(StatusCode.ERROR);
    } finally {
      order.end();
    }
    tracer
        .spanBuilder("notify customer")
        .setSpanKind(SpanKind.CONSUMER)
        .setNoParent()
        .addLink(order.getSpanContext())
        .startSpan()
        .end();
  }

  private void reserve(String sku, long quantity) {
    Span reserve = tracer.spanBuilder("reserve stock").startSpan();
    try (Scope scope = reserve.makeCurrent()) {
      reserve.setAttribute("app.sku", sku).setAttribute("app.quantity", quantity);
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
    charge.setAttribute("payment.amount", 4200).setAttribute("payment.brand", "visa");
    charge.addEvent("retry", Attributes.of(longKey("attempt"), 2L));
    charge.recordException(DECLINED);
    charge.setStatus(StatusCode.ERROR, "card declined").end();
  }
  // end

  /** What a scanner of tickets writes: an array. */
  void scan() {
    tracer
        .spanBuilder("scan tickets")
        .startSpan()
        .setAttribute(stringArrayKey("ticket.ids"), List.of("t-1", "t-2"))
        .end();
  }
}
