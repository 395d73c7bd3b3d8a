package io.spantree.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.spantree.capture.SpanCapture;
import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.fixture.Recordings;
import io.spantree.model.Dispatch;
import io.spantree.model.Evidence;
import io.spantree.model.RecordedSpan;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausesTest {
  private static final String NESTED = """
      span root
      span > outer
      span >> inner
      """;

  private static final String NOT_CURRENT =
      "What belongs to it must run within try (Scope scope = span.makeCurrent()) { … }.";

  private static String report(String expected, Recording recording) {
    Comparison comparison = Comparison.of(Outline.parse(expected), recording, Mode.OPEN);
    return Report.of("Trace differs", comparison, List.of());
  }

  private static Recording recorded(Consumer<Tracer> below) {
    try (SpanCapture capture = SpanCapture.start()) {
      Tracer tracer = capture.openTelemetry().getTracer("test");
      Span root = tracer.spanBuilder("root").startSpan();
      try (Scope scope = root.makeCurrent()) {
        below.accept(tracer);
      }
      root.end();
      return capture.recording();
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      EXECUTOR      | Was the executor wrapped? Context.taskWrapping(executor) carries the context to its threads.
      PERIODIC_TASK | A periodic task has no caller. Is its span meant to be a root? setNoParent() says so.
      COMMON_POOL   | Was it a parallel stream, or a CompletableFuture without an executor? The common pool carries no/context; Context.current().wrapSupplier(…) does, or an executor from Context.taskWrapping(…).
      TIMER         | A Timer carries no context: let its task run Context.current().wrap(…), made where it is scheduled.
      THREAD        | A thread begins without a context: start it with Context.current().wrap(task).
      UNKNOWN       | What brought it there? Context.current().wrap(task), or Context.taskWrapping(executor), carries the context.
      """)
  void says_of_a_lost_context_what_carries_it_there(Dispatch dispatch, String advice) {
    Recording lost = recorded("span apply\nspan review lost\n", dispatch);

    assertThat(report("span apply\nspan > review\n", lost))
        .contains("where no span was current.\n" + " ".repeat(16)
            + advice.replace("/", "\n" + " ".repeat(16)) + "\n");
  }

  /** The recording that the outline describes, its lost spans by that way. */
  private static Recording recorded(String outline, Dispatch dispatch) {
    List<RecordedSpan> spans = Recordings.spans(Outline.parse(outline)).stream()
        .map(span ->
            new RecordedSpan(span.data(), by(dispatch, Objects.requireNonNull(span.evidence()))))
        .toList();
    return Recording.ofRecorded(spans, null);
  }

  private static Evidence by(Dispatch dispatch, Evidence of) {
    return new Evidence(
        of.startSequence(),
        of.endSequence(),
        of.phase(),
        of.thread(),
        of.ancestry(),
        dispatch,
        of.parentEnded(),
        of.sites());
  }

  @Test
  void says_that_the_expected_parent_was_open_beside_a_moved_span_and_not_current() {
    Recording recording = recorded(tracer -> {
      Span outer = tracer.spanBuilder("outer").startSpan();
      tracer.spanBuilder("inner").startSpan().end();
      outer.end();
    });

    assertThat(report(NESTED, recording))
        .contains("MOVED", NOT_CURRENT)
        .containsPattern(
            "outer was open, and not current: started on main at .*CausesTest\\.java:");
  }

  @Test
  void shows_where_a_sibling_began_that_is_much_like_a_missing_span() {
    Recording recording = recorded(tracer -> {
      tracer.spanBuilder("parcel 16").startSpan().end();
      tracer.spanBuilder("invoice").startSpan().end();
    });

    assertThat(report("span root\nspan > \"parcel 16\"\nspan > \"parcel 17\"", recording))
        .contains("MISSING  \"root\" > \"parcel 17\"")
        .contains("its sibling \"parcel 16\" started on main at ")
        .doesNotContain("its sibling invoice");
  }

  @Test
  void shows_who_called_for_one_span_too_many() {
    Recording recording = recorded(tracer -> {
      label(tracer);
      label(tracer);
    });

    String report = report("span root\nspan > label", recording);

    assertThat(report).contains("COUNT  \"root\" > label: expected x1, was x2");
    assertThat(report.lines().filter(line -> line.contains("started on")))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(line -> line.contains(".label(CausesTest.java:")
            && line.contains(", called at " + CausesTest.class.getName() + ".lambda$"));
  }

  @Test
  void shows_where_the_child_began_that_came_too_early_and_not_one_whose_name_begins_alike() {
    Recording recording = Recordings.recorded("span root\nspan > pay\nspan > payout\nspan > mail");

    assertThat(report("span root ordered\nspan > pay\nspan > mail\nspan > payout", recording))
        .contains("its children began as pay, payout, mail; expected pay, mail, payout")
        .contains("its child payout started on ")
        .doesNotContain("its child pay started on ");
  }

  private static void label(Tracer tracer) {
    tracer.spanBuilder("label").startSpan().end();
  }

  @Test
  void does_not_blame_makeCurrent_when_the_expected_parent_had_ended() {
    Recording recording = recorded(tracer -> {
      tracer.spanBuilder("outer").startSpan().end();
      tracer.spanBuilder("inner").startSpan().end();
    });

    assertThat(report(NESTED, recording)).contains("MOVED").doesNotContain("not current");
  }

  @Test
  void does_not_blame_makeCurrent_when_the_expected_parent_began_later() {
    Recording recording = recorded(tracer -> {
      tracer.spanBuilder("inner").startSpan().end();
      tracer.spanBuilder("outer").startSpan().end();
    });

    assertThat(report(NESTED, recording)).contains("MOVED").doesNotContain("not current");
  }

  @Test
  void says_how_an_error_is_set_where_a_status_is_unset() {
    assertThat(report("span pay ERROR", Recordings.recorded("span pay")))
        .contains("STATUS  pay: expected ERROR, was UNSET")
        .contains("It is UNSET until the code sets it, even when an exception escapes:"
            + " span.setStatus(StatusCode.ERROR).");
    assertThat(report("span pay ERROR", Recordings.recorded("span pay OK")))
        .contains("STATUS  pay: expected ERROR, was OK")
        .doesNotContain("setStatus");
  }

  @Test
  void proposes_no_name_that_another_line_stands_for() {
    String expected = "span root\nspan > step1\nspan > step2";

    assertThat(report(expected, Recordings.recorded("span root\nspan > step1")))
        .contains("MISSING")
        .doesNotContain("Did you mean");
    assertThat(report(expected, Recordings.recorded("span root\nspan > step1\nspan >> step3")))
        .contains("Did you mean step3?");
  }
}
