package io.spantree.assertions;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import io.spantree.report.Report;

/** A recording is expected to look like an outline. */
record ShapeExpectation(Outline outline, Mode mode) implements TraceExpectation {

  /** Only what the outline describes need be there, so it must describe something. */
  static ShapeExpectation open(Outline outline) {
    if (outline.spanCount() == 0) {
      throw new IllegalArgumentException(
          "The shape describes no span, so every recording would have it;"
              + " to require that nothing was recorded, use hasExactShape(\"\")");
    }
    return new ShapeExpectation(outline, Mode.OPEN);
  }

  /** All that is there must be described; an empty outline says that nothing was recorded. */
  static ShapeExpectation closed(Outline outline) {
    if (outline.spanCount() == 0 && outline.moreTraces()) {
      throw new IllegalArgumentException(
          "The shape describes no span and allows any trace, so every recording would have it");
    }
    return new ShapeExpectation(outline, Mode.CLOSED);
  }

  @Override
  public Verdict verify(Recording recording) {
    Comparison comparison = Comparison.of(outline, recording, mode);
    if (comparison.matches()) {
      return new Verdict.Matched();
    }
    String headline = mode == Mode.CLOSED
        ? "Trace differs from the exact shape"
        : "Trace does not have the shape";
    return new Verdict.Mismatched(
        comparison.findings(), Report.of(headline, comparison, Advice.on(recording)));
  }
}
