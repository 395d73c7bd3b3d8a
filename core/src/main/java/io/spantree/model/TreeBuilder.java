package io.spantree.model;

import io.opentelemetry.api.trace.SpanContext;
import io.spantree.model.SpanNode.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Joins the spans of each trace into trees; every span comes out exactly once, whatever its ids. */
final class TreeBuilder {
  private static final int NONE = -1;

  private final List<RecordedSpan> spans;
  private final boolean[] out;
  private final int[] parents;
  private final boolean[] cut;
  private final boolean[] duplicate;

  private TreeBuilder(List<RecordedSpan> spans, Predicate<RecordedSpan> leftOut) {
    this.spans = spans;
    this.out = new boolean[spans.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = leftOut.test(spans.get(i));
    }
    this.parents = new int[spans.size()];
    this.cut = new boolean[spans.size()];
    this.duplicate = new boolean[spans.size()];
  }

  static List<Trace> traces(Collection<RecordedSpan> spans) {
    return traces(spans, span -> false);
  }

  /** What is below a span that is left out hangs from the nearest one above that is not. */
  static List<Trace> traces(Collection<RecordedSpan> spans, Predicate<RecordedSpan> leftOut) {
    List<RecordedSpan> sorted = new ArrayList<>(spans);
    sorted.sort(startOrder(spans)); // stable: equal starts stay in the order of the collection
    Map<String, List<RecordedSpan>> byTrace = new LinkedHashMap<>();
    for (RecordedSpan span : sorted) {
      byTrace.computeIfAbsent(span.data().getTraceId(), id -> new ArrayList<>()).add(span);
    }
    List<Trace> traces = new ArrayList<>(byTrace.size());
    byTrace.values().forEach(trace -> traces.add(new TreeBuilder(trace, leftOut).trace()));
    traces.removeIf(trace -> trace.spans().isEmpty());
    return traces;
  }

  /** One order for all: comparing some by the sequence and some by the clock would be none. */
  private static Comparator<RecordedSpan> startOrder(Collection<RecordedSpan> spans) {
    return spans.stream().allMatch(span -> span.evidence() != null)
        ? Comparator.comparingLong(TreeBuilder::startSequence)
        : Comparator.comparingLong(span -> span.data().getStartEpochNanos());
  }

  private static long startSequence(RecordedSpan span) {
    Evidence evidence = span.evidence();
    return evidence == null ? 0 : evidence.startSequence();
  }

  private Trace trace() {
    findParents();
    cutCycles();
    int[] tops = new int[spans.size()];
    Arrays.fill(tops, NONE);
    SpanNode[] nodes = new SpanNode[spans.size()];
    List<SpanNode> roots = new ArrayList<>();
    List<SpanNode> kept = new ArrayList<>(spans.size());
    for (int i = 0; i < nodes.length; i++) {
      if (!out[i]) {
        int parent = keptAbove(i, tops);
        Position position = parent == NONE ? position(tops[i]) : Position.CHILD;
        nodes[i] = new SpanNode(spans.get(i), position, duplicate[i]);
        kept.add(nodes[i]);
      }
    }
    for (int i = 0; i < nodes.length; i++) {
      if (!out[i] && parents[i] == NONE) {
        roots.add(nodes[i]);
      } else if (!out[i]) {
        nodes[i].hangUnder(nodes[parents[i]]);
      }
    }
    return new Trace(roots, kept);
  }

  /** Finds the parent past those that are left out, and notes the last one of these as the top. */
  private int keptAbove(int span, int[] tops) {
    int last = span;
    int above = parents[span];
    while (above != NONE && out[above]) {
      last = above;
      above = parents[above];
    }
    int top = tops[last] == NONE ? last : tops[last];
    for (int at = span; at != last; ) { // a long way is gone once only
      int next = parents[at];
      parents[at] = above;
      tops[at] = top;
      at = next;
    }
    tops[last] = top;
    return above;
  }

  private void findParents() {
    Map<String, Integer> byId = new HashMap<>(spans.size() * 2);
    for (int i = 0; i < spans.size(); i++) {
      duplicate[i] = byId.putIfAbsent(spans.get(i).data().getSpanId(), i) != null;
    }
    for (int i = 0; i < spans.size(); i++) {
      SpanContext parent = spans.get(i).data().getParentSpanContext();
      boolean here = parent.getTraceId().equals(spans.get(i).data().getTraceId());
      parents[i] = here ? byId.getOrDefault(parent.getSpanId(), NONE) : NONE;
    }
  }

  /** Walks up from each span; a walk that meets itself is a cycle, cut above its earliest span. */
  private void cutCycles() {
    int[] walk = new int[spans.size()]; // 0: not visited, else the number of the walk that came by
    for (int start = 0; start < spans.size(); start++) {
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
    SpanContext parent = spans.get(i).data().getParentSpanContext();
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
