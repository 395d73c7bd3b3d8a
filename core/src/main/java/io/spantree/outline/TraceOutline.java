package io.spantree.outline;

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

  static TraceOutline of(List<SpanLine> spans) {
    return new TraceOutline(null, Multiplicity.ONCE, spans, List.of());
  }
}
