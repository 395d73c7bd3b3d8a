package io.spantree.samples.messages;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

/** The correct program: an order reserves stock and charges a card. The broken ones override a step. */
class Shop {
  final Tracer tracer;

  Shop(OpenTelemetry openTelemetry) {
    this.tracer = openTelemetry.getTracer("shop");
  }

  // snippet: shop
  void placeOrder() {
    Span order = tracer.spanBuilder("POST /orders").setSpanKind(SpanKind.SERVER).startSpan();
    try (Scope scope = order.makeCurrent()) {
      reserveStock();
      chargeCard();
      order.setStatus(StatusCode.OK);
    } finally {
      order.end();
    }
  }

  void reserveStock() {
    Span reserve = tracer.spanBuilder("reserve stock").startSpan();
    try (Scope scope = reserve.makeCurrent()) {
      reserve.setAttribute("app.sku", "A-1");
      reserve.setAttribute("app.quantity", 2);
      tracer
          .spanBuilder("SELECT stock")
          .setSpanKind(SpanKind.CLIENT)
          .startSpan()
          .end();
      reserve.addEvent("stock.reserved");
    } finally {
      reserve.end();
    }
  }

  void chargeCard() {
    Span charge = tracer.spanBuilder("charge card").startSpan();
    try (Scope scope = charge.makeCurrent()) {
      charge.setAttribute("payment.amount", 4200);
      tracer
          .spanBuilder("POST /payments")
          .setSpanKind(SpanKind.CLIENT)
          .startSpan()
          .end();
    } finally {
      charge.end();
    }
  }
  // end
}
