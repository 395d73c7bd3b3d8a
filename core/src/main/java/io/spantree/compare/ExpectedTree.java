package io.spantree.compare;

import io.spantree.outline.Multiplicity;
import io.spantree.outline.Outline;
import io.spantree.outline.SpanLine;
import io.spantree.outline.TraceOutline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an outline, joined into trees.
 *
 * @param roots the lines of depth 0, of all traces
 * @param spans all lines, parents before children
 * @param names the literal names of all lines
 * @param forbids whether a line forbids its spans (x0)
 */
record ExpectedTree(
    List<ExpectedSpan> roots, List<ExpectedSpan> spans, Names names, boolean forbids) {

  static ExpectedTree of(Outline outline) {
    List<ExpectedSpan> roots = new ArrayList<>();
    List<ExpectedSpan> spans = new ArrayList<>(outline.spanCount());
    Names names = new Names();
    boolean forbids = false;
    for (int trace = 0; trace < outline.traces().size(); trace++) {
      TraceOutline traceOutline = outline.traces().get(trace);
      List<ExpectedSpan> above = new ArrayList<>();
      for (SpanLine line : traceOutline.spans()) {
        while (above.size() > line.depth()) {
          above.remove(above.size() - 1);
        }
        @Nullable ExpectedSpan parent = above.isEmpty() ? null : above.get(above.size() - 1);
        Multiplicity times = parent == null ? traceOutline.multiplicity() : Multiplicity.ONCE;
        String literal = line.name().literalText();
        ExpectedSpan span = new ExpectedSpan(
            line,
            literal == null ? null : names.add(literal),
            parent,
            spans.size(),
            trace,
            times(line.multiplicity(), times));
        if (parent == null) {
          roots.add(span);
        }
        spans.add(span);
        above.add(span);
        forbids |= span.multiplicity().most() == 0;
      }
    }
    for (int i = spans.size() - 1; i >= 0; i--) {
      spans.get(i).countUp();
    }
    return new ExpectedTree(roots, spans, names, forbids);
  }

  private static Multiplicity times(Multiplicity span, Multiplicity trace) {
    if (trace == Multiplicity.ONCE || trace.equals(Multiplicity.ONCE)) {
      return span;
    }
    return new Multiplicity(times(span.least(), trace.least()), times(span.most(), trace.most()));
  }

  private static int times(int left, int right) {
    return (int) Math.min(Multiplicity.UNBOUNDED, (long) left * right);
  }
}
