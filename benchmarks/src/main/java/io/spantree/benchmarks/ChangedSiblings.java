package io.spantree.benchmarks;

import static io.opentelemetry.api.common.AttributeKey.longKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.testing.assertj.SpanDataAssert;
import io.opentelemetry.sdk.testing.assertj.TracesAssert;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import io.spantree.outline.RecordedOutline;
import io.spantree.report.Report;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Siblings of one name and distinct attributes, of which each has one value that was not expected. */
final class ChangedSiblings implements Sides {
  private static final AttributeKey<Long> ITEM = longKey("item");
  private static final AttributeKey<Long> PRICE = longKey("price");

  private final int siblings;
  private final Outline outline;
  private final List<SpanData> recorded;

  ChangedSiblings(int siblings) {
    this.siblings = siblings;
    this.outline = RecordedOutline.of(Recording.of(tree(siblings, 0).spans()));
    this.recorded = tree(siblings, 1).spans();
  }

  private static SpanTree tree(int siblings, int raise) {
    return new SpanTree(
        siblings + 1,
        siblings,
        index -> index == 0 ? "order" : "item",
        index -> Attributes.of(ITEM, (long) index, PRICE, 2L * index + (index == 0 ? 0 : raise)));
  }

  /** The text of the failure, empty when nothing differs. */
  String report() {
    Comparison comparison = Comparison.of(outline, Recording.of(recorded), Mode.CLOSED);
    return comparison.matches() ? "" : Report.of("Trace differs", comparison, List.of());
  }

  @Override
  public boolean ours() {
    return report().isEmpty();
  }

  /** In exact order, because in any order it never ends. */
  @Override
  public boolean peer() {
    List<Consumer<SpanDataAssert>> expected = IntStream.rangeClosed(0, siblings)
        .<Consumer<SpanDataAssert>>mapToObj(index ->
            span -> span.hasAttributes(Attributes.of(ITEM, (long) index, PRICE, 2L * index)))
        .toList();
    return Sides.passes(() -> TracesAssert.assertThat(recorded)
        .hasTracesSatisfyingExactly(trace -> trace.hasSpansSatisfyingExactly(expected)));
  }
}
