package io.spantree.assertions;

import static io.spantree.assertions.Recorded.byCapture;
import static io.spantree.assertions.Recorded.byExporter;
import static io.spantree.assertions.Recorded.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole text of each shape of failure: what is changed here, a tired person has to read. */
class MessageTest {
  @Test
  void names_the_nearest_span_and_shows_the_tree() {
    assertThat(failure(() -> place().hasSpan("reserve stok"))).isEqualTo("""
            Expected a span "reserve stok": 1 finding

              MISSING  "reserve stok"
                       Did you mean "reserve stock"?

                span "POST /orders" SERVER
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"\
            """);
  }

  @Test
  void names_each_span_that_should_not_be_there() {
    assertThat(failure(() -> chain("order", "item").hasNoSpan("item"))).isEqualTo("""
            Expected no span item: 1 finding

              UNEXPECTED  order > item

                span order
              + span > item\
            """);
  }

  @Test
  void says_of_each_candidate_why_it_fell_out() {
    assertThat(failure(() -> place()
            .hasSpan("reserve stock")
            .withAttr("app.sku", "A-1")
            .withAttr("app.quantity", "2")))
        .isEqualTo("""
            Expected a span "reserve stock", with app.sku = "A-1", with app.quantity = "2": 2 findings

              ATTRIBUTE VALUE  "POST /orders" > "reserve stock": app.sku: expected "A-1" (string), was "B-7" (string)
              ATTRIBUTE TYPE   "POST /orders" > "reserve stock": app.quantity: expected "2" (string), was 2 (long); the type changed

                span "POST /orders" SERVER
                span > "reserve stock"
              ~     app.quantity = 2                    # expected "2" (string)
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
              ~     app.sku = "B-7"                     # expected "A-1" (string)
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"\
            """);
  }

  @Test
  void names_the_nearest_key() {
    assertThat(failure(() -> charge().hasSpan("charge").withAttr("app.skus", "A-1")))
        .isEqualTo("""
            Expected a span charge, with app.skus = "A-1": 1 finding

              ATTRIBUTE MISSING  charge: app.skus is missing; expected "A-1" (string)
                                 The span has app.sku = "A-1" (string); is one of the two misspelt?

                span charge ERROR "declined"
              -     app.skus = "A-1"                    # missing\
            """);
  }

  @Test
  void names_both_kinds() {
    assertThat(failure(() -> charge().hasSpan("charge").withKind(SpanKind.CLIENT)))
        .isEqualTo("""
            Expected a span charge, with kind CLIENT: 1 finding

              KIND  charge: expected CLIENT, was INTERNAL

              ~ span charge ERROR "declined"            # expected CLIENT\
            """);
  }

  @Test
  void names_both_statuses() {
    assertThat(failure(() -> charge().hasSpan("charge").withStatus(StatusCode.ERROR, "expired")))
        .isEqualTo("""
            Expected a span charge, with status ERROR "expired": 1 finding

              STATUS  charge: expected ERROR "expired", was ERROR "declined"

              ~ span charge ERROR "declined"            # expected ERROR "expired"\
            """);
  }

  @Test
  void names_the_nearest_event() {
    assertThat(failure(() -> charge().hasSpan("charge").withEvent("card.decline")))
        .isEqualTo("""
            Expected a span charge, with event card.decline: 1 finding

              EVENT MISSING  charge: event card.decline is missing
                             The span has the event card.declined; is one of the two misspelt?

                span charge ERROR "declined"
              -     event card.decline\
            """);
  }

  @Test
  void names_the_parent_of_a_child_of_another() {
    assertThat(failure(() -> chain("order", "item", "price").hasSpan("price").childOf("order")))
        .isEqualTo("""
            Expected a span price, child of order: 1 finding

              MOVED  price stands under order > item; expected under order

                span order
                span > item
              + span >> price                           # moved\
            """);
  }

  @Test
  void names_the_span_that_the_parent_may_have_been_meant_to_be() {
    assertThat(failure(() -> chain("order", "item").hasSpan("item").childOf("orders")))
        .isEqualTo("""
            Expected a span item, child of orders: 2 findings

              MISSING  orders
                       Did you mean order?
              MOVED    item stands under order; expected under orders

                span order
              + span > item                             # moved\
            """);
  }

  @Test
  void shows_where_a_span_lost_its_context() {
    assertThat(failure(() -> byCapture(Orders::review)
                .hasSpan("fraud.review")
                .withKind(SpanKind.INTERNAL)
                .childOf("POST /orders"))
            .replaceAll("java:\\d+", "java:<line>"))
        .isEqualTo("""
            Expected a span fraud.review, with kind INTERNAL, child of "POST /orders": 1 finding

              LOST CONTEXT  fraud.review is a root span; expected under "POST /orders"
                            started on fraud-pool-1 at io.spantree.assertions.Orders.span(Orders.java:<line>), where no span was current.
                            Was the executor wrapped? Context.taskWrapping(executor) carries the context to its threads.

                span "POST /orders"
              + span fraud.review lost                  # lost its context\
            """);
  }

  @Test
  void shows_all_of_too_many() {
    assertThat(failure(() -> chain("order", "item", "item").hasSpan("item").once()))
        .isEqualTo("""
            Expected a span item, once: 2 findings

              COUNT  order > item: expected x1, was 1 of 2
              COUNT  order > item > item: expected x1, was 2 of 2

                span order
              ~ span > item                             # expected x1
              ~ span >> item                            # expected x1\
            """);
  }

  @Test
  void says_why_others_do_not_count_when_there_are_too_few() {
    assertThat(failure(
            () -> place().hasSpan("reserve stock").withAttr("app.sku", "A-1").times(2)))
        .isEqualTo("""
            Expected a span "reserve stock", with app.sku = "A-1", 2 times: 2 findings

              COUNT            "reserve stock": expected x2, was x1
              ATTRIBUTE VALUE  "POST /orders" > "reserve stock": app.sku: expected "A-1" (string), was "B-7" (string)

                span "POST /orders" SERVER
              ~ span > "reserve stock"                  # expected x2
                span >> "SELECT stock" CLIENT
                span > "reserve stock"
              ~     app.sku = "B-7"                     # expected "A-1" (string)
                span >> "SELECT stock" CLIENT
                span > "charge card" ERROR "insufficient funds"\
            """);
  }

  @Test
  void explains_a_second_trace() {
    assertThat(failure(() -> twoTraces().hasSpan("audits"))).isEqualTo("""
            Expected a span audits: 2 findings

              MISSING   audits
                        Did you mean audit?
              NEW ROOT  audit is a root span

                span order
              + span audit                              # a new root\
            """);
  }

  @Test
  void says_that_a_root_has_no_parent() {
    assertThat(failure(() -> twoTraces().hasSpan("audit").childOf("order"))).isEqualTo("""
            Expected a span audit, child of order: 1 finding

              NEW ROOT  audit is a root span; expected under order

                span order
              + span audit                              # a new root\
            """);
  }

  @Test
  void says_that_nothing_was_recorded() {
    assertThat(failure(() -> byExporter(orders -> {}).hasSpan("charge"))).isEqualTo("""
            Expected a span charge: 1 finding

              MISSING  charge

              No span was recorded. Does the code under test get its OpenTelemetry from this test:
              a parameter of the @TraceTest, or SpanCapture.openTelemetry()? Others are not recorded.\
            """);
  }

  @Test
  void aligns_a_shape_with_the_tree() {
    assertThat(failure(() -> chain("order", "item").hasShape("""
            span order
            span > price
            """))).isEqualTo("""
            Trace does not have the shape: 1 finding

              MISSING  order > price

                span order
                span > item
              - span > price\
            """);
  }

  @Test
  void aligns_an_exact_shape_with_the_tree() {
    assertThat(failure(() -> chain("order", "item").hasExactShape("span order\n")))
        .isEqualTo("""
            Trace differs from the exact shape: 1 finding

              UNEXPECTED  order > item

                span order
              + span > item\
            """);
  }

  @Test
  void begins_with_the_description() {
    assertThat(failure(() -> chain("order").as("100%% of %s", "orders").hasSpan("item")))
        .isEqualTo("""
            [100% of orders] Expected a span item: 1 finding

              MISSING  item

                span order\
            """);
  }

  private static TraceAssert place() {
    return byExporter(Orders::place);
  }

  private static TraceAssert charge() {
    return byExporter(orders -> orders
        .span("charge")
        .setAttribute("app.sku", "A-1")
        .addEvent("card.declined")
        .setStatus(StatusCode.ERROR, "declined")
        .end());
  }

  private static TraceAssert chain(String... names) {
    return byExporter(orders -> orders.chain(List.of(names)));
  }

  private static TraceAssert twoTraces() {
    return byExporter(orders -> {
      orders.chain(List.of("order"));
      orders.audit();
    });
  }
}
