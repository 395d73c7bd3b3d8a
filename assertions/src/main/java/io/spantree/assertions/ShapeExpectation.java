package io.spantree.assertions;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.model.Finding;
import io.spantree.model.Recording;
import io.spantree.outline.Multiplicity;
import io.spantree.outline.Outline;
import io.spantree.outline.SpanLine;
import io.spantree.outline.TraceOutline;
import io.spantree.report.AssertionText;
import io.spantree.report.Report;
import java.util.List;
import java.util.stream.Stream;

/** A recording is expected to look like an outline. */
record ShapeExpectation(Outline outline, Mode mode) implements TraceExpectation {

  /** Only what the outline describes need be there, so it must ask for something. */
  static ShapeExpectation open(Outline outline) {
    if (!Comparison.canFail(outline, Mode.OPEN)) {
      throw new IllegalArgumentException(
          outline.spanCount() == 0 ? AssertionText.shapeOfNothing() : AssertionText.shapeOfAll());
    }
    return new ShapeExpectation(outline, Mode.OPEN);
  }

  /** All that is there must be described; an empty outline says that nothing was recorded. */
  static ShapeExpectation closed(Outline outline) {
    if (!Comparison.canFail(outline, Mode.CLOSED)) {
      throw new IllegalArgumentException(AssertionText.shapeOfAnything());
    }
    return new ShapeExpectation(outline, Mode.CLOSED);
  }

  @Override
  public Verdict verify(Recording recording) {
    Comparison comparison = Comparison.of(outline, recording, mode);
    if (!comparison.matches()) {
      return mismatched(comparison);
    }
    List<Finding> unsettled = forbids() ? unsettled(recording) : List.of();
    return unsettled.isEmpty()
        ? new Verdict.Matched()
        : mismatched(Comparison.ofFindings(recording, unsettled));
  }

  private Verdict mismatched(Comparison comparison) {
    String headline = AssertionText.notShape(mode == Mode.CLOSED);
    String text = Report.of(headline, comparison, List.of());
    return new Verdict.Mismatched(comparison.findings(), text);
  }

  private boolean forbids() {
    return mode == Mode.CLOSED
        || outline.traces().stream()
            .flatMap(ShapeExpectation::counts)
            .anyMatch(
                count -> !count.equals(Multiplicity.ONCE) && count.most() < Multiplicity.UNBOUNDED);
  }

  private static Stream<Multiplicity> counts(TraceOutline trace) {
    return Stream.concat(
        Stream.of(trace.multiplicity()), trace.spans().stream().map(SpanLine::multiplicity));
  }

  /** An exact shape says itself which spans are open. */
  private List<Finding> unsettled(Recording recording) {
    return Unsettled.in(recording).stream()
        .filter(finding ->
            mode == Mode.OPEN || finding.span() == null || !finding.span().isOpen())
        .toList();
  }
}
