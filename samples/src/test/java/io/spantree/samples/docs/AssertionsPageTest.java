package io.spantree.samples.docs;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.assertions.TraceAssertions.assertTraces;
import static io.spantree.outline.Outline.span;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.spantree.assertions.AbstractSpanAssert;
import io.spantree.assertions.SpanAssert;
import io.spantree.assertions.TraceExpectation;
import io.spantree.assertions.TraceSoftAssertions;
import io.spantree.assertions.Verdict;
import io.spantree.junit.TraceTest;
import io.spantree.model.Recording;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page on assertions shows: each snippet passes. */
@TraceTest(fixtures = true)
class AssertionsPageTest {

  @BeforeEach
  void place(OpenTelemetry openTelemetry) {
    new Checkout(openTelemetry).placeOrder();
  }

  @Test
  void narrows() {
    // snippet: narrow
    assertTrace("POST /orders")
        .hasSpan("reserve stock")
        .withAttr("app.sku", "A-1")
        .childOf("POST /orders")
        .once();
    // end
  }

  @Test
  void attributes(OpenTelemetry openTelemetry) {
    new Checkout(openTelemetry).scan();
    // snippet: attributes
    assertTraces()
        .hasSpan("charge card")
        .withAttr("payment.amount", 4200) // a long; "4200" would be another type
        .withAttr(longKey("payment.amount"), 4200)
        .withAttr("payment.brand") // there, whatever its value
        .withAttrSatisfying("payment.amount", "a positive number", value -> (Long) value > 0)
        .withoutAttr("payment.card_number")
        .withOnlyAttrs("payment.amount", "payment.brand")
        .and()
        .hasSpan("scan tickets")
        .withAttr("ticket.ids", List.of("t-1", "t-2"));
    // end
  }

  @Test
  void kind_status_events() {
    // snippet: events
    assertTraces()
        .hasSpan("charge card")
        .withKind(SpanKind.INTERNAL)
        .withStatus(StatusCode.ERROR, "card declined")
        .withScope("checkout")
        .withEvent("retry", event -> event.withAttr("attempt", 2))
        .withException(IllegalStateException.class, "card declined")
        .withoutEvent("gave up");
    // end
  }

  @Test
  void relations() {
    // snippet: relations
    assertTraces()
        .hasSpan("SELECT stock")
        .childOf(parent -> parent.withAttr("app.sku", "B-7"))
        .descendantOf("POST /orders")
        .withoutChildren()
        .once()
        .hasSpan("POST /orders")
        .isRoot()
        .withChild("charge card")
        .withChildren("reserve stock", "reserve stock", "charge card")
        .startedBefore("charge card")
        .and()
        .hasSpan("notify customer")
        .withLinkTo("POST /orders");
    // end
  }

  @Test
  void counts() {
    // snippet: counts
    assertTraces()
        .hasSpan("reserve stock")
        .times(2)
        .hasSpan("SELECT stock")
        .atMost(10)
        .hasSpanCountAtMost(50);
    // end
  }

  @Test
  void rules() {
    // snippet: rules
    assertTraces()
        .failedWith(Checkout.DECLINED)
        .hasNoSpan("ship parcel")
        .hasNoSpan("reserve stock", span -> span.withAttr("app.quantity", 0))
        .allSpans(span -> span.withScope("checkout").withoutAttr("password"))
        .whenSpan("charge card", span -> span.withStatus(StatusCode.ERROR))
        .thenNoSpan("ship parcel");
    assertTrace("notify customer").hasNoErrors().hasSpanCount(1);
    // end
  }

  @Test
  void softly() {
    // snippet: soft
    try (TraceSoftAssertions softly = new TraceSoftAssertions()) {
      softly.assertTraces().hasSpan("charge card").withAttr("payment.amount", 4200);
      softly.assertTraces().hasSpan("reserve stock").withAttr("app.sku", "A-1").once();
    }
    // end
  }

  @Test
  void shapes() {
    // snippet: shapes
    assertTrace("POST /orders").hasShape("""
        span "POST /orders" SERVER ERROR
        span > "reserve stock"
            app.sku = "A-1"
        span > "charge card" ERROR
        """);
    assertTrace("POST /orders")
        .hasRoots(span("POST /orders").child(span("charge card").withAttr("payment.amount", 4200)));
    // end
  }

  static final TraceExpectation SHALLOW = recording -> recording.spans().stream()
          .allMatch(span -> span.parent() == null || span.parent().parent() == null)
      ? new Verdict.Matched()
      : new Verdict.Mismatched(List.of(), "Expected no span below the children of the roots");

  @Test
  void expectations() {
    assertTrace("notify customer").matches(SHALLOW);
    // snippet: expectation-lambda
    assertTrace("notify customer")
        .matches(recording -> recording.traces().size() == 1
            ? new Verdict.Matched()
            : new Verdict.Mismatched(List.of(), "Expected one trace"));
    // end
  }

  // snippet: own-assert
  static class PaymentAssert extends AbstractSpanAssert<PaymentAssert> {
    PaymentAssert(SpanAssert span) {
      super(span, PaymentAssert.class);
    }

    @Override
    protected PaymentAssert narrowed(SpanAssert span) {
      return new PaymentAssert(span);
    }

    PaymentAssert of(long cents) {
      return withKind(SpanKind.INTERNAL).withAttr("payment.amount", cents);
    }
  }

  // end

  @Test
  void own_words() {
    // snippet: own-assert-use
    new PaymentAssert(assertTraces().hasSpan("charge card"))
        .as("the payment")
        .of(4200)
        .once();
    // end
  }

  /** The failures that the page shows. */
  static final class Failing {
    private Failing() {}

    static void attribute(Recording recording) {
      // snippet: failing-attribute
      assertTrace(recording)
          .hasSpan("reserve stock")
          .withAttr("app.sku", "A-1")
          .withAttr("app.quantity", "2");
      // end
    }

    static void children(Recording recording) {
      // snippet: failing-children
      assertTrace(recording)
          .hasSpan("POST /orders")
          .withChildren("reserve stock", "charge the card");
      // end
    }

    static void nothing(Recording recording) {
      // snippet: failing-nothing
      assertTrace(recording).hasSpan("POST /orders").withChild(child -> {});
      // end
    }

    static void softly(Recording recording) {
      // snippet: failing-soft
      try (TraceSoftAssertions softly = new TraceSoftAssertions()) {
        softly.assertTrace(recording).hasSpan("reserve stock").withAttr("app.sku", "C-3");
        softly.assertTrace(recording).hasSpan("charge card").withStatus(StatusCode.OK);
        softly.assertTrace(recording).hasNoSpan("SELECT stock");
      }
      // end
    }
  }
}
