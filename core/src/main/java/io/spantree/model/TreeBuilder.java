package io.spantree.model;

import io.opentelemetry.api.trace.SpanContext;
import io.spantree.model.SpanNode.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Joins the spans of each trace into trees; every span comes out exactly once, whatever its ids. */
final class TreeBuilder {
  private static final int NONE = SpanIds.NONE;

  private final List<RecordedSpan> spans;
  private final int first;
  private final int[] parents;
  private final boolean[] cut;
  private final boolean[] duplicate;

  private TreeBuilder(List<RecordedSpan> spans, int first) {
    this.spans = spans;
    this.first = first;
    this.parents = new int[spans.size()];
    this.cut = new boolean[spans.size()];
    this.duplicate = new boolean[spans.size()];
  }

  static List<Trace> traces(Collection<RecordedSpan> spans) {
    List<RecordedSpan> sorted = new ArrayList<>(spans);
    sorted.sort(startOrder(sorted)); // stable: equal starts stay in the order of the collection
    Collection<List<RecordedSpan>> byTrace = byTrace(sorted);
    List<Trace> traces = new ArrayList<>(byTrace.size());
    int first = 0;
    for (List<RecordedSpan> trace : byTrace) {
      traces.add(new TreeBuilder(trace, first).trace());
      first += trace.size();
    }
    return traces;
  }

  private static Collection<List<RecordedSpan>> byTrace(List<RecordedSpan> sorted) {
    Map<String, List<RecordedSpan>> byTrace = new LinkedHashMap<>();
    String last = ""; // neighbours are mostly of one trace
    List<RecordedSpan> trace = new ArrayList<>();
    for (RecordedSpan span : sorted) {
      String id = span.data().getTraceId();
      if (!id.equals(last)) {
        trace = byTrace.computeIfAbsent(id, other -> new ArrayList<>());
        last = id;
      }
      trace.add(span);
    }
    return byTrace.values();
  }

  /** One order for all: comparing some by the sequence and some by the clock would be none. */
  private static Comparator<RecordedSpan> startOrder(List<RecordedSpan> spans) {
    for (RecordedSpan span : spans) {
      if (span.evidence() == null) {
        return (left, right) ->
            Long.compare(left.data().getStartEpochNanos(), right.data().getStartEpochNanos());
      }
    }
    return (left, right) -> Long.compare(startSequence(left), startSequence(right));
  }

  private static long startSequence(RecordedSpan span) {
    Evidence evidence = span.evidence();
    return evidence == null ? 0 : evidence.startSequence();
  }

  private Trace trace() {
    boolean began = findParents();
    if (!began) {
      cutCycles();
    }
    SpanNode[] nodes = new SpanNode[spans.size()];
    List<SpanNode> roots = new ArrayList<>();
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = new SpanNode(spans.get(i), first + i, position(i), duplicate[i]);
      if (parents[i] == NONE) {
        roots.add(nodes[i]);
      }
    }
    hang(nodes);
    return new Trace(roots, List.of(nodes));
  }

  /** Counts the children of each span first, so that their lists need not grow. */
  private void hang(SpanNode[] nodes) {
    int[] next = new int[nodes.length + 1];
    for (int parent : parents) {
      if (parent != NONE) {
        next[parent + 1]++;
      }
    }
    for (int i = 1; i < next.length; i++) {
      next[i] += next[i - 1];
    }
    SpanNode[] children = new SpanNode[next[nodes.length]];
    for (int i = 0; i < nodes.length; i++) {
      if (parents[i] != NONE) {
        children[next[parents[i]]++] = nodes[i];
      }
    }
    int from = 0;
    for (int i = 0; i < nodes.length; i++) {
      if (next[i] > from) {
        nodes[i].hang(Arrays.copyOfRange(children, from, next[i]));
        from = next[i];
      }
    }
  }

  /** False when a span began before its parent, without which there is no cycle. */
  private boolean findParents() {
    SpanIds ids = new SpanIds(spans.size());
    for (int i = 0; i < duplicate.length; i++) {
      duplicate[i] = !ids.add(spans.get(i).data().getSpanId(), i);
    }
    boolean began = true;
    for (int i = 0; i < parents.length; i++) {
      SpanContext parent = spans.get(i).data().getParentSpanContext();
      boolean here = parent.getTraceId().equals(spans.get(i).data().getTraceId());
      parents[i] = here ? ids.find(parent.getSpanId()) : NONE;
      began &= parents[i] < i;
    }
    return began;
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
