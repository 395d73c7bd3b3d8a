package io.spantree.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.spantree.capture.SpanCapture;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a recording whatever it was meant to be, and what is allowed. */
class ChecksTest {
  private static final Set<FindingKind> PARENT_ENDED = Set.of(FindingKind.PARENT_ENDED);

  private static List<FindingKind> found(Recording recording, Set<FindingKind> requested) {
    return new Checks(requested, List.of())
        .of(recording).findings().stream().map(finding -> finding.kind()).toList();
  }

  private static Span start(Tracer tracer, String name, SpanKind kind, Context parent) {
    return tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan();
  }

  /** A child that begins when its parent has ended, under the parent of that. */
  private static Recording late(String ignored, SpanKind above, SpanKind parent, SpanKind child) {
    try (SpanCapture capture = SpanCapture.builder().ignore(ignored).start()) {
      Tracer tracer = capture.openTelemetry().getTracer("orders");
      Span top = start(tracer, "top", above, Context.current());
      Context within = Context.current().with(top);
      Span middle = start(tracer, "middle", parent, within);
      middle.end();
      start(tracer, "late", child, within.with(middle)).end();
      top.end();
      return capture.completeRecording();
    }
  }

  @ParameterizedTest
  @CsvSource({"INTERNAL, INTERNAL, 1", "INTERNAL, CONSUMER, 0", "PRODUCER, CLIENT, 0"})
  void a_span_may_begin_after_its_parent_where_messages_are_consumed(
      SpanKind parent, SpanKind child, int findings) {
    Recording recording = late("nothing", SpanKind.INTERNAL, parent, child);

    assertThat(found(recording, PARENT_ENDED)).hasSize(findings);
    assertThat(found(recording, Set.of())).isEmpty();
  }

  @Test
  void a_parent_that_is_not_shown_may_have_been_a_producer() {
    Recording recording = late("middle", SpanKind.INTERNAL, SpanKind.PRODUCER, SpanKind.INTERNAL);

    assertThat(found(recording, PARENT_ENDED)).isEmpty();
  }

  @Test
  void every_exception_that_covers_a_finding_was_needed() {
    Allowance exact = new Allowance(FindingKind.OPEN_SPAN, "first\nsecond", "it never ends");
    Allowance glob = new Allowance(FindingKind.OPEN_SPAN, "f*d", "none of them ends");
    Allowance other = new Allowance(FindingKind.OPEN_SPAN, "f*e", "none of them ends");
    try (SpanCapture capture = SpanCapture.builder().await(Duration.ZERO).start()) {
      capture.openTelemetry().getTracer("orders").spanBuilder("first\nsecond").startSpan();

      Checks.Result result =
          new Checks(Set.of(), List.of(exact, glob, other)).of(capture.completeRecording());

      assertThat(result.findings()).isEmpty();
      assertThat(result.used()).containsExactlyInAnyOrder(exact, glob);
    }
  }
}
