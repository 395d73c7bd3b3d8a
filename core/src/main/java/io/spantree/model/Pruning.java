package io.spantree.model;

import io.spantree.model.SpanNode.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Leaves spans out of trees: what is below them hangs from the nearest ancestor that is kept. */
final class Pruning {
  private final Recording recording;
  private final boolean[] out;
  private final @Nullable SpanNode[] above; // of each span, the nearest kept one
  private final Position[] positions;
  private final @Nullable SpanNode[] copies;

  /** The flags are by the {@linkplain SpanNode#index() index} of spans. */
  Pruning(Recording recording, boolean[] out) {
    this.recording = recording;
    this.out = out;
    this.above = new @Nullable SpanNode[out.length];
    this.positions = new Position[out.length];
    this.copies = new @Nullable SpanNode[out.length];
  }

  List<Trace> traces() {
    List<Trace> traces = new ArrayList<>();
    int index = 0;
    for (Trace trace : recording.traces()) {
      findAbove(trace);
      List<SpanNode> kept = new ArrayList<>();
      for (SpanNode span : trace.spans()) {
        if (!out[span.index()]) {
          SpanNode copy = span.unplaced();
          copy.place(index++, positions[span.index()], span.hasDuplicateId());
          copies[span.index()] = copy;
          kept.add(copy);
        }
      }
      if (!kept.isEmpty()) {
        traces.add(new Trace(hang(trace), kept));
      }
    }
    return traces;
  }

  /** The copies of those spans that are kept. */
  List<SpanNode> copiesOf(List<SpanNode> spans) {
    return spans.stream()
        .map(span -> copies[span.index()])
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  /** Walks down, so that each span is met once: those without a kept ancestor stand where it stood. */
  private void findAbove(Trace trace) {
    Deque<SpanNode> open = new ArrayDeque<>(trace.roots());
    trace.roots().forEach(root -> positions[root.index()] = root.position());
    while (!open.isEmpty()) {
      SpanNode span = open.pop();
      SpanNode next = out[span.index()] ? above[span.index()] : span;
      for (SpanNode child : span.children()) {
        above[child.index()] = next;
        positions[child.index()] = next == null ? positions[span.index()] : Position.CHILD;
        open.push(child);
      }
    }
  }

  /** Joins the copies in start order, and returns those under no other. */
  private List<SpanNode> hang(Trace trace) {
    List<SpanNode> roots = new ArrayList<>();
    Map<SpanNode, List<SpanNode>> below = new HashMap<>();
    for (SpanNode span : trace.spans()) {
      SpanNode copy = copies[span.index()];
      SpanNode parent = above[span.index()];
      if (parent == null) {
        if (copy != null) {
          roots.add(copy);
        }
      } else if (copy != null) {
        below
            .computeIfAbsent(copies[parent.index()], first -> new ArrayList<>(2))
            .add(copy);
      }
    }
    below.forEach((parent, children) -> parent.hang(children.toArray(new SpanNode[0])));
    return roots;
  }
}
