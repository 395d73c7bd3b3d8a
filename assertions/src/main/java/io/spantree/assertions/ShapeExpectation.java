package io.spantree.assertions;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import io.spantree.report.AssertionText;
import io.spantree.report.Report;
import java.util.List;

/** A recording is expected to look like an outline. */
record ShapeExpectation(Outline outline, Mode mode) implements TraceExpectation {

  /** Only what the outline describes need be there, so it must describe something. */
  static ShapeExpectation open(Outline outline) {
    if (outline.spanCount() == 0) {
      throw new IllegalArgumentException(AssertionText.shapeOfNothing());
    }
    return new ShapeExpectation(outline, Mode.OPEN);
  }

  /** All that is there must be described; an empty outline says that nothing was recorded. */
  static ShapeExpectation closed(Outline outline) {
    if (outline.spanCount() == 0 && outline.moreTraces()) {
      throw new IllegalArgumentException(AssertionText.shapeOfAnything());
    }
    return new ShapeExpectation(outline, Mode.CLOSED);
  }

  @Override
  public Verdict verify(Recording recording) {
    Comparison comparison = Comparison.of(outline, recording, mode);
    if (comparison.matches()) {
      return new Verdict.Matched();
    }
    String headline = AssertionText.notShape(mode == Mode.CLOSED);
    String text = Report.of(headline, comparison, List.of());
    return new Verdict.Mismatched(comparison.findings(), text);
  }
}
