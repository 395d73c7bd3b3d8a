package io.spantree.outline;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Describes a recording completely: the outline that a first golden holds. */
public final class RecordedOutline {
  private final Map<String, SpanNode> targets = new HashMap<>();
  private final Map<Object, Integer> shapes = new HashMap<>();
  private final Map<SpanNode, Integer> shapeOf = new HashMap<>();
  private final Map<SpanNode, String> labels = new HashMap<>();

  private final UnaryOperator<SpanLine> edit;

  private RecordedOutline(UnaryOperator<SpanLine> edit) {
    this.edit = edit;
  }

  /**
   * Equal siblings, and equal traces, become one with a multiplicity; a {@code trace} line is left
   * out only where there is one root.
   */
  public static Outline of(Recording recording) {
    return of(recording, UnaryOperator.identity());
  }

  /**
   * Describes it with changed lines; those that become equal are one.
   *
   * @param edit what becomes of each line, which stands at depth 0 and has no label
   */
  public static Outline of(Recording recording, UnaryOperator<SpanLine> edit) {
    return new RecordedOutline(edit).describe(recording);
  }

  private record Step(SpanNode span, int depth, int count) {}

  private Outline describe(Recording recording) {
    findTargets(recording);
    Map<List<Integer>, List<Trace>> equal = new LinkedHashMap<>();
    for (Trace trace : recording.traces()) {
      List<Integer> shape = trace.roots().stream().map(this::shape).sorted().toList();
      equal.computeIfAbsent(shape, s -> new ArrayList<>(1)).add(trace);
    }
    List<List<Step>> walks =
        equal.values().stream().map(traces -> walk(traces.get(0).roots())).toList();
    walks.forEach(walk -> walk.forEach(step -> numberIfTarget(step.span())));
    List<TraceOutline> traces = new ArrayList<>();
    for (List<Trace> same : equal.values()) {
      List<SpanLine> lines = lines(walks.get(traces.size()));
      boolean only = recording.traces().size() == 1 && same.get(0).roots().size() == 1;
      String name = only ? null : same.get(0).roots().get(0).name();
      traces.add(new TraceOutline(name, Multiplicity.exactly(same.size()), lines, List.of()));
    }
    return new Outline(traces, false, List.of());
  }

  private void findTargets(Recording recording) {
    Map<String, SpanNode> byId = new HashMap<>();
    for (SpanNode span : recording.spans()) {
      byId.putIfAbsent(span.data().getTraceId() + span.data().getSpanId(), span);
    }
    for (SpanNode span : recording.spans()) {
      for (LinkData link : span.data().getLinks()) {
        String id = link.getSpanContext().getTraceId() + link.getSpanContext().getSpanId();
        SpanNode target = byId.get(id);
        if (target != null) {
          targets.put(id, target);
          labels.put(target, target.data().getSpanId()); // until it is numbered in print order
        }
      }
    }
  }

  private @Nullable String target(SpanContext context) {
    SpanNode target = targets.get(context.getTraceId() + context.getSpanId());
    return target == null ? null : labels.get(target);
  }

  private void numberIfTarget(SpanNode span) {
    if (labels.containsKey(span)) {
      numbered++;
      labels.put(span, Integer.toString(numbered));
    }
  }

  private int numbered;

  /** The same number for spans that are equal with all that is below them. */
  private int shape(SpanNode root) {
    List<SpanNode> order = new ArrayList<>(List.of(root));
    for (int i = 0; i < order.size(); i++) {
      order.addAll(order.get(i).children());
    }
    for (int i = order.size() - 1; i >= 0; i--) {
      SpanNode span = order.get(i);
      List<Integer> below = span.children().stream().map(shapeOf::get).sorted().toList();
      Object self = labels.containsKey(span) ? span : line(span);
      shapeOf.put(span, shapes.computeIfAbsent(List.of(self, below), s -> shapes.size()));
    }
    return shapeOf.getOrDefault(root, -1);
  }

  private SpanLine line(SpanNode span) {
    return edit.apply(RecordedLine.of(span, 0, this::target));
  }

  private List<Step> walk(List<SpanNode> roots) {
    List<Step> walk = new ArrayList<>();
    Deque<Step> open = new ArrayDeque<>();
    pushFolded(roots, 0, open);
    while (!open.isEmpty()) {
      Step step = open.pop();
      walk.add(step);
      pushFolded(step.span().children(), step.depth() + 1, open);
    }
    return walk;
  }

  private void pushFolded(List<SpanNode> siblings, int depth, Deque<Step> open) {
    Map<Integer, List<SpanNode>> equal = new LinkedHashMap<>();
    for (SpanNode span : siblings) {
      equal
          .computeIfAbsent(shapeOf.getOrDefault(span, -1), s -> new ArrayList<>(1))
          .add(span);
    }
    List<List<SpanNode>> groups = new ArrayList<>(equal.values());
    for (int i = groups.size() - 1; i >= 0; i--) {
      open.push(new Step(groups.get(i).get(0), depth, groups.get(i).size()));
    }
  }

  private List<SpanLine> lines(List<Step> walk) {
    List<SpanLine> lines = new ArrayList<>(walk.size());
    for (Step step : walk) {
      SpanLine.Builder line = line(step.span()).toBuilder();
      line.depth = step.depth();
      line.multiplicity = Multiplicity.exactly(step.count());
      line.label = labels.get(step.span());
      lines.add(line.build());
    }
    return lines;
  }
}
