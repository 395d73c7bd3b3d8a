package io.spantree.assertions;

import static io.spantree.assertions.Recorded.brief;
import static io.spantree.assertions.Recorded.byCapture;
import static io.spantree.assertions.Recorded.byExporter;
import static io.spantree.assertions.Recorded.captured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The spans above, below and around a span. */
class RelationStepsTest {

  @Test
  void knows_a_parent_by_its_steps() {
    place()
        .hasSpan("SELECT stock")
        .childOf(span -> span.withAttr("app.sku", "B-7"))
        .once();
    place()
        .hasSpan("SELECT stock")
        .childOf(
            span -> span.withAttr("app.sku", "A-1").childOf(top -> top.withKind(SpanKind.SERVER)))
        .once();

    assertThat(placed(trace ->
            trace.hasSpan("charge card").childOf(parent -> parent.withKind(SpanKind.CLIENT))))
        .containsExactly("KIND POST /orders");
    assertThat(placed(trace ->
            trace.hasSpan("POST /orders").childOf(parent -> parent.withKind(SpanKind.CLIENT))))
        .containsExactly("NEW_ROOT POST /orders");
  }

  @Test
  void knows_an_ancestor_at_any_depth() {
    place().hasSpan("SELECT stock").descendantOf("POST /orders").times(2);
    place().hasSpan("SELECT stock").descendantOf("reserve stock").times(2);
    place()
        .hasSpan("SELECT stock")
        .descendantOf(span -> span.withKind(SpanKind.SERVER))
        .times(2);

    assertThat(placed(trace -> trace.hasSpan("charge card").descendantOf("reserve stock")))
        .containsExactly("MOVED charge card");
    assertThat(placed(trace -> trace.hasSpan("charge card").descendantOf("POST /order")))
        .containsExactly("MISSING POST /order", "MOVED charge card");
    assertThat(placed(trace -> trace.hasSpan("POST /orders").descendantOf("POST /orders")))
        .containsExactly("NEW_ROOT POST /orders");
    assertThat(placed(trace ->
            trace.hasSpan("charge card").descendantOf(span -> span.withKind(SpanKind.CLIENT))))
        .containsExactly("KIND POST /orders");
  }

  @Test
  void knows_a_child_by_name_and_by_its_steps() {
    place().hasSpan("POST /orders").withChild("charge card").once();
    place()
        .hasSpan("POST /orders")
        .withChild(span -> span.withStatus(StatusCode.ERROR).withEvent("card.declined"))
        .withChild(span -> span.withAttr("app.sku", "B-7").withChild("SELECT stock"))
        .once();
  }

  @Test
  void fails_on_a_missing_child() {
    assertThat(placed(trace -> trace.hasSpan("POST /orders").withChild("refund")))
        .containsExactly("MISSING refund");
    assertThat(placed(trace -> trace.hasSpan("charge card").withChild(any -> any.withAttr("a", 1))))
        .containsExactly("MISSING charge card");
  }

  @Test
  void fails_with_the_child_that_comes_nearest() {
    assertThat(placed(trace -> trace
            .hasSpan("POST /orders")
            .withChild(span -> span.withAttr("app.sku", "B-7").withAttr("app.quantity", 7))))
        .containsExactly("ATTRIBUTE_VALUE reserve stock app.quantity");
  }

  @Test
  void says_of_a_child_that_stands_elsewhere_where_it_stands() {
    assertThat(placed(trace -> trace.hasSpan("charge card").withChild("SELECT stock")))
        .containsExactly("MOVED SELECT stock", "MOVED SELECT stock");
    assertThat(captured(
            Orders::review, trace -> trace.hasSpan("POST /orders").withChild("fraud.review")))
        .extracting(Recorded::brief)
        .containsExactly("LOST_CONTEXT fraud.review");
  }

  @Test
  void knows_exactly_the_children_in_any_order() {
    place()
        .hasSpan("POST /orders")
        .withChildren("charge card", "reserve stock", "reserve stock")
        .once();
    place()
        .hasSpan("POST /orders")
        .withChildren(new String[] {"reserve stock", "charge card", "reserve stock"});

    assertThat(placed(trace ->
            trace.hasSpan("POST /orders").withChildren("charge card", "reserve stock", "refund")))
        .containsExactly("UNEXPECTED reserve stock", "MISSING refund");
    assertThat(placed(trace -> trace
            .hasSpan("POST /orders")
            .withChildren("charge card", "reserve stock", "reserve stock", "reserve stock")))
        .containsExactly("MISSING reserve stock");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> place().hasSpan("POST /orders").withChildren())
        .withMessage("withChildren() names no child; withoutChildren() says that there is none");
  }

  @Test
  void forbids_children_of_every_span_that_is_left() {
    place()
        .hasSpan("charge card")
        .withoutChildren()
        .and()
        .hasSpan("SELECT stock")
        .withoutChildren();

    assertThat(placed(trace -> trace.hasSpan("reserve stock").withoutChildren()))
        .containsExactly("UNEXPECTED SELECT stock", "UNEXPECTED SELECT stock");
    Consumer<Orders> oneHasChildren = orders -> orders.within("top", () -> {
      orders.within("a", () -> orders.span("b").end());
      orders.span("a").end();
    });
    assertThat(Recorded.findings(oneHasChildren, trace -> trace.hasSpan("a").withoutChildren()))
        .extracting(Recorded::brief)
        .containsExactly("UNEXPECTED b");
  }

  @Test
  void knows_a_root() {
    place().hasSpan("POST /orders").isRoot().once();
    byCapture(Orders::review).hasSpan("fraud.review").isRoot();

    assertThat(placed(trace -> trace.hasSpan("charge card").isRoot()))
        .containsExactly("MOVED charge card");
    assertThat(Recorded.findings(
            RelationStepsTest::receive, trace -> trace.hasSpan("receive").isRoot()))
        .extracting(Recorded::brief)
        .containsExactly("REMOTE_PARENT receive");
  }

  @Test
  void requires_a_root_of_every_span_that_is_left() {
    Consumer<Orders> twice = orders -> orders.chain(List.of("a", "a"));

    assertThat(Recorded.findings(twice, trace -> trace.hasSpan("a").isRoot()))
        .extracting(Recorded::brief)
        .containsExactly("MOVED a");
  }

  @Test
  void knows_a_remote_parent() {
    byExporter(RelationStepsTest::receive).hasSpan("receive").withRemoteParent().once();

    assertThat(placed(trace -> trace.hasSpan("POST /orders").withRemoteParent()))
        .containsExactly("REMOTE_PARENT POST /orders");
    assertThat(placed(trace -> trace.hasSpan("charge card").withRemoteParent()))
        .containsExactly("REMOTE_PARENT charge card");
  }

  @Test
  void knows_a_remote_parent_that_is_recorded_here() {
    byExporter(orders -> {
          var client = orders.span("client");
          SpanContext sent = client.getSpanContext();
          received(orders, sent.getTraceId(), sent.getSpanId());
          client.end();
        })
        .hasSpan("receive")
        .withRemoteParent()
        .childOf("client")
        .once();
  }

  @Test
  void knows_the_instrumentation_scope() {
    place().hasSpan("charge card").withScope("orders").once();

    assertThat(placed(trace -> trace.hasSpan("charge card").withScope("order")))
        .containsExactly("INSTRUMENTATION_SCOPE charge card");
  }

  private static void receive(Orders orders) {
    received(orders, "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331");
  }

  private static void received(Orders orders, String traceId, String spanId) {
    SpanContext remote = SpanContext.createFromRemoteParent(
        traceId, spanId, TraceFlags.getSampled(), TraceState.getDefault());
    orders
        .tracer()
        .spanBuilder("receive")
        .setParent(Context.root().with(io.opentelemetry.api.trace.Span.wrap(remote)))
        .startSpan()
        .end();
  }

  private static TraceAssert place() {
    return byExporter(Orders::place);
  }

  private static List<String> placed(Consumer<TraceAssert> assertion) {
    return Recorded.findings(Orders::place, assertion).stream()
        .map(finding -> brief(finding))
        .toList();
  }
}
