package io.spantree.assertions;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.spantree.assertions.Recorded.byExporter;
import static io.spantree.assertions.Recorded.failure;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;

/** Recordings on which the tests of messages fail, and the text of such a failure. */
final class Examples {
  private Examples() {}

  static String message(Runnable assertion) {
    return failure(assertion::run).replaceAll("java:\\d+", "java:<line>");
  }

  static TraceAssert place() {
    return byExporter(Orders::place);
  }

  static SpanAssert charge() {
    return byExporter(orders -> {
          Span span = orders.span("charge");
          span.setAttribute("amount", -5).setAttribute("card", "visa");
          span.addEvent("retry", Attributes.of(longKey("attempt"), 1L));
          span.recordException(new IllegalArgumentException("bad card"));
          span.end();
        })
        .hasSpan("charge");
  }

  static TraceAssert orders() {
    return byExporter(orders -> {
      Span order = orders.span("order");
      orders.within(order, () -> {
        orders
            .tracer()
            .spanBuilder("ship")
            .addLink(order.getSpanContext())
            .startSpan()
            .setStatus(StatusCode.ERROR)
            .recordException(new IllegalStateException("no funds"))
            .end();
        orders.chain(List.of("mail"));
      });
    });
  }
}
