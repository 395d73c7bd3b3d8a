package io.spantree.golden.recorded;

import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.spantree.model.Evidence;
import io.spantree.model.RecordedSpan;
import io.spantree.model.Recording;
import io.spantree.model.SpanAttributes;
import io.spantree.model.SpanNode;
import io.spantree.model.Trace;
import io.spantree.outline.SpanState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A recording that can still be changed: its traces, each a list of root spans. */
public final class DraftTraces {
  private final List<List<DraftSpan>> traces = new ArrayList<>();
  private final Map<SpanNode, DraftSpan> drafts = new HashMap<>();

  DraftTraces() {}

  /** The spans of a recording, as drafts. */
  public static DraftTraces of(Recording recording) {
    DraftTraces traces = new DraftTraces();
    Map<String, DraftSpan> byId = new HashMap<>();
    for (SpanNode span : recording.spans()) {
      DraftSpan draft = draft(span);
      traces.drafts.put(span, draft);
      byId.putIfAbsent(id(span.data().getTraceId(), span.data().getSpanId()), draft);
    }
    for (Trace trace : recording.traces()) {
      for (SpanNode span : trace.spans()) {
        for (SpanNode child : span.children()) {
          traces.of(child).hangUnder(traces.of(span));
        }
        for (LinkData link : span.data().getLinks()) {
          String id =
              id(link.getSpanContext().getTraceId(), link.getSpanContext().getSpanId());
          DraftSpan.Link target = new DraftSpan.Link(byId.get(id));
          target.attributes.putAll(SpanAttributes.of(link.getAttributes()));
          traces.of(span).links.add(target);
        }
      }
      traces.addTrace(trace.roots().stream().map(traces::of).toList());
    }
    return traces;
  }

  private static String id(String trace, String span) {
    return trace + span;
  }

  private static DraftSpan draft(SpanNode span) {
    DraftSpan draft = new DraftSpan(span.name());
    draft.kind = span.kind();
    draft.status = span.data().getStatus();
    draft.remoteParent = span.position() == SpanNode.Position.REMOTE_CHILD;
    draft.states.addAll(SpanState.of(span));
    draft.attributes.putAll(SpanAttributes.of(span.data().getAttributes()));
    draft.comments = EvidenceComment.of(span);
    for (EventData event : span.data().getEvents()) {
      DraftSpan.Event same = new DraftSpan.Event(event.getName());
      same.attributes.putAll(SpanAttributes.of(event.getAttributes()));
      draft.events.add(same);
    }
    return draft;
  }

  /** The draft of a recorded span. */
  public DraftSpan of(SpanNode span) {
    return Objects.requireNonNull(drafts.get(span), "a span of another recording");
  }

  public void addTrace(List<DraftSpan> roots) {
    traces.add(new ArrayList<>(roots));
  }

  /** The roots of the trace that the span is in. */
  public List<DraftSpan> traceOf(DraftSpan span) {
    DraftSpan root = span;
    for (DraftSpan at = span; at != null; at = at.parent()) {
      root = at;
    }
    for (List<DraftSpan> trace : traces) {
      if (trace.contains(root)) {
        return trace;
      }
    }
    throw new IllegalArgumentException(span + " has been removed");
  }

  /** Takes the span out, with all that is below it. */
  public void remove(DraftSpan span) {
    span.leaveParent();
    traces.forEach(trace -> trace.remove(span));
    traces.removeIf(List::isEmpty);
  }

  /** Moves the span, with all that is below it, under another one. */
  public void move(DraftSpan span, DraftSpan under) {
    remove(span);
    span.hangUnder(under);
  }

  /** Makes the span a root, in the trace of another one or in a trace of its own. */
  public void makeRoot(DraftSpan span, @Nullable DraftSpan beside) {
    List<DraftSpan> trace = beside == null || beside == span ? null : traceOf(beside);
    remove(span);
    if (trace == null) {
      addTrace(List.of(span));
    } else {
      trace.add(span);
    }
  }

  /** All spans, parents first, in the order in which they are to have begun. */
  List<List<DraftSpan>> inOrder() {
    List<List<DraftSpan>> order = new ArrayList<>();
    for (List<DraftSpan> roots : traces) {
      List<DraftSpan> spans = new ArrayList<>(roots);
      for (int i = 0; i < spans.size(); i++) {
        spans.addAll(spans.get(i).children());
      }
      order.add(spans);
    }
    return order;
  }

  private static boolean isSeen(DraftSpan draft) {
    return !draft.comments.isEmpty() || draft.states.contains(SpanState.LOST);
  }

  /** The drafts as a recording; with evidence if that of any span is known. */
  public Recording record() {
    DraftIds ids = new DraftIds(this);
    List<RecordedSpan> spans = new ArrayList<>();
    List<List<DraftSpan>> order = inOrder();
    boolean known = order.stream().anyMatch(trace -> trace.stream().anyMatch(DraftTraces::isSeen));
    for (List<DraftSpan> trace : order) {
      for (DraftSpan draft : trace) {
        Evidence evidence = !known
            ? null
            : EvidenceComment.evidence(
                spans.size(),
                draft.states.contains(SpanState.OPEN),
                DraftIds.ancestry(draft),
                draft.comments);
        spans.add(new RecordedSpan(ids.data(draft, spans.size()), evidence));
      }
    }
    return Recording.ofRecorded(spans, null);
  }
}
