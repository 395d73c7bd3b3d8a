package io.spantree.compare;

import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pairs lines and spans by name, from what is paired already downwards. */
final class NamePairer {
  private final Alignment alignment;
  private final SiblingPairer siblings;
  private int done;

  NamePairer(Alignment alignment, SiblingPairer siblings) {
    this.alignment = alignment;
    this.siblings = siblings;
  }

  void pairRoots(List<ExpectedSpan> lines, List<SpanNode> candidates) {
    pair(lines, null, candidates);
    pairBelow();
  }

  /** Pairs what hangs below each pair that was made since the last call. */
  void pairBelow() {
    List<SpanNode> paired = alignment.paired();
    for (; done < paired.size(); done++) {
      SpanNode span = paired.get(done);
      ExpectedSpan line = alignment.expectedOf(span);
      if (line != null && !line.children().isEmpty()) {
        pair(line.children(), span, span.children());
      }
    }
  }

  private void pair(List<ExpectedSpan> lines, @Nullable SpanNode under, List<SpanNode> spans) {
    siblings.pair(lines, free(spans), (line, span) -> alignment.pair(line, under, span));
  }

  private List<SpanNode> free(List<SpanNode> spans) {
    for (SpanNode span : spans) {
      if (alignment.isPaired(span)) {
        List<SpanNode> free = new ArrayList<>(spans);
        free.removeIf(alignment::isPaired);
        return free;
      }
    }
    return spans;
  }
}
