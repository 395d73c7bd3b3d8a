package io.spantree.assertions;

import static io.spantree.assertions.Recorded.byCapture;
import static io.spantree.assertions.Recorded.byExporter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.spantree.model.Recording;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is asked of a trace as a whole. */
class TraceStepsTest {
  private static final IllegalStateException THROWN = new IllegalStateException("no funds");

  @Test
  void forbids_a_span_with_certain_attributes() {
    byExporter(Orders::place)
        .hasNoSpan("reserve stock", span -> span.withAttr("app.sku", "C-3"))
        .hasNoSpan("charge card", span -> span.withStatus(StatusCode.OK));

    assertThat(placed(trace -> trace.hasNoSpan("reserve stock", s -> s.withAttr("app.sku", "B-7"))))
        .containsExactly("UNEXPECTED reserve stock");
  }

  @Test
  void counts_the_spans() {
    byExporter(Orders::place).hasSpanCount(6).hasSpanCountAtMost(6).hasSpanCountAtMost(60);
    byExporter(orders -> {}).hasSpanCount(0).hasSpanCountAtMost(0);

    assertThat(placed(trace -> trace.hasSpanCount(5))).containsExactly("COUNT");
    assertThat(placed(trace -> trace.hasSpanCount(7))).containsExactly("COUNT");
    assertThat(placed(trace -> trace.hasSpanCountAtMost(5))).containsExactly("COUNT");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> byExporter(Orders::place).hasSpanCount(-1))
        .withMessage("no recording has -1 spans");
  }

  @Test
  void knows_that_no_span_failed() {
    byExporter(Orders::audit).hasNoErrors();

    assertThat(placed(TraceAssert::hasNoErrors)).containsExactly("STATUS charge card");
  }

  @Test
  void knows_that_the_trace_failed_with_an_exception() {
    byExporter(orders -> fail(orders, true, true)).failedWith(THROWN);
    byExporter(orders -> fail(orders, true, true))
        .failedWith(new IllegalStateException("no funds"));
  }

  @Test
  void fails_where_the_path_to_the_root_did_not_fail() {
    assertThat(failed(true, false, THROWN)).containsExactly("STATUS order");
    assertThat(failed(false, true, THROWN)).containsExactly("STATUS pay");
  }

  @Test
  void fails_on_another_exception_and_where_none_was_recorded() {
    assertThat(failed(true, true, new IllegalStateException("expired")))
        .containsExactly("ATTRIBUTE_VALUE pay event exception exception.message");
    assertThat(Recorded.findings(Orders::audit, trace -> trace.failedWith(THROWN)))
        .extracting(Recorded::brief)
        .containsExactly("STATUS audit", "EVENT_MISSING audit event exception");
  }

  @Test
  void does_not_take_a_lost_span_for_the_root() {
    Consumer<Orders> lost = orders -> {
      Thread bare = new Thread(() -> {
        Span pay = orders.span("pay");
        pay.recordException(THROWN);
        pay.setStatus(StatusCode.ERROR).end();
      });
      bare.start();
      join(bare);
    };

    assertThat(Recorded.captured(lost, trace -> trace.failedWith(THROWN)))
        .extracting(Recorded::brief)
        .containsExactly("LOST_CONTEXT pay");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> failed(boolean pay, boolean order, Throwable expected) {
    return Recorded.findings(
            orders -> fail(orders, pay, order), trace -> trace.failedWith(expected))
        .stream()
        .map(Recorded::brief)
        .toList();
  }

  private static void fail(Orders orders, boolean payFails, boolean orderFails) {
    Span order = orders.span("order");
    orders.within(order, () -> {
      Span pay = orders.span("pay");
      pay.recordException(THROWN);
      if (payFails) {
        pay.setStatus(StatusCode.ERROR);
      }
      pay.end();
      if (orderFails) {
        order.setStatus(StatusCode.ERROR);
      }
    });
  }

  @Test
  void asks_the_same_of_all_spans() {
    byExporter(Orders::place).allSpans(span -> span.withScope("orders").withoutAttr("password"));

    assertThat(placed(trace -> trace.allSpans(span -> span.withoutAttr("app.sku"))))
        .containsExactly(
            "ATTRIBUTE_UNEXPECTED reserve stock app.sku",
            "ATTRIBUTE_UNEXPECTED reserve stock app.sku");
  }

  @Test
  void forbids_a_span_where_another_one_is() {
    Consumer<Orders> program = orders -> {
      orders.within(
          "GET user", () -> orders.span("cache").setAttribute("hit", true).end());
      orders.within("GET user", () -> {
        orders.span("cache").setAttribute("hit", false).end();
        orders.span("SELECT user").setAttribute("rows", 1).end();
      });
    };
    Recording recording = Recording.of(Recorded.exported(program));
    TraceAssert traces = new TraceAssert(Judged.traces(recording));

    assertThat(traces
            .whenSpan("cache", span -> span.withAttr("hit", true))
            .thenNoSpan("SELECT user")
            .whenSpan("GET user")
            .thenNoSpan("SELECT user", span -> span.withAttr("rows", 2)))
        .isSameAs(traces);
    assertThat(Recorded.findings(
            Judged.traces(recording),
            trace -> trace
                .whenSpan("cache", span -> span.withAttr("hit", false))
                .thenNoSpan("SELECT user")))
        .extracting(Recorded::brief)
        .containsExactly("UNEXPECTED SELECT user");
  }

  @Test
  void does_not_forbid_the_very_span_of_the_condition() {
    byExporter(orders -> orders.chain(List.of("lock"))).whenSpan("lock").thenNoSpan("lock");

    assertThat(Recorded.findings(
            orders -> orders.chain(List.of("lock", "lock")),
            trace -> trace.whenSpan("lock", span -> span.isRoot()).thenNoSpan("lock")))
        .extracting(Recorded::brief)
        .containsExactly("UNEXPECTED lock");
    assertThat(Recorded.findings(
            orders -> orders.chain(List.of("lock", "lock")),
            trace -> trace.whenSpan("lock").thenNoSpan("lock")))
        .hasSize(2);
  }

  @Test
  void fails_when_no_span_meets_the_condition_of_a_rule() {
    assertThat(placed(trace -> trace.whenSpan("refund"))).containsExactly("MISSING refund");
    assertThat(placed(trace -> trace.whenSpan("charge card", s -> s.withKind(SpanKind.CLIENT))))
        .containsExactly("KIND charge card");
  }

  @Test
  void finds_a_lost_span_of_another_trace() {
    byCapture(Orders::review).hasNoSpan("fraud.review", span -> span.childOf("POST /orders"));
  }

  private static List<String> placed(Consumer<TraceAssert> assertion) {
    return Recorded.findings(Orders::place, assertion).stream()
        .map(Recorded::brief)
        .toList();
  }
}
