package io.spantree.samples.messages;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The shop with one bug each in the step that reserves stock. */
final class BrokenStock {
  private BrokenStock() {}

  static final class OtherValue extends Shop {
    OtherValue(OpenTelemetry openTelemetry) {
      super(openTelemetry);
    }

    @Override
    void reserveStock() {
      Span reserve = tracer.spanBuilder("reserve stock").startSpan();
      try (Scope scope = reserve.makeCurrent()) {
        reserve.setAttribute("app.sku", "A-1");
        // snippet: bug-wrong-value
        reserve.setAttribute("app.quantity", 1);
        // end
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
  }

  /** One attribute: the peer prints a set of two in an order that differs from run to run. */
  static final class OtherKey extends Shop {
    OtherKey(OpenTelemetry openTelemetry) {
      super(openTelemetry);
    }

    @Override
    void reserveStock() {
      Span reserve = tracer.spanBuilder("reserve stock").startSpan();
      try (Scope scope = reserve.makeCurrent()) {
        // snippet: bug-missing-key
        reserve.setAttribute("app.skus", "A-1");
        // end
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
  }

  static final class NotCurrent extends Shop {
    NotCurrent(OpenTelemetry openTelemetry) {
      super(openTelemetry);
    }

    @Override
    void reserveStock() {
      // snippet: bug-wrong-parent
      Span reserve = tracer.spanBuilder("reserve stock").startSpan(); // and no makeCurrent()
      // end
      reserve.setAttribute("app.sku", "A-1");
      reserve.setAttribute("app.quantity", 2);
      tracer
          .spanBuilder("SELECT stock")
          .setSpanKind(SpanKind.CLIENT)
          .startSpan()
          .end();
      reserve.addEvent("stock.reserved");
      reserve.end();
    }
  }

  static final class BarePool extends Shop {
    BarePool(OpenTelemetry openTelemetry) {
      super(openTelemetry);
    }

    @Override
    void reserveStock() {
      // snippet: bug-lost-context
      ExecutorService pool = Executors.newSingleThreadExecutor(task -> new Thread(task, "stock-1"));
      pool.submit(super::reserveStock); // and no Context.taskWrapping(pool)
      // end
      pool.shutdown();
      awaitTermination(pool);
    }
  }

  private static void awaitTermination(ExecutorService pool) {
    try {
      if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the pool does not end");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static final class NoEvent extends Shop {
    NoEvent(OpenTelemetry openTelemetry) {
      super(openTelemetry);
    }

    @Override
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
        // snippet: bug-missing-event
        reserve.addEvent("stock.reserve");
        // end
      } finally {
        reserve.end();
      }
    }
  }
}
