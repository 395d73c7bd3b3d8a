package io.spantree.model;

import io.opentelemetry.api.trace.SpanContext;
import io.spantree.model.SpanNode.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Joins the spans of each trace into trees; every span comes out exactly once, whatever its ids. */
final class TreeBuilder {
  private static final int NONE = -1;

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
    sorted.sort(startOrder(spans)); // stable: equal starts stay in the order of the collection
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
    List<SpanNode> nodes = new ArrayList<>(spans.size());
    for (int i = 0; i < spans.size(); i++) {
      nodes.add(new SpanNode(spans.get(i), first + i, position(i), duplicate[i]));
    }
    List<SpanNode> roots = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      if (parents[i] == NONE) {
        roots.add(nodes.get(i));
      } else {
        nodes.get(i).hangUnder(nodes.get(parents[i]));
      }
    }
    return new Trace(roots, nodes);
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
