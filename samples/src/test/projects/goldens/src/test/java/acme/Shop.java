package acme;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.UUID;

/** What is tested. */
final class Shop {
  private Shop() {}

  static void order(Tracer tracer, long coins) {
    Span order = tracer
        .spanBuilder("place order")
        .setAttribute("coins", coins)
        .setAttribute("order.id", UUID.randomUUID().toString())
        .startSpan();
    try (Scope scope = order.makeCurrent()) {
      tracer.spanBuilder("charge").startSpan().end();
    } finally {
      order.end();
    }
  }
}
