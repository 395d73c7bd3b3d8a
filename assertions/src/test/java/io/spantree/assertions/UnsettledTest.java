package io.spantree.assertions;

import static io.spantree.assertions.Recorded.brief;
import static io.spantree.assertions.Recorded.failure;
import static io.spantree.assertions.TraceAssertions.assertTrace;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.spantree.capture.SpanCapture;
import io.spantree.capture.SpanCaptureBuilder;
import io.spantree.model.Phase;
import io.spantree.model.Recording;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not there may still come while spans are open: nothing is forbidden by impatience. */
class UnsettledTest {

  /** An assertion, named by its method. */
  record Case(String name, Consumer<TraceAssert> assertion) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> forbidding() {
    return Stream.of(
        new Case("hasNoSpan", trace -> trace.hasNoSpan("a")),
        new Case("hasNoSpan like", trace -> trace.hasNoSpan("ship", span -> span.withAttr("b"))),
        new Case("hasNoErrors", TraceAssert::hasNoErrors),
        new Case("hasSpanCount", trace -> trace.hasSpanCount(2)),
        new Case("hasSpanCountAtMost", trace -> trace.hasSpanCountAtMost(2)),
        new Case("allSpans", trace -> trace.allSpans(span -> span.withoutAttr("b"))),
        new Case("thenNoSpan", trace -> trace.whenSpan("apply").thenNoSpan("a")),
        new Case("once", trace -> trace.hasSpan("apply").once()),
        new Case("times", trace -> trace.hasSpan("ship").times(1)),
        new Case("atMost", trace -> trace.hasSpan("apply").atMost(3)),
        new Case("withoutAttr", trace -> trace.hasSpan("ship").withoutAttr("b")),
        new Case("withOnlyAttrs", trace -> trace.hasSpan("ship").withOnlyAttrs()),
        new Case("withoutEvent", trace -> trace.hasSpan("ship").withoutEvent("b")),
        new Case("withoutChildren", trace -> trace.hasSpan("ship").withoutChildren()),
        new Case("withChildren", trace -> trace.hasSpan("apply").withChildren("ship")),
        new Case("childOf", trace -> trace.hasSpan("ship").childOf(span -> span.withoutAttr("b"))),
        new Case(
            "descendantOf",
            trace -> trace.hasSpan("ship").descendantOf(span -> span.withoutAttr("b"))),
        new Case(
            "withChild", trace -> trace.hasSpan("apply").withChild(span -> span.withoutAttr("b"))),
        new Case(
            "childOf withChild",
            trace -> trace
                .hasSpan("ship")
                .childOf(span -> span.withChild(child -> child.withoutAttr("b")))),
        new Case("startedAfter", trace -> trace.hasSpan("ship").startedAfter("apply")),
        new Case("shape of traces", trace -> trace.hasShape("trace one x1..2\nspan apply\n")),
        new Case("shape with x0", trace -> trace.hasShape("span apply\nspan > a x0\n")),
        new Case("shape with x1..3", trace -> trace.hasShape("span apply\nspan > ship x1..3\n")));
  }

  static Stream<Case> demanding() {
    return Stream.of(
        new Case("hasSpan", trace -> trace.hasSpan("apply")),
        new Case("atLeast", trace -> trace.hasSpan("apply").atLeast(1)),
        new Case("isRoot", trace -> trace.hasSpan("apply").isRoot()),
        new Case("childOf", trace -> trace.hasSpan("ship").childOf("apply")),
        new Case(
            "childOf a span like",
            trace -> trace.hasSpan("ship").childOf(span -> span.withKind(SpanKind.INTERNAL))),
        new Case("startedBefore", trace -> trace.hasSpan("apply").startedBefore("ship")),
        new Case("shape of a trace", trace -> trace.hasShape("trace one x1..\nspan apply\n")),
        new Case("whenSpan", trace -> trace.whenSpan("apply")),
        new Case("shape", trace -> trace.hasShape("span apply\nspan > ship x1..\n")),
        new Case("exact shape", trace -> trace.hasExactShape("span apply\nspan > ship open\n")));
  }

  private static SpanCaptureBuilder impatient() {
    return SpanCapture.builder().await(Duration.ofMillis(1));
  }

  private static Tracer tracer(SpanCapture capture) {
    return capture.openTelemetry().getTracer("orders");
  }

  /** The recording in which {@code apply > ship} was still open when the wait was over. */
  private static Recording shipping(SpanCaptureBuilder builder) {
    try (SpanCapture capture = builder.start()) {
      Span apply = tracer(capture).spanBuilder("apply").startSpan();
      try (Scope scope = apply.makeCurrent()) {
        tracer(capture).spanBuilder("ship").startSpan();
      }
      apply.end();
      return capture.awaitBody();
    }
  }

  private static List<String> findings(Recording recording, Consumer<TraceAssert> assertion) {
    return Recorded.findings(Judged.trace(recording), assertion).stream()
        .map(finding -> brief(finding))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("forbidding")
  void what_forbids_fails_while_a_span_is_open(Case forbidding) {
    assertThat(failure(() -> forbidding.assertion().accept(assertTrace(shipping(impatient())))))
        .contains(": 1 finding\n\n  OPEN SPAN  apply > ship was still open after 1 ms");
  }

  @ParameterizedTest
  @MethodSource("demanding")
  void what_demands_holds_of_what_is_there(Case demanding) {
    demanding.assertion().accept(assertTrace(shipping(impatient())));
  }

  @Test
  void a_link_forbids_what_is_forbidden_of_its_target() {
    try (SpanCapture capture = impatient().start()) {
      Span order = tracer(capture).spanBuilder("order").startSpan();
      tracer(capture)
          .spanBuilder("ship")
          .addLink(order.getSpanContext())
          .startSpan()
          .end();

      SpanAssert ship = assertTrace().hasSpan("ship");
      assertThat(ship.withLinkTo("order")
              .withLinkTo(span -> span.withKind(SpanKind.INTERNAL))
              .and())
          .isNotNull();
      assertThat(failure(() -> ship.withLinkTo(span -> span.withoutAttr("b"))))
          .contains("OPEN SPAN  order was still open");
    }
  }

  @Test
  void says_what_was_open_where_it_began_and_what_to_do() {
    assertThat(failure(() -> assertTrace(shipping(impatient())).hasNoSpan("a"))
            .replaceAll("UnsettledTest\\.java:\\d+", "UnsettledTest.java:1"))
        .isEqualTo("""
            Expected no span a: 1 finding

              OPEN SPAN  apply > ship was still open after 1 ms, so more may come
                         started on main at io.spantree.assertions.UnsettledTest.shipping(UnsettledTest.java:1)
                         End it before you forbid something, or wait longer: @TraceTest(await = "10 s").
                         Is it meant to go on? @Allow(kind = FindingKind.OPEN_SPAN, span = "ship", reason = "…"),
                         or without JUnit SpanCapture.builder().mayGoOn("ship").
                         What is there by now alone: assertTrace(capture.body()).

                span apply
              ~ span > ship open                        # still open after 1 ms

              Waited 1 ms in vain for 1 open span to end:
              - apply > ship, started on main at io.spantree.assertions.UnsettledTest.shipping(UnsettledTest.java:1)""");
  }

  @Test
  void what_is_found_is_told_instead() {
    assertThat(findings(shipping(impatient()), trace -> trace.hasNoSpan("apply")))
        .containsExactly("UNEXPECTED apply");
  }

  @Test
  void fails_also_while_threads_go_on_without_an_open_span() {
    assertThat(failure(() -> assertTrace(polling()).hasNoSpan("a"))
            .replaceAll("UnsettledTest\\.java:\\d+", "UnsettledTest.java:1"))
        .isEqualTo("""
            Expected no span a: 1 finding

              OPEN SPAN  poll was still followed by others after 2 s, so more may come
                         started on main at io.spantree.assertions.UnsettledTest.polling(UnsettledTest.java:1)
                         Stop the thread that begins it, or wait until it is done, before you forbid something.
                         Is it meant to go on? @Allow(kind = FindingKind.OPEN_SPAN, span = "poll", reason = "…"),
                         or without JUnit SpanCapture.builder().mayGoOn("poll").
                         What is there by now alone: assertTrace(capture.body()).

              ~ span poll                               # still followed by others after 2 s

              Waited 2 s in vain for other threads to come to rest: they went on to begin or end spans.""");
    assertThat(failure(() -> assertTrace(polling()).hasExactShape("span poll")))
        .startsWith("Trace differs from the exact shape: 1 finding\n\n  OPEN SPAN  poll was still");
  }

  private static Recording polling() {
    try (SpanCapture capture = impatient().start()) {
      tracer(capture).spanBuilder("poll").setNoParent().startSpan().end();
      Recording all = capture.recording();
      return all.gaveUpAfter(Duration.ofSeconds(2), List.of(), all.spans());
    }
  }

  @Test
  void one_place_is_one_finding() {
    try (SpanCapture capture = impatient().start()) {
      for (int i = 0; i < 10; i++) {
        tracer(capture).spanBuilder("poll").setNoParent().startSpan();
      }
      assertThat(findings(capture.awaitBody(), trace -> trace.hasNoSpan("a")))
          .filteredOn(finding -> finding.startsWith("OPEN_SPAN"))
          .containsExactly("OPEN_SPAN poll");
    }
  }

  @Test
  void another_trace_forbids_nothing_less() {
    try (SpanCapture capture = impatient().start()) {
      tracer(capture).spanBuilder("apply").startSpan().end();
      tracer(capture).spanBuilder("poll").setNoParent().startSpan();

      assertTrace("apply").hasNoSpan("a");
      assertThat(failure(() -> assertTrace("poll").hasNoSpan("a"))).contains("OPEN SPAN  poll");
    }
  }

  @Test
  void what_may_go_on_is_no_reason_to_fail_nor_is_what_is_below_it() {
    assertTrace(shipping(impatient().mayGoOn("ship"))).hasNoSpan("a");
    assertTrace(shipping(impatient().mayGoOn("app*"))).hasNoSpan("a");
    assertThat(failure(() -> assertTrace(shipping(impatient().mayGoOn("shi"))).hasNoSpan("a")))
        .contains("OPEN SPAN  apply > ship");
  }

  @Test
  void noise_and_spans_of_fixtures_are_no_reason_to_fail() {
    assertTrace(shipping(impatient().ignore("ship"))).hasNoSpan("a");
    try (SpanCapture capture = impatient().start()) {
      capture.enter(Phase.FIXTURE);
      tracer(capture).spanBuilder("container").startSpan();
      capture.enter(Phase.BODY);
      tracer(capture).spanBuilder("apply").startSpan().end();

      assertTrace().hasNoSpan("a");
    }
  }

  @Test
  void the_span_in_which_the_caller_stands_is_no_reason_to_fail() {
    try (SpanCapture capture = impatient().start()) {
      Span apply = tracer(capture).spanBuilder("apply").startSpan();
      try (Scope scope = apply.makeCurrent()) {
        assertTrace().hasNoSpan("a").hasSpan("apply").once();
      }
      apply.end();
    }
  }

  @Test
  void what_is_there_by_now_is_judged_where_nobody_waited() {
    try (SpanCapture capture = impatient().start()) {
      tracer(capture).spanBuilder("apply").startSpan();

      assertTrace(capture.body()).hasNoSpan("a");
    }
  }
}
