package io.spantree.compare;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.outline.EventLine;
import io.spantree.outline.SpanLine;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pairing costs: its findings, and what these hide.
 *
 * <p>A missing subtree is one finding, however much is in it. So the spans below the first, and all
 * that is said of each, are counted as well, or the cheapest pairing would be none.
 */
final class Cost {
  private final ExpectedTree tree;
  private final Recording recording;
  private final Mode mode;

  Cost(Subject subject) {
    this.tree = subject.tree();
    this.recording = subject.recording();
    this.mode = subject.mode();
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
    cost += mode == Mode.CLOSED ? unexpected(alignment) : 0;
    return cost - told(alignment, findings);
  }

  /**
   * What a single span was that came between others, or went, says nothing against it; unless one
   * came and another went, which may be the same.
   */
  private long told(Alignment alignment, List<Finding> findings) {
    long came = 0;
    long went = 0;
    for (Finding finding : findings) {
      if (finding.kind() == FindingKind.WRAPPED && finding.span() != null) {
        came += mode == Mode.CLOSED ? parts(finding.span().data()) : 0;
      } else if (finding.kind() == FindingKind.UNWRAPPED) {
        went += partsOf(finding.path(), alignment);
      }
    }
    return came == 0 || went == 0 ? came + went : 0;
  }

  /** Where a span of the name is there, it went nowhere: to say so is worse than what is wrong with it. */
  private long partsOf(SpanPath path, Alignment alignment) {
    for (SpanNode span : recording.spans()) {
      if (!alignment.isPaired(span) && span.name().equals(path.last())) {
        return -1;
      }
    }
    for (ExpectedSpan line : tree.spans()) {
      if (!alignment.isPaired(line)
          && line.name().equals(path.last())
          && line.path().equals(path)) {
        return parts(line.line());
      }
    }
    return 0;
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
    long parts =
        (long) line.attributes().size() + line.events().size() + line.links().size();
    for (EventLine event : line.events()) {
      parts += event.attributes().size();
    }
    boolean kind = line.kind() != null && line.kind() != SpanKind.INTERNAL;
    return parts + (kind ? 1 : 0) + (line.status() != null ? 1 : 0);
  }

  private static long parts(SpanData span) {
    long parts = (long) span.getAttributes().size()
        + span.getEvents().size()
        + span.getLinks().size();
    for (EventData event : span.getEvents()) {
      parts += event.getAttributes().size();
    }
    boolean status = span.getStatus().getStatusCode() != StatusCode.UNSET;
    return parts + (span.getKind() != SpanKind.INTERNAL ? 1 : 0) + (status ? 1 : 0);
  }
}
