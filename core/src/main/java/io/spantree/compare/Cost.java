package io.spantree.compare;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.model.Finding;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.outline.SpanLine;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pairing costs: its findings, and what these hide.
 *
 * <p>A missing subtree is one finding, however much is in it. So the spans below the first, and all
 * their attributes, events and links, are counted as well, or the cheapest pairing would be none.
 */
final class Cost {
  private final ExpectedTree tree;
  private final Recording recording;
  private final Mode mode;

  Cost(ExpectedTree tree, Recording recording, Mode mode) {
    this.tree = tree;
    this.recording = recording;
    this.mode = mode;
  }

  long of(Alignment alignment, List<Finding> findings) {
    if (findings.isEmpty()) {
      return 0;
    }
    long cost = findings.size();
    for (ExpectedSpan line : tree.spans()) {
      if (!alignment.isPaired(line) && line.multiplicity().least() > 0) {
        ExpectedSpan parent = line.parent();
        boolean below = parent != null && !alignment.isPaired(parent);
        cost += parts(line.line()) + (below ? 1 : 0);
      }
    }
    return mode == Mode.CLOSED ? cost + unexpected(alignment) : cost;
  }

  /** A surplus copy is told whole by its count, with all that hangs below. */
  private long unexpected(Alignment alignment) {
    long cost = 0;
    List<SpanNode> order = new ArrayList<>(recording.roots());
    for (int i = 0; i < order.size(); i++) {
      SpanNode span = order.get(i);
      if (alignment.copyOf(span) == null) {
        order.addAll(span.children());
        SpanNode parent = span.parent();
        boolean below = parent != null && !alignment.isPaired(parent);
        cost += alignment.isPaired(span) ? 0 : parts(span.data()) + (below ? 1 : 0);
      }
    }
    return cost;
  }

  private static long parts(SpanLine line) {
    return (long) line.attributes().size() + line.events().size() + line.links().size();
  }

  private static long parts(SpanData span) {
    return (long) span.getAttributes().size() + span.getEvents().size() + span.getLinks().size();
  }
}
