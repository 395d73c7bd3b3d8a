package io.spantree.assertions;

import static io.spantree.assertions.Recorded.byExporter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.spantree.compare.Mode;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The one extension point. */
class MatchesTest {

  @Test
  void hands_the_recording_to_the_expectation() {
    Recording recording = Recording.of(Recorded.exported(Orders::audit));
    List<Recording> judged = new ArrayList<>();
    TraceExpectation expectation = actual -> {
      judged.add(actual);
      return new Verdict.Matched();
    };
    TraceAssert trace = TraceAssertions.assertTrace(recording);

    assertThat(trace.matches(expectation)).isSameAs(trace);
    assertThat(judged).singleElement().isSameAs(recording);
  }

  @Test
  void throws_the_error_that_the_expectation_makes() {
    AssertionError richer = new AssertionError("richer");
    TraceExpectation expectation =
        recording -> new Verdict.Mismatched(List.of(), "100% wrong", text -> {
          assertThat(text).isEqualTo("[the order] 100% wrong");
          return richer;
        });

    assertThat(catchThrowable(() -> byExporter(Orders::place).as("the order").matches(expectation)))
        .isSameAs(richer);
  }

  @Test
  void takes_a_lambda_that_returns_a_verdict() {
    byExporter(Orders::place).matches(recording -> new Verdict.Matched());

    assertThat(catchThrowable(() -> byExporter(Orders::place)
            .matches(recording -> new Verdict.Mismatched(List.of(), "one too many"))))
        .hasMessage("one too many");
  }

  @Test
  void can_be_asked_as_a_predicate() {
    Recording recording = Recording.of(Recorded.exported(Orders::place));

    assertThat(recording)
        .matches(new ShapeExpectation(Outline.parse("span \"POST /orders\"\n"), Mode.OPEN));
    assertThat(new ShapeExpectation(Outline.parse("span refund\n"), Mode.OPEN).test(recording))
        .isFalse();
  }

  @Test
  void leaves_the_predicate_of_assertj_usable() {
    byExporter(orders -> {}).matches(Recording::isEmpty);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> byExporter(Orders::place).matches(Recording::isEmpty));
  }

  @Test
  void gives_the_findings_of_a_shape_as_data() {
    Recording recording = Recording.of(Recorded.exported(Orders::place));
    Outline outline = Outline.parse("span refund\n");

    Verdict verdict = new ShapeExpectation(outline, Mode.OPEN).verify(recording);

    assertThat(verdict).isInstanceOf(Verdict.Mismatched.class);
    assertThat(((Verdict.Mismatched) verdict).findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.MISSING);
  }

  @Test
  void knows_no_mismatch_without_a_reason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Verdict.Mismatched(List.of(), " \n"))
        .withMessage("a mismatch must say why");
  }
}
