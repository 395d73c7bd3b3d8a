package io.spantree.assertions;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.spantree.assertions.Recorded.byCapture;
import static io.spantree.assertions.Recorded.byExporter;
import static io.spantree.assertions.Recorded.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole text of each kind of step: attribute, event, relation, count, negative, trace-level. */
class StepMessageTest {
  private static String message(Runnable assertion) {
    return failure(assertion::run).replaceAll("java:\\d+", "java:<line>");
  }

  @Test
  void a_predicate_says_what_the_value_must_be() {
    assertThat(message(
            () -> charge().withAttrSatisfying(longKey("amount"), "a positive number", n -> n > 0)))
        .isEqualTo("""
            Expected a span charge, with amount = a positive number: 1 finding

              ATTRIBUTE VALUE  charge: amount: expected a positive number, was -5 (long)

                span charge
              ~     amount = -5                         # expected a positive number\
            """);
    assertThat(
            message(() -> charge().withAttrSatisfying("amounts", "a positive number", n -> true)))
        .isEqualTo("""
            Expected a span charge, with amounts = a positive number: 1 finding

              ATTRIBUTE MISSING  charge: amounts is missing; expected a positive number
                                 The span has amount = -5 (long). Is one of the two misspelt?

                span charge
              -     amounts = <any>                     # missing; expected a positive number\
            """);
  }

  @Test
  void only_certain_attributes() {
    assertThat(message(() -> charge().withOnlyAttrs("amount", "currency"))).isEqualTo("""
            Expected a span charge, each with only amount, currency: 2 findings

              ATTRIBUTE MISSING     charge: currency is missing; expected <any>
              ATTRIBUTE UNEXPECTED  charge: card = "visa" (string) was not expected

                span charge
              -     currency = <any>                    # missing
              +     card = "visa"\
            """);
  }

  @Test
  void an_event_with_attributes() {
    assertThat(message(() -> charge()
            .withEvent("retry", event -> event.withAttr("attempt", 2).withoutAttr("reason"))))
        .isEqualTo("""
            Expected a span charge, with event retry (with attempt = 2, without reason): 1 finding

              ATTRIBUTE VALUE  charge: event retry: attempt: expected 2 (long), was 1 (long)

                span charge
                    event retry
              ~       . attempt = 1                     # expected 2 (long)\
            """);
  }

  @Test
  void an_exception() {
    assertThat(message(() -> charge().withException(IllegalStateException.class, "no funds")))
        .isEqualTo("""
            Expected a span charge, with exception java.lang.IllegalStateException "no funds": 2 findings

              ATTRIBUTE VALUE  charge: event exception: exception.message: expected "no funds" (string), was "bad card" (string)
              ATTRIBUTE VALUE  charge: event exception: exception.type: expected "java.lang.IllegalStateException" (string), was "java.lang.IllegalArgumentException" (string)

                span charge
                    event exception
              ~       . exception.message = "bad card"  # expected "no funds" (string)
              ~       . exception.type = "java.lang.IllegalArgumentException"  # expected "java.lang.IllegalStateException" (string)\
            """);
  }

  @Test
  void a_link() {
    assertThat(message(() -> orders().hasSpan("ship").withLinkTo("orders"))).isEqualTo("""
            Expected a span ship, with a link to orders: 1 finding

              LINK TARGET  order > ship: a link points to order; expected orders

                span order
                span > ship ERROR
              ~     # link order, expected orders
                span > mail\
            """);
    assertThat(message(
            () -> orders().hasSpan("order").withLinkTo(span -> span.withKind(SpanKind.PRODUCER))))
        .isEqualTo("""
            Expected a span order, with a link to a span (with kind PRODUCER): 1 finding

              LINK MISSING  order: the link to a span (with kind PRODUCER) is missing

                span order
              -     # link a span (with kind PRODUCER) is missing
                span > ship ERROR
                span > mail\
            """);
  }

  @Test
  void a_parent_like_that() {
    assertThat(message(() -> place()
            .hasSpan("charge card")
            .childOf(span -> span.withKind(SpanKind.CLIENT).withAttr("a", 1))))
        .isEqualTo("""
            Expected a span "charge card", child of a span (with kind CLIENT, with a = 1): 2 findings

              KIND               "POST /orders": expected CLIENT, was SERVER
              ATTRIBUTE MISSING  "POST /orders": a is missing; expected 1 (long)

              ~ span "POST /orders" SERVER              # expected CLIENT
              -     a = 1                               # missing
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"\
            """);
  }

  @Test
  void a_child() {
    assertThat(message(() -> place().hasSpan("POST /orders").withChild("charge the card")))
        .isEqualTo("""
            Expected a span "POST /orders", with child "charge the card": 1 finding

              MISSING  "POST /orders" > "charge the card"
                       Did you mean "charge card"?

                span "POST /orders" SERVER
              - span > "charge the card"
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"\
            """);
    assertThat(message(
            () -> place().hasSpan("charge card").withChild(span -> span.withKind(SpanKind.CLIENT))))
        .isEqualTo("""
            Expected a span "charge card", with child a span (with kind CLIENT): 1 finding

              MISSING  "POST /orders" > "charge card" has no child like a span (with kind CLIENT)

                span "POST /orders" SERVER
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"\
            """);
  }

  @Test
  void exact_children() {
    assertThat(message(() ->
            place().hasSpan("POST /orders").withChildren("reserve stock", "charge card", "ship")))
        .isEqualTo("""
            Expected a span "POST /orders", with exactly the children "reserve stock", "charge card", ship: 2 findings

              UNEXPECTED  "POST /orders" > "reserve stock"
              MISSING     "POST /orders" > ship

                span "POST /orders" SERVER
              - span > ship
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
              + span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"\
            """);
  }

  @Test
  void a_child_that_lost_its_context() {
    assertThat(message(
            () -> byCapture(Orders::review).hasSpan("POST /orders").withChild("fraud.review")))
        .isEqualTo("""
            Expected a span "POST /orders", with child fraud.review: 1 finding

              LOST CONTEXT  fraud.review is a root span; expected under "POST /orders"
                            started on fraud-pool-1 at io.spantree.assertions.Orders.span(Orders.java:<line>), where no span was current.
                            Was the executor wrapped? Context.taskWrapping(executor) carries the context to its threads.

                span "POST /orders"
              + span fraud.review lost                  # lost its context\
            """);
  }

  @Test
  void a_root() {
    assertThat(message(() -> place().hasSpan("reserve stock").isRoot())).isEqualTo("""
            Expected a span "reserve stock", each a root span: 2 findings

              MOVED  "reserve stock" stands under "POST /orders"; expected as a root span
                     … and 1 more like this one

                span "POST /orders" SERVER
              + span > "reserve stock"                  # moved
                span >> "SELECT stock" CLIENT
              + span > "reserve stock"                  # moved
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"\
            """);
  }

  @Test
  void a_remote_parent() {
    assertThat(message(() -> place().hasSpan("POST /orders").withRemoteParent()))
        .isEqualTo("""
            Expected a span "POST /orders", with a remote parent: 1 finding

              REMOTE PARENT  "POST /orders" has no remote parent; expected one

              ~ span "POST /orders" SERVER              # expected a remote parent
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"\
            """);
  }

  @Test
  void a_scope() {
    assertThat(message(() -> place().hasSpan("charge card").withScope("payments")))
        .isEqualTo("""
            Expected a span "charge card", with instrumentation scope payments: 1 finding

              INSTRUMENTATION SCOPE  "POST /orders" > "charge card": expected payments, was orders

                span "POST /orders" SERVER
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
              ~ span > "charge card" ERROR "insufficient funds"  # expected payments\
            """);
  }

  @Test
  void an_order() {
    assertThat(message(
            () -> byCapture(Orders::place).hasSpan("charge card").startedBefore("reserve stock")))
        .isEqualTo("""
            Expected a span "charge card", started before "reserve stock": 1 finding

              ORDER  "POST /orders" > "charge card": began after "reserve stock"; expected before "reserve stock"
                     started on main at io.spantree.assertions.Orders.charge(Orders.java:<line>)

                span "POST /orders" SERVER
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
              ~ span > "charge card" ERROR "insufficient funds"  # expected before "reserve stock"\
            """);
  }

  @Test
  void a_bound() {
    assertThat(message(() -> place().hasSpan("reserve stock").atMost(1))).isEqualTo("""
            Expected a span "reserve stock", at most once: 2 findings

              COUNT  "POST /orders" > "reserve stock": expected at most 1, was 1 of 2
              COUNT  "POST /orders" > "reserve stock": expected at most 1, was 2 of 2

                span "POST /orders" SERVER
              ~ span > "reserve stock"                  # expected at most 1
                span >> "SELECT stock" CLIENT
              ~ span > "reserve stock"                  # expected at most 1
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"\
            """);
    assertThat(message(() -> place().hasSpan("reserve stock").atLeast(3))).isEqualTo("""
            Expected a span "reserve stock", at least 3 times: 1 finding

              COUNT  "reserve stock": expected at least 3, was x2

                span "POST /orders" SERVER
              ~ span > "reserve stock"                  # expected at least 3
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"\
            """);
  }

  @Test
  void something_forbidden() {
    assertThat(message(() -> place().hasSpan("reserve stock").withoutAttr("app.sku")))
        .isEqualTo("""
            Expected a span "reserve stock", each without app.sku: 2 findings

              ATTRIBUTE UNEXPECTED  "POST /orders" > "reserve stock": app.sku = "A-1" (string) was not expected
              ATTRIBUTE UNEXPECTED  "POST /orders" > "reserve stock": app.sku = "B-7" (string) was not expected

                span "POST /orders" SERVER
                span > "reserve stock"
              ~     app.sku = "A-1"                     # expected <absent>
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
              ~     app.sku = "B-7"                     # expected <absent>
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"\
            """);
    assertThat(message(() -> place().hasSpan("charge card").withoutEvent("card.declined")))
        .isEqualTo("""
            Expected a span "charge card", each without event card.declined: 1 finding

              EVENT UNEXPECTED  "POST /orders" > "charge card": event card.declined was not expected

                span "POST /orders" SERVER
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"
              +     event card.declined\
            """);
    assertThat(message(() -> place().hasSpan("reserve stock").withoutChildren()))
        .isEqualTo("""
            Expected a span "reserve stock", each without children: 2 findings

              UNEXPECTED  "POST /orders" > "reserve stock" > "SELECT stock"
                          … and 1 more like this one

                span "POST /orders" SERVER
                span > "reserve stock"
              + span >> "SELECT stock" CLIENT
                span > "reserve stock"
              + span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"\
            """);
  }

  @Test
  void a_span_like_that_is_forbidden() {
    assertThat(message(
            () -> place().hasNoSpan("reserve stock", span -> span.withAttr("app.sku", "B-7"))))
        .isEqualTo("""
            Expected no span "reserve stock", with app.sku = "B-7": 1 finding

              UNEXPECTED  "POST /orders" > "reserve stock"

                span "POST /orders" SERVER
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
              + span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"\
            """);
  }

  @Test
  void the_number_of_spans() {
    assertThat(message(() -> place().hasSpanCountAtMost(4))).isEqualTo("""
            Expected at most 4 spans: 1 finding

              COUNT  expected at most 4, was 6: "reserve stock" x2, "SELECT stock" x2, "POST /orders" x1, "charge card" x1

                span "POST /orders" SERVER
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"\
            """);
    assertThat(message(() -> place().hasSpanCount(7))).isEqualTo("""
            Expected 7 spans: 1 finding

              COUNT  expected 7, was 6: "reserve stock" x2, "SELECT stock" x2, "POST /orders" x1, "charge card" x1

                span "POST /orders" SERVER
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"\
            """);
  }

  @Test
  void no_errors() {
    assertThat(message(() -> place().hasNoErrors())).isEqualTo("""
            Expected no span to have failed: 1 finding

              STATUS  "POST /orders" > "charge card": expected no ERROR, was ERROR "insufficient funds"

                span "POST /orders" SERVER
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
              ~ span > "charge card" ERROR "insufficient funds"  # expected no ERROR\
            """);
  }

  @Test
  void the_exception_that_failed_the_trace() {
    assertThat(message(() -> orders().failedWith(new IllegalStateException("no funds"))))
        .isEqualTo("""
            Expected the trace to have failed with java.lang.IllegalStateException "no funds": 1 finding

              STATUS  order: expected ERROR, was UNSET
                      It is UNSET until the code sets it, even when an exception escapes: span.setStatus(StatusCode.ERROR).

              ~ span order                              # expected ERROR
                span > ship ERROR
                span > mail\
            """);
    assertThat(message(() -> place().failedWith(new IllegalStateException("no funds"))))
        .isEqualTo("""
            Expected the trace to have failed with java.lang.IllegalStateException "no funds": 1 finding

              EVENT MISSING  "POST /orders" > "charge card": event exception is missing

                span "POST /orders" SERVER
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"
              -     event exception\
            """);
  }

  @Test
  void all_spans() {
    assertThat(message(() -> place().allSpans(span -> span.withScope("orders").withAttr("tenant"))))
        .isEqualTo("""
            Expected all spans to be with instrumentation scope orders, with tenant: 6 findings

              ATTRIBUTE MISSING  "POST /orders": tenant is missing; expected <any>
              ATTRIBUTE MISSING  "POST /orders" > "reserve stock": tenant is missing; expected <any>
                                 … and 1 more like this one
              ATTRIBUTE MISSING  "POST /orders" > "reserve stock" > "SELECT stock": tenant is missing; expected <any>
                                 … and 1 more like this one
              ATTRIBUTE MISSING  "POST /orders" > "charge card": tenant is missing; expected <any>

                span "POST /orders" SERVER
              -     tenant = <any>                      # missing
                span > "reserve stock"
              -     tenant = <any>                      # missing
                span >> "SELECT stock" CLIENT
              -     tenant = <any>                      # missing
                span > "reserve stock"
              -     tenant = <any>                      # missing
                span >> "SELECT stock" CLIENT
              -     tenant = <any>                      # missing
                span > "charge card" ERROR "insufficient funds"
              -     tenant = <any>                      # missing\
            """);
  }

  @Test
  void a_rule() {
    assertThat(message(() -> place()
            .whenSpan("charge card", span -> span.withStatus(StatusCode.ERROR))
            .thenNoSpan("SELECT stock")))
        .isEqualTo("""
            Expected no span "SELECT stock" in a trace with a span "charge card" (with status ERROR): 2 findings

              UNEXPECTED  "POST /orders" > "reserve stock" > "SELECT stock"
                          … and 1 more like this one

                span "POST /orders" SERVER
                span > "reserve stock"
              + span >> "SELECT stock" CLIENT
                span > "reserve stock"
              + span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"\
            """);
    assertThat(message(() -> place()
            .whenSpan("charge card", span -> span.withStatus(StatusCode.OK))
            .thenNoSpan("refund")))
        .isEqualTo("""
            Expected a span "charge card", with status OK, without which the rule says nothing: 1 finding

              STATUS  "POST /orders" > "charge card": expected OK, was ERROR "insufficient funds"

                span "POST /orders" SERVER
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
              ~ span > "charge card" ERROR "insufficient funds"  # expected OK\
            """);
  }

  @Test
  void nothing_to_forbid_anything_of() {
    assertThat(message(() -> byExporter(orders -> {}).hasNoErrors())).isEqualTo("""
            Expected no span to have failed: 1 finding

              MISSING  no span at all, so nothing was judged

              No span was recorded. Does the code under test get its OpenTelemetry from this test:
              a parameter of the @TraceTest, or SpanCapture.openTelemetry()? Others are not recorded.\
            """);
  }

  private static TraceAssert place() {
    return byExporter(Orders::place);
  }

  private static SpanAssert charge() {
    return byExporter(orders -> {
          Span span = orders.span("charge");
          span.setAttribute("amount", -5).setAttribute("card", "visa");
          span.addEvent("retry", Attributes.of(longKey("attempt"), 1L));
          span.recordException(new IllegalArgumentException("bad card"));
          span.end();
        })
        .hasSpan("charge");
  }

  private static TraceAssert orders() {
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
