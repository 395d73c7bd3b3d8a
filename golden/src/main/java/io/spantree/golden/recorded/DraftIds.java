package io.spantree.golden.recorded;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.model.Ancestry;
import io.spantree.outline.SpanState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives drafts ids that make them what they are: children, orphans, circles, doubles. */
final class DraftIds {
  private static final long UNKNOWN = 0xffff_ffff_ffffL;

  private final Map<DraftSpan, SpanContext> contexts = new HashMap<>();
  private final Map<DraftSpan, SpanContext> parents = new HashMap<>();

  DraftIds(DraftTraces traces) {
    List<List<DraftSpan>> order = traces.inOrder();
    for (int trace = 0; trace < order.size(); trace++) {
      SpanContext first = null;
      for (DraftSpan span : order.get(trace)) {
        boolean twin = span.states.contains(SpanState.DUPLICATE) && first != null;
        SpanContext context = twin ? first : context(trace + 1L, contexts.size() + 1L, false);
        first = first == null ? context : first;
        contexts.put(span, Objects.requireNonNull(context));
      }
      for (DraftSpan span : order.get(trace)) {
        parents.put(span, parent(span, trace + 1L));
      }
    }
  }

  private SpanContext parent(DraftSpan span, long trace) {
    DraftSpan parent = span.parent();
    if (parent != null) {
      return of(parent);
    } else if (span.states.contains(SpanState.CYCLE)) {
      List<DraftSpan> below = span.children();
      return of(below.isEmpty() ? span : below.get(0));
    } else if (span.remoteParent || span.states.contains(SpanState.ORPHAN)) {
      return context(trace, UNKNOWN, span.remoteParent);
    }
    return SpanContext.getInvalid();
  }

  private SpanContext of(DraftSpan span) {
    return Objects.requireNonNull(contexts.get(span), "a span of other drafts");
  }

  private static SpanContext context(long trace, long span, boolean remote) {
    String traceId = String.format("%032x", trace);
    String spanId = String.format("%016x", span);
    TraceFlags flags = TraceFlags.getSampled();
    return remote
        ? SpanContext.createFromRemoteParent(traceId, spanId, flags, TraceState.getDefault())
        : SpanContext.create(traceId, spanId, flags, TraceState.getDefault());
  }

  /** What the state of the span says of its ancestry; null when it says nothing. */
  static @Nullable Ancestry ancestry(DraftSpan span) {
    return span.states.contains(SpanState.LOST) ? Ancestry.LOST_CONTEXT : null;
  }

  SpanData data(DraftSpan span, int start) {
    boolean open = span.states.contains(SpanState.OPEN);
    return TestSpanData.builder()
        .setSpanContext(of(span))
        .setParentSpanContext(Objects.requireNonNull(parents.get(span), "a span of other drafts"))
        .setName(span.name)
        .setKind(span.kind)
        .setStatus(span.status)
        .setAttributes(DraftAttributes.of(span.attributes))
        .setEvents(span.events.stream().map(DraftIds::event).toList())
        .setTotalRecordedEvents(span.events.size())
        .setLinks(span.links.stream().map(this::link).toList())
        .setTotalRecordedLinks(span.links.size())
        .setStartEpochNanos(start + 1L)
        .setEndEpochNanos(open ? 0 : Long.MAX_VALUE)
        .setHasEnded(!open)
        .build();
  }

  private static EventData event(DraftSpan.Event event) {
    return EventData.create(1, event.name, DraftAttributes.of(event.attributes));
  }

  /** A span that was taken out since is outside of the recording, too. */
  private LinkData link(DraftSpan.Link link) {
    SpanContext target = link.target == null ? null : contexts.get(link.target);
    return LinkData.create(
        target == null ? context(UNKNOWN, UNKNOWN, true) : target,
        DraftAttributes.of(link.attributes));
  }
}
