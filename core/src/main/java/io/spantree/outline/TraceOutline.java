package io.spantree.outline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The expected spans of one trace.
 *
 * @param name what the {@code trace} line calls it; null when the outline has no such line
 * @param multiplicity how many such traces there may be
 * @param spans the spans in print order, each with its depth: a tree without recursion
 * @param comments the comments above the {@code trace} line
 */
public record TraceOutline(
    @Nullable String name, Multiplicity multiplicity, List<SpanLine> spans, List<String> comments) {

  public TraceOutline {
    spans = List.copyOf(spans);
    comments = List.copyOf(comments);
  }

  static TraceOutline of(@Nullable String name, SpanOutline... roots) {
    List<SpanLine> lines = new ArrayList<>();
    for (SpanOutline root : roots) {
      lines.addAll(root.lines());
    }
    if (name != null && lines.isEmpty()) {
      throw new IllegalArgumentException("the trace " + Notation.name(name) + " has no span");
    }
    return new TraceOutline(name, Multiplicity.ONCE, lines, List.of());
  }

  TraceOutline upTo(int depth) {
    List<SpanLine> kept = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      SpanLine line = spans.get(i);
      boolean cut =
          line.depth() == depth && i + 1 < spans.size() && spans.get(i + 1).depth() > depth;
      if (cut) {
        SpanLine.Builder open = line.toBuilder();
        open.open.add(OpenPart.CHILDREN);
        kept.add(open.build());
      } else if (line.depth() <= depth) {
        kept.add(line);
      }
    }
    return new TraceOutline(name, multiplicity, kept, comments);
  }

  /** So many such traces. */
  public TraceOutline times(int count) {
    return times(count, count);
  }

  /** So many such traces; {@link Multiplicity#UNBOUNDED} is any. */
  public TraceOutline times(int least, int most) {
    return new TraceOutline(name, new Multiplicity(least, most), spans, comments);
  }
}
