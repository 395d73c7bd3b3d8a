package io.spantree.benchmarks;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import java.util.List;

/** A shape that describes nothing but the root of a trace. */
final class RootShape {
  private static final int WIDTH = 10;

  private final Outline outline = Outline.parse("span \"work 0\" root");
  private final List<SpanData> recorded;

  RootShape(int size) {
    this.recorded = SpanTree.ofDistinctSiblings(size, WIDTH).spans();
  }

  Comparison compare() {
    return Comparison.of(outline, Recording.of(recorded), Mode.OPEN);
  }

  /** What a comparison keeps in memory beside the spans, in bytes for each of them. */
  double bytesPerSpan() {
    long before = used();
    Comparison comparison = compare();
    long after = used();
    if (!comparison.matches()) {
      throw new IllegalStateException("the root is there");
    }
    return (double) (after - before) / recorded.size();
  }

  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
