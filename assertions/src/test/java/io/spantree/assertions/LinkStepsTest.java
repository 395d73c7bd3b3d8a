package io.spantree.assertions;

import static io.spantree.assertions.Recorded.byExporter;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.spantree.model.Recording;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Links, by the span that they point to and never by its id. */
class LinkStepsTest {

  @Test
  void knows_the_target_by_name_and_by_its_steps() {
    byExporter(LinkStepsTest::batch)
        .hasSpan("process")
        .withLinkTo("publish")
        .withLinkTo(target -> target.withKind(SpanKind.PRODUCER).withAttr("id", 2))
        .once();
  }

  @Test
  void follows_a_link_out_of_the_trace_that_is_judged() {
    Judged traces = Judged.traces(Recording.of(Recorded.exported(LinkStepsTest::batch)));

    new TraceAssert(traces).ofRoot("process").hasSpan("process").withLinkTo("publish");
  }

  @Test
  void fails_when_there_is_no_link() {
    assertThat(findings(trace -> trace.hasSpan("publish").withLinkTo("process")))
        .containsExactly("LINK_MISSING publish link", "LINK_MISSING publish link");
  }

  @Test
  void fails_when_the_link_points_elsewhere() {
    assertThat(findings(trace -> trace.hasSpan("process").withLinkTo("process")))
        .containsExactly("LINK_TARGET process link");
    assertThat(findings(trace -> trace
            .hasSpan("process")
            .withLinkTo(target -> target.withKind(SpanKind.PRODUCER).withAttr("id", 3))))
        .containsExactly("LINK_TARGET process link", "ATTRIBUTE_VALUE publish id");
  }

  @Test
  void fails_when_the_link_points_out_of_the_recording() {
    Consumer<Orders> external = orders -> orders
        .tracer()
        .spanBuilder("process")
        .addLink(SpanContext.create(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getSampled(),
            TraceState.getDefault()))
        .startSpan()
        .end();

    assertThat(Recorded.findings(external, trace -> trace.hasSpan("process").withLinkTo("publish")))
        .singleElement()
        .satisfies(finding -> assertThat(finding.actual())
            .extracting(actual -> actual.notation())
            .isEqualTo("<external>"));
  }

  private static List<String> findings(Consumer<TraceAssert> assertion) {
    return Recorded.findings(
            Judged.traces(Recording.of(Recorded.exported(LinkStepsTest::batch))), assertion)
        .stream()
        .map(Recorded::brief)
        .toList();
  }

  private static void batch(Orders orders) {
    Span first = publish(orders, 1);
    Span second = publish(orders, 2);
    orders
        .tracer()
        .spanBuilder("process")
        .setNoParent()
        .addLink(first.getSpanContext())
        .addLink(second.getSpanContext())
        .startSpan()
        .end();
  }

  private static Span publish(Orders orders, int id) {
    Span span = orders
        .tracer()
        .spanBuilder("publish")
        .setSpanKind(SpanKind.PRODUCER)
        .setAttribute("id", id)
        .startSpan();
    span.end();
    return span;
  }
}
