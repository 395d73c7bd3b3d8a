package io.spantree.assertions;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import io.spantree.report.Report;
import java.util.List;

/** A recording is expected to look like an outline. */
record ShapeExpectation(Outline outline, Mode mode) implements TraceExpectation {

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
        comparison.findings(), Report.of(headline, comparison, List.of()));
  }
}
