package io.spantree.benchmarks;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import io.spantree.outline.OutlinePrinter;
import io.spantree.outline.RecordedOutline;
import io.spantree.report.Report;
import java.util.List;

/** A complete description of a trace as a golden file holds it, and one attribute that differs. */
final class ChangedGolden {
  private static final int WIDTH = 10;

  private final String golden;
  private final List<SpanData> recorded;

  ChangedGolden(int size) {
    SpanTree tree = SpanTree.ofDistinctSiblings(size, WIDTH);
    this.golden = OutlinePrinter.printFile(RecordedOutline.of(
        Recording.of(tree.withAttributes(ChangedGolden::attributes).spans())));
    int changed = size * 7 / 9;
    this.recorded = tree.withAttributes(
            index -> index == changed ? attributes(-1) : attributes(index))
        .spans();
  }

  private static Attributes attributes(int index) {
    return Attributes.of(stringKey("customer"), "c-1", longKey("item"), (long) index);
  }

  /** All that a golden does between its two files: it is read, compared, and reported on. */
  String report() {
    Outline outline = Outline.parse(golden);
    Comparison comparison = Comparison.of(outline, Recording.of(recorded), Mode.CLOSED);
    return comparison.matches() ? "" : Report.of("Trace differs", comparison, List.of());
  }
}
