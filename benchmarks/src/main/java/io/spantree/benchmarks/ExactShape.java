package io.spantree.benchmarks;

import io.opentelemetry.sdk.testing.assertj.SpanDataAssert;
import io.opentelemetry.sdk.testing.assertj.TracesAssert;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * All names and parents of one trace: by us in any order, here in the reverse of what was recorded,
 * by the peer in exactly the order that was recorded.
 */
final class ExactShape implements Sides {
  private final List<SpanData> recorded;
  private final Outline outline;
  private final List<Consumer<SpanDataAssert>> expected;

  private ExactShape(
      List<SpanData> recorded, Outline outline, List<Consumer<SpanDataAssert>> peer) {
    this.recorded = recorded;
    this.outline = outline;
    this.expected = peer;
  }

  static ExactShape of(SpanTree expected, List<SpanData> recorded) {
    return new ExactShape(recorded, expected.outlineInReverse(), peer(expected, recorded));
  }

  // snippet: exact-shape-expected
  private static List<Consumer<SpanDataAssert>> peer(SpanTree tree, List<SpanData> recorded) {
    List<Consumer<SpanDataAssert>> expected = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      String name = tree.nameOf().apply(i);
      SpanData parent = recorded.get(tree.parentOf(i));
      expected.add(
          i == 0
              ? span -> span.hasName(name).hasNoParent()
              : span -> span.hasName(name).hasParent(parent));
    }
    return expected;
  }

  // end

  @Override
  public boolean ours() {
    // snippet: exact-shape-ours
    Recording recording = Recording.of(recorded);
    return Comparison.of(outline, recording, Mode.CLOSED).matches();
    // end
  }

  @Override
  public boolean peer() {
    return Sides.passes(
        () ->
            // snippet: exact-shape-peer
            TracesAssert.assertThat(recorded)
                .hasTracesSatisfyingExactly(trace -> trace.hasSpansSatisfyingExactly(expected))
        // end
        );
  }
}
