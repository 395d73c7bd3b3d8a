package io.spantree.golden.recorded;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.Trace;
import io.spantree.outline.Multiplicity;
import io.spantree.outline.Outline;
import io.spantree.outline.RecordedLine;
import io.spantree.outline.SpanLine;
import io.spantree.outline.TraceOutline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes each recorded span by a line of its own. */
final class PlainOutline {
  private final Map<String, String> labels = new HashMap<>();
  private final Set<String> labelled = new HashSet<>();

  private PlainOutline(Recording recording) {
    Set<String> targets = new HashSet<>();
    for (SpanNode span : recording.spans()) {
      for (LinkData link : span.data().getLinks()) {
        targets.add(id(link.getSpanContext()));
      }
    }
    for (SpanNode span : recording.spans()) {
      String id = id(span.data().getSpanContext());
      if (targets.contains(id)) {
        labels.putIfAbsent(id, Integer.toString(labels.size() + 1));
      }
    }
  }

  static Outline of(Recording recording) {
    PlainOutline plain = new PlainOutline(recording);
    List<TraceOutline> traces = new ArrayList<>();
    for (Trace trace : recording.traces()) {
      String name = recording.traces().size() == 1 ? null : trace.roots().get(0).name();
      traces.add(new TraceOutline(name, Multiplicity.ONCE, plain.lines(trace), List.of()));
    }
    return new Outline(traces, false, List.of());
  }

  private record Step(SpanNode span, int depth) {}

  private List<SpanLine> lines(Trace trace) {
    List<SpanLine> lines = new ArrayList<>(trace.spans().size());
    Deque<Step> open = new ArrayDeque<>();
    push(trace.roots(), 0, open);
    while (!open.isEmpty()) {
      Step step = open.pop();
      lines.add(line(step.span(), step.depth()));
      push(step.span().children(), step.depth() + 1, open);
    }
    return lines;
  }

  private static void push(List<SpanNode> siblings, int depth, Deque<Step> open) {
    for (int i = siblings.size() - 1; i >= 0; i--) {
      open.push(new Step(siblings.get(i), depth));
    }
  }

  private SpanLine line(SpanNode span, int depth) {
    SpanLine line = RecordedLine.of(span, depth, context -> labels.get(id(context)));
    return new SpanLine(
        depth,
        line.name(),
        line.kind(),
        line.status(),
        false,
        false,
        Multiplicity.ONCE,
        label(span),
        line.remoteParent(),
        line.states(),
        line.attributes(),
        line.events(),
        line.links(),
        Set.of(),
        EvidenceComment.of(span));
  }

  /** Of several spans with one id the first is the one that links mean. */
  private @Nullable String label(SpanNode span) {
    String label = labels.get(id(span.data().getSpanContext()));
    return label != null && labelled.add(label) ? label : null;
  }

  private static String id(SpanContext context) {
    return context.getTraceId() + context.getSpanId();
  }
}
