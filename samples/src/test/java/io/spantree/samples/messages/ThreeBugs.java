package io.spantree.samples.messages;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.sdk.testing.assertj.TracesAssert.assertThat;
import static io.spantree.assertions.TraceAssertions.assertTrace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;

/** Another value, a lost event and a wrong parent, all at once. */
final class ThreeBugs {
  private ThreeBugs() {}

  static final class Refactored extends Shop {
    Refactored(OpenTelemetry openTelemetry) {
      super(openTelemetry);
    }

    // snippet: bug-three-at-once
    @Override
    void reserveStock() {
      Span reserve = tracer.spanBuilder("reserve stock").startSpan();
      reserve.setAttribute("app.quantity", 1);
      tracer
          .spanBuilder("SELECT stock")
          .setSpanKind(SpanKind.CLIENT)
          .startSpan()
          .end();
      reserve.end();
    }
    // end
  }

  static MessageCase messageCase() {
    return new MessageCase(
        "three-at-once",
        sdk -> new Refactored(sdk).placeOrder(),
        ThreeBugs::peer,
        null,
        ThreeBugs::ours);
  }

  private static void peer(List<SpanData> spans) {
    // snippet: three-at-once-peer
    assertThat(spans)
        .hasTracesSatisfyingExactly(trace -> trace.hasSpansSatisfyingExactly(
            span -> span.hasName("POST /orders").hasNoParent(),
            span -> span.hasName("reserve stock")
                .hasAttribute(longKey("app.quantity"), 2L)
                .hasEventsSatisfyingExactly(event -> event.hasName("stock.reserved")),
            span -> span.hasName("SELECT stock").hasParent(trace.getSpan(1)),
            span -> span.hasName("charge card").hasParent(trace.getSpan(0)),
            span -> span.hasName("POST /payments").hasParent(trace.getSpan(3))));
    // end
  }

  private static void ours() {
    // snippet: three-at-once-ours
    assertTrace().hasShape("""
            span "POST /orders" SERVER
            span > "reserve stock"
                app.quantity = 2
                event stock.reserved
            span >> "SELECT stock" CLIENT
            span > "charge card"
            span >> "POST /payments" CLIENT
            """);
    // end
  }
}
