package io.spantree.assertions;

import static io.spantree.assertions.Examples.message;
import static io.spantree.assertions.Examples.place;
import static io.spantree.assertions.Recorded.byCapture;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import org.junit.jupiter.api.Test;

/** The whole text of each kind of step on the spans around a span, and on its order and number. */
class RelationMessageTest {

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
}
