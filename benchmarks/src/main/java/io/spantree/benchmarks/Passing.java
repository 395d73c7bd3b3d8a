package io.spantree.benchmarks;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import java.util.List;

/** All names and parents of one trace, as expected, in any order. */
final class Passing {
  private static final int WIDTH = 10;

  private final List<SpanData> recorded;
  private final Outline outline;

  Passing(int size) {
    SpanTree tree = SpanTree.ofDistinctSiblings(size, WIDTH);
    this.recorded = tree.spans();
    this.outline = tree.outlineInReverse();
    if (!matches()) {
      throw new IllegalStateException("a trace of " + size + " spans should match itself");
    }
  }

  boolean matches() {
    return Comparison.of(outline, Recording.of(recorded), Mode.CLOSED).matches();
  }
}
