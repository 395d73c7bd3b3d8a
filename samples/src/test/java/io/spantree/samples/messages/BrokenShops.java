package io.spantree.samples.messages;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;

/** The shop with one bug each in what it tells of its steps. */
final class BrokenShops {
  private BrokenShops() {}

  static final class Renamed extends Shop {
    Renamed(OpenTelemetry openTelemetry) {
      super(openTelemetry);
    }

    @Override
    void chargeCard() {
      // snippet: bug-renamed
      Span charge = tracer.spanBuilder("charge the card").startSpan();
      // end
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
  }

  static final class OtherType extends Shop {
    OtherType(OpenTelemetry openTelemetry) {
      super(openTelemetry);
    }

    @Override
    void chargeCard() {
      Span charge = tracer.spanBuilder("charge card").startSpan();
      try (Scope scope = charge.makeCurrent()) {
        // snippet: bug-wrong-type
        charge.setAttribute("payment.amount", String.valueOf(4200));
        // end
        tracer
            .spanBuilder("POST /payments")
            .setSpanKind(SpanKind.CLIENT)
            .startSpan()
            .end();
      } finally {
        charge.end();
      }
    }
  }

  /** Its card is declined, and nobody tells the span. */
  static final class Silent extends Shop {
    Silent(OpenTelemetry openTelemetry) {
      super(openTelemetry);
    }

    @Override
    void chargeCard() {
      Span charge = tracer.spanBuilder("charge card").startSpan();
      try (Scope scope = charge.makeCurrent()) {
        charge.setAttribute("payment.amount", 4200);
        Span payment =
            tracer.spanBuilder("POST /payments").setSpanKind(SpanKind.CLIENT).startSpan();
        // snippet: bug-wrong-status
        payment.setAttribute("http.response.status_code", 402); // and no setStatus(ERROR)
        // end
        payment.end();
      } finally {
        charge.end();
      }
    }
  }

  static final class OtherOrder extends Shop {
    OtherOrder(OpenTelemetry openTelemetry) {
      super(openTelemetry);
    }

    // snippet: bug-other-order
    @Override
    void reserveStock() {
      super.chargeCard();
    }

    @Override
    void chargeCard() {
      super.reserveStock();
    }
    // end
  }

  /** The request ends without its span, as on an early return. */
  static final class NeverEnded extends Shop {
    NeverEnded(OpenTelemetry openTelemetry) {
      super(openTelemetry);
    }

    @Override
    void placeOrder() {
      // snippet: bug-never-ended
      Span order =
          tracer.spanBuilder("POST /orders").setSpanKind(SpanKind.SERVER).startSpan();
      try (Scope scope = order.makeCurrent()) {
        reserveStock();
        chargeCard();
      } // and no order.end()
      // end
    }
  }
}
