package io.spantree.golden;

import io.spantree.compare.Alignment;
import io.spantree.compare.Comparison;
import io.spantree.compare.ExpectedSpan;
import io.spantree.model.SpanNode;
import io.spantree.outline.OpenPart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The golden's line that each recorded span continues, and what of it still holds.
 *
 * <p>A surplus copy continues the line that it copies, and so does what hangs under it.
 */
final class Origins {
  private final Alignment alignment;
  private final Set<SpanNode> literal;
  private final boolean moreTraces;
  private final Set<String> described;
  private final List<SpanNode> spans = new ArrayList<>();
  private final Map<SpanNode, ExpectedSpan> lines = new HashMap<>();
  private final Map<ExpectedSpan, Integer> uses = new HashMap<>();
  private final Set<SpanNode> changed = new HashSet<>();
  private final Set<SpanNode> hidden = new HashSet<>();

  /**
   * @param suspects the spans that are other than the golden says
   * @param literal those that it cannot describe, whatever holds for each of its lines
   */
  Origins(Comparison comparison, Collection<SpanNode> suspects, Set<SpanNode> literal) {
    this.alignment = comparison.alignment();
    this.literal = literal;
    this.moreTraces = comparison.outline().moreTraces();
    this.described = alignment.describedTraces();
    Deque<SpanNode> open = new ArrayDeque<>();
    push(comparison.recording().roots(), open);
    while (!open.isEmpty()) {
      SpanNode span = open.pop();
      spans.add(span);
      find(span);
      push(span.children(), open);
    }
    suspects.forEach(this::change);
    for (SpanNode span : spans) {
      if (isHidden(span)) {
        hidden.add(span);
      } else if (!isInPlace(span) || lacksChildren(span)) {
        change(span);
      }
    }
  }

  private static void push(List<SpanNode> siblings, Deque<SpanNode> open) {
    for (int i = siblings.size() - 1; i >= 0; i--) {
      open.push(siblings.get(i));
    }
  }

  private void find(SpanNode span) {
    ExpectedSpan line = alignment.expectedOf(span);
    if (line == null) {
      ExpectedSpan copied = alignment.copyOf(span);
      boolean forbids = copied != null && copied.multiplicity().most() == 0;
      line = forbids ? null : copied; // what forbids a span does not describe it
    }
    SpanNode parent = span.parent();
    if (line == null && parent != null && isCopy(parent)) {
      line = byName(lines.get(parent), span.name());
    }
    if (line != null) {
      lines.put(span, line);
      uses.merge(line, 1, Integer::sum);
    }
  }

  /** Whether no line stands for the span, yet one is continued by it. */
  private boolean isCopy(SpanNode span) {
    return lines.containsKey(span) && alignment.expectedOf(span) == null;
  }

  /** The least used of the lines with that name; those with a matcher come last. */
  private @Nullable ExpectedSpan byName(@Nullable ExpectedSpan parent, String name) {
    ExpectedSpan best = null;
    for (ExpectedSpan line : parent == null ? List.<ExpectedSpan>of() : parent.children()) {
      if (line.line().name().acceptsText(name) && line.multiplicity().most() > 0) {
        best = best == null || cost(line) < cost(best) ? line : best;
      }
    }
    return best;
  }

  private int cost(ExpectedSpan line) {
    boolean literal = line.line().name().literalText() != null;
    return uses.getOrDefault(line, 0) + (literal ? 0 : 1_000_000);
  }

  /** Marks a span, and with it all that are above, as other than the golden says. */
  void change(SpanNode span) {
    for (SpanNode at = span; at != null && changed.add(at); ) {
      at = at.parent();
    }
  }

  private boolean isHidden(SpanNode span) {
    if (lines.containsKey(span) || changed.contains(span)) {
      return false;
    }
    SpanNode parent = span.parent();
    if (parent == null) {
      return moreTraces && !described.contains(span.data().getTraceId());
    }
    ExpectedSpan above = lines.get(parent);
    return hidden.contains(parent)
        || above != null && above.line().open().contains(OpenPart.CHILDREN);
  }

  private boolean isInPlace(SpanNode span) {
    ExpectedSpan line = alignment.expectedOf(span);
    SpanNode parent = span.parent();
    return line != null && line.parent() == (parent == null ? null : lines.get(parent));
  }

  /** Whether too few are below it, which a finding says only of a span that is nowhere else. */
  private boolean lacksChildren(SpanNode span) {
    ExpectedSpan line = lines.get(span);
    if (line == null || line.children().isEmpty()) {
      return false;
    }
    Map<ExpectedSpan, Integer> counts = new HashMap<>();
    for (SpanNode child : span.children()) {
      if (lines.containsKey(child)) {
        counts.merge(lines.get(child), 1, Integer::sum);
      }
    }
    return line.children().stream()
        .anyMatch(child -> counts.getOrDefault(child, 0) < child.multiplicity().least());
  }

  /**
   * Whether the line forbids the span. Of several that do, and where a span was not judged, only a
   * merge that does not hold tells.
   */
  boolean isViolated(ExpectedSpan line, SpanNode span) {
    return line.multiplicity().most() == 0
        && (alignment.copyOf(span) == line
            || literal.contains(span) && line.line().name().acceptsText(span.name()));
  }

  /** All spans, parents before their children, siblings in start order. */
  List<SpanNode> spans() {
    return spans;
  }

  @Nullable
  ExpectedSpan of(SpanNode span) {
    return lines.get(span);
  }

  /** Whether the span or one below it is other than the golden says. */
  boolean isChanged(SpanNode span) {
    return changed.contains(span);
  }

  /** The spans that are to be written: all but those that the golden leaves open. */
  List<SpanNode> shown(List<SpanNode> siblings) {
    return siblings.stream().filter(span -> !hidden.contains(span)).toList();
  }
}
