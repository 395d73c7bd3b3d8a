package io.spantree.golden;

import io.spantree.compare.ExpectedSpan;
import io.spantree.outline.Multiplicity;
import io.spantree.outline.SpanLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a merged golden with the lines below it.
 *
 * @param line the line; its depth and multiplicity say nothing
 * @param times how many of it there may be
 * @param origin the golden's line that it continues; null for what is new
 * @param below what hangs under it
 * @param shape the same number for all branches that are equal, their times left aside
 */
record Branch(
    SpanLine line,
    Multiplicity times,
    @Nullable ExpectedSpan origin,
    List<Branch> below,
    int shape) {

  Branch times(Multiplicity other) {
    return new Branch(line, other, origin, below, shape);
  }
}
