package io.spantree.compare;

import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many spans stand in each place.
 *
 * <p>Places without a recorded parent have the number of their line. Behind these each span that
 * stands for a line gets a row of places, one for each line below that line.
 */
final class Places {
  private static final int NONE = -1;

  private final SpanNumbers numbers;
  private final int[] rowOf;
  private int[] counts;
  private @Nullable SpanNode[] first;
  private int size;

  /** How many of the spans in a place hang elsewhere; few places have any. */
  private final Map<Place, Integer> moved = new HashMap<>();

  /** Spans that were paired while the parent of their line was missing. */
  private final Map<ExpectedSpan, List<SpanNode>> unsettled = new HashMap<>();

  Places(ExpectedTree tree, SpanNumbers numbers) {
    this.numbers = numbers;
    this.rowOf = new int[numbers.count()];
    this.size = tree.spans().size();
    this.counts = new int[size * 2];
    this.first = new SpanNode[size * 2];
  }

  /** Makes room for what is expected below the span, and counts there what was paired before it. */
  void open(ExpectedSpan line, SpanNode span) {
    int below = line.children().size();
    if (below > 0) {
      rowOf[numbers.of(span)] = size;
      size = Math.addExact(size, below);
      if (size > counts.length) {
        int more = (int) Math.max(size, Math.min(Integer.MAX_VALUE - 8, counts.length * 2L));
        counts = Arrays.copyOf(counts, more);
        first = Arrays.copyOf(first, more);
      }
    }
    if (!unsettled.isEmpty()) {
      line.children().forEach(child -> settle(child, span));
    }
  }

  private void settle(ExpectedSpan line, SpanNode under) {
    List<SpanNode> spans = unsettled.getOrDefault(line, List.of());
    for (SpanNode span : List.copyOf(spans)) {
      if (span.parent() == under || isOnce(line.parent())) {
        spans.remove(span);
        int before = of(line, null);
        counts[before]--;
        first[before] = spans.isEmpty() ? null : spans.get(0);
        if (span.parent() != null) {
          moved.merge(new Place(line, null), -1, Integer::sum);
        }
        fill(line, under, span);
      }
    }
  }

  /** Whether there is one span of the line at most, so that no other parent can be meant. */
  static boolean isOnce(@Nullable ExpectedSpan line) {
    for (ExpectedSpan at = line; at != null; at = at.parent()) {
      if (at.multiplicity().most() > 1) {
        return false;
      }
    }
    return true;
  }

  void fill(ExpectedSpan line, @Nullable SpanNode under, SpanNode span) {
    int place = of(line, under);
    if (counts[place]++ == 0) {
      first[place] = span;
    }
    if (under == null && line.parent() != null) {
      unsettled.computeIfAbsent(line, l -> new ArrayList<>(1)).add(span);
    }
    if (span.parent() != under) {
      moved.merge(new Place(line, under), 1, Integer::sum);
    }
  }

  int count(ExpectedSpan line, @Nullable SpanNode under) {
    int place = of(line, under);
    return place == NONE ? 0 : counts[place];
  }

  boolean isFilledFromBelow(ExpectedSpan line, @Nullable SpanNode under) {
    int count = count(line, under);
    return count > 0 && count > moved.getOrDefault(new Place(line, under), 0);
  }

  @Nullable
  SpanNode first(ExpectedSpan line, @Nullable SpanNode under) {
    int place = of(line, under);
    return place == NONE ? null : first[place];
  }

  private int of(ExpectedSpan line, @Nullable SpanNode under) {
    if (under == null) {
      return line.number();
    }
    int row = rowOf[numbers.of(under)];
    return row == 0 ? NONE : row + line.position();
  }
}
