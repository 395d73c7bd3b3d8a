package io.spantree.assertions;

import static io.spantree.assertions.Examples.message;
import static io.spantree.assertions.Examples.orders;
import static io.spantree.assertions.Examples.place;
import static io.spantree.assertions.Recorded.byExporter;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import org.junit.jupiter.api.Test;

/** The whole text of each kind of step on a trace, and of those that forbid. */
class TraceMessageTest {

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
}
