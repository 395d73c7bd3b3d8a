package io.spantree.model;

import io.opentelemetry.api.trace.SpanContext;
import io.spantree.model.SpanNode.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Joins the spans of each trace into trees; every span comes out exactly once, whatever its ids. */
final class TreeBuilder {
  private static final int NONE = SpanIds.NONE;

  private final SpanNode[] spans;
  private final int first;
  private final int[] parents;
  private final boolean[] cut;
  private final boolean[] duplicate;

  private TreeBuilder(SpanNode[] spans, int first) {
    this.spans = spans;
    this.first = first;
    this.parents = new int[spans.length];
    this.cut = new boolean[spans.length];
    this.duplicate = new boolean[spans.length];
  }

  /** Joins spans that stand in no tree yet; the array is sorted. */
  static List<Trace> traces(SpanNode[] spans) {
    sortByStart(spans);
    List<Trace> traces = new ArrayList<>();
    int first = 0;
    for (SpanNode[] trace : byTrace(spans)) {
      traces.add(new TreeBuilder(trace, first).trace());
      first += trace.length;
    }
    return traces;
  }

  private static List<SpanNode[]> byTrace(SpanNode[] sorted) {
    Map<String, List<SpanNode>> byTrace = new LinkedHashMap<>();
    String last = ""; // neighbours are mostly of one trace
    List<SpanNode> trace = new ArrayList<>();
    for (SpanNode span : sorted) {
      String id = span.data().getTraceId();
      if (!id.equals(last) || byTrace.isEmpty()) {
        trace = byTrace.computeIfAbsent(id, other -> new ArrayList<>());
        last = id;
      }
      trace.add(span);
    }
    return byTrace.size() == 1
        ? List.<SpanNode[]>of(sorted)
        : byTrace.values().stream().map(spans -> spans.toArray(new SpanNode[0])).toList();
  }

  /** Stable: equal starts stay in the order in which the spans came. */
  private static void sortByStart(SpanNode[] spans) {
    Comparator<SpanNode> order = startOrder(spans);
    for (int i = 1; i < spans.length; i++) {
      if (order.compare(spans[i - 1], spans[i]) > 0) {
        Arrays.sort(spans, order);
        return;
      }
    }
  }

  /** One order for all: comparing some by the sequence and some by the clock would be none. */
  private static Comparator<SpanNode> startOrder(SpanNode[] spans) {
    for (SpanNode span : spans) {
      if (span.startSequence() == SpanNode.NO_SEQUENCE) {
        return (left, right) ->
            Long.compare(left.data().getStartEpochNanos(), right.data().getStartEpochNanos());
      }
    }
    return (left, right) -> Long.compare(left.startSequence(), right.startSequence());
  }

  private Trace trace() {
    if (!findParents()) {
      cutCycles();
    }
    List<SpanNode> roots = new ArrayList<>();
    for (int i = 0; i < spans.length; i++) {
      spans[i].place(first + i, position(i), duplicate[i]);
      if (parents[i] == NONE) {
        roots.add(spans[i]);
      }
    }
    hang();
    return new Trace(roots, List.of(spans));
  }

  /** Counts the children of each span first, so that their lists need not grow. */
  private void hang() {
    int[] next = new int[spans.length + 1];
    for (int parent : parents) {
      if (parent != NONE) {
        next[parent + 1]++;
      }
    }
    for (int i = 1; i < next.length; i++) {
      next[i] += next[i - 1];
    }
    SpanNode[] children = new SpanNode[next[spans.length]];
    for (int i = 0; i < spans.length; i++) {
      if (parents[i] != NONE) {
        children[next[parents[i]]++] = spans[i];
      }
    }
    int from = 0;
    for (int i = 0; i < spans.length; i++) {
      if (next[i] > from) {
        spans[i].hang(Arrays.copyOfRange(children, from, next[i]));
        from = next[i];
      }
    }
  }

  /** False when a span began before its parent, without which there is no cycle. */
  private boolean findParents() {
    SpanIds ids = new SpanIds(spans);
    for (int i = 0; i < duplicate.length; i++) {
      duplicate[i] = !ids.add(i);
    }
    boolean inOrder = true;
    String last = ""; // siblings follow each other
    int lastAt = NONE;
    for (int i = 0; i < parents.length; i++) {
      SpanContext parent = spans[i].data().getParentSpanContext();
      if (parent.getTraceId().equals(spans[i].data().getTraceId())) {
        lastAt = parent.getSpanId().equals(last) ? lastAt : ids.find(parent.getSpanId());
        last = parent.getSpanId();
        parents[i] = lastAt;
      } else {
        parents[i] = NONE;
      }
      inOrder &= parents[i] < i;
    }
    return inOrder;
  }

  /** Walks up from each span; a walk that meets itself is a cycle, cut above its earliest span. */
  private void cutCycles() {
    int[] walk = new int[spans.length]; // 0: not visited, else the number of the walk that came by
    for (int start = 0; start < spans.length; start++) {
      int at = start;
      while (at != NONE && walk[at] == 0) {
        walk[at] = start + 1;
        at = parents[at];
      }
      if (at != NONE && walk[at] == start + 1) {
        cutAbove(earliestIn(at));
      }
    }
  }

  private int earliestIn(int member) {
    int earliest = member;
    for (int at = parents[member]; at != member; at = parents[at]) {
      earliest = Math.min(earliest, at);
    }
    return earliest;
  }

  private void cutAbove(int span) {
    parents[span] = NONE;
    cut[span] = true;
  }

  private Position position(int i) {
    SpanContext parent = spans[i].data().getParentSpanContext();
    if (parents[i] != NONE) {
      return Position.CHILD;
    } else if (cut[i]) {
      return Position.CYCLE;
    } else if (!parent.isValid()) {
      return Position.ROOT;
    }
    return parent.isRemote() ? Position.REMOTE_CHILD : Position.ORPHAN;
  }
}
