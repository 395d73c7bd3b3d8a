package io.spantree.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.spantree.capture.SpanCapture;
import io.spantree.compare.Comparison;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.report.Report;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SameCauseTest {

  private interface Work {
    void with(Tracer tracer) throws Exception;
  }

  private static Recording record(Work work) throws Exception {
    try (SpanCapture capture = SpanCapture.start()) {
      work.with(capture.openTelemetry().getTracer("test"));
      return capture.completeRecording();
    }
  }

  private static List<Finding> judge(Recording recording, Allowance... allowances) {
    return new Checks(Set.of(), List.of(allowances)).of(recording).findings();
  }

  private static void onNewThread(Runnable work) throws Exception {
    Thread thread = new Thread(work, "other");
    thread.start();
    thread.join();
  }

  private static void review(Tracer tracer) {
    tracer.spanBuilder("review").startSpan().end();
  }

  @Test
  void is_one_finding_however_many_threads_run_the_same_line() throws Exception {
    List<Finding> findings = judge(record(tracer -> {
      for (int i = 0; i < 10; i++) {
        onNewThread(() -> review(tracer));
      }
    }));
    assertThat(findings).extracting(Finding::kind).containsExactly(FindingKind.LOST_CONTEXT);
    assertThat(findings.get(0).alike()).hasSize(9).doesNotContainNull();
  }

  @Test
  void is_not_shared_by_different_lines_names_or_kinds() throws Exception {
    List<Finding> findings = judge(record(tracer -> {
      onNewThread(() -> tracer.spanBuilder("review").startSpan());
      onNewThread(() -> review(tracer));
      for (String name : List.of("apply", "audit")) {
        onNewThread(() -> tracer.spanBuilder(name).startSpan().end());
      }
    }));
    assertThat(findings)
        .extracting(finding -> finding.kind() + " " + finding.path())
        .containsExactly(
            "LOST_CONTEXT review",
            "LOST_CONTEXT review",
            "LOST_CONTEXT apply",
            "LOST_CONTEXT audit",
            "OPEN_SPAN review");
  }

  @Test
  void holds_for_scopes_that_a_loop_leaves_open() throws Exception {
    List<Finding> findings = judge(record(tracer -> {
      for (int i = 0; i < 3; i++) {
        leak(tracer);
      }
    }));
    assertThat(findings).extracting(Finding::kind).containsExactly(FindingKind.SCOPE_LEAK);
    assertThat(findings.get(0).alike()).hasSize(2);
  }

  @SuppressWarnings("MustBeClosedChecker") // that is the fault
  private static void leak(Tracer tracer) {
    Span span = tracer.spanBuilder("review").startSpan();
    span.makeCurrent();
    span.end();
  }

  @Test
  void leaves_out_what_is_allowed() throws Exception {
    Recording recording = record(tracer -> {
      onNewThread(() -> review(tracer));
      onNewThread(() -> review(tracer));
    });
    Allowance allowance = new Allowance(FindingKind.LOST_CONTEXT, "review", "a scheduler's job");
    assertThat(judge(recording, allowance)).isEmpty();
  }

  @Test
  void shows_all_that_came_after_the_end_of_a_span() throws Exception {
    Recording recording = record(tracer -> {
      for (int i = 0; i < 4; i++) {
        writeTooLate(tracer, i);
      }
    });
    String text = Report.of(
        "Instrumentation checks failed",
        Comparison.ofFindings(recording, judge(recording)),
        List.of());
    String here = "io.spantree.check.SameCauseTest.writeTooLate(SameCauseTest.java:";
    assertThat(text.replaceAll(":\\d+\\)", ":)"))
        .isEqualTo("""
            Instrumentation checks failed: 1 finding

              WRITE AFTER END  apply > review: setAttribute() and addEvent() came after its end and were ignored
                               called on main at %1$s), called on main at %1$s)
                               the span was started on main at %1$s)
                               Does it belong before span.end()?
                               … and 3 more like this one

                span apply
              ~ span > review                           # write after end
                span apply
              ~ span > review                           # write after end
                span apply
              ~ span > review                           # write after end
                span apply
              ~ span > review                           # write after end""".formatted(here).replace("main", Thread.currentThread().getName()));
  }

  private static void writeTooLate(Tracer tracer, int number) {
    Span apply = tracer.spanBuilder("apply").startSpan();
    try (Scope scope = apply.makeCurrent()) {
      Span review = tracer.spanBuilder("review").startSpan();
      review.end();
      for (int i = 0; i <= number; i++) {
        review.setAttribute("coins", i);
      }
      review.addEvent("queued");
    } finally {
      apply.end();
    }
  }

  /** Of so many not all have a line. */
  @Test
  void is_found_among_many() throws Exception {
    List<Finding> findings = judge(record(tracer -> onNewThread(() -> {
      for (int i = 0; i < 10_100; i++) {
        review(tracer);
      }
    })));
    assertThat(findings).extracting(finding -> finding.alike().size()).containsExactly(9_999, 99);
  }

  @Test
  void is_not_shared_by_a_span_and_a_part_of_it() throws Exception {
    AttributesBuilder many = Attributes.builder();
    for (int i = 0; i < 129; i++) {
      many.put("key." + i, i);
    }
    List<Finding> findings = judge(record(tracer -> tracer
        .spanBuilder("review")
        .setAllAttributes(many.build())
        .startSpan()
        .addEvent("queued", many.build())
        .end()));
    assertThat(findings)
        .extracting(finding -> finding.kind() + " " + finding.part().owner())
        .containsExactly("DROPPED_BY_LIMIT null", "DROPPED_BY_LIMIT event queued");
  }

  @Test
  void stands_for_all_writes_on_all_spans_of_one_line() throws Exception {
    List<Finding> findings = judge(record(tracer -> {
      for (int i = 0; i < 3; i++) {
        Span span = tracer.spanBuilder("review").startSpan();
        span.end();
        span.setAttribute("a", 1);
        span.addEvent("b");
      }
    }));
    assertThat(findings).extracting(Finding::kind).containsExactly(FindingKind.WRITE_AFTER_END);
    assertThat(findings.get(0).alike()).hasSize(5);
  }
}
