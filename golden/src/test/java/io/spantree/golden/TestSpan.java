package io.spantree.golden;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.spantree.model.Recording;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A span that a test can change before it is recorded; its parent is the span that holds it. */
final class TestSpan {
  /** What a root's missing parent is. */
  enum Above {
    NONE,
    REMOTE,
    UNKNOWN
  }

  String name;
  SpanKind kind = SpanKind.INTERNAL;
  StatusData status = StatusData.unset();
  Above above = Above.NONE;
  final SortedMap<String, Long> attributes = new TreeMap<>();
  final List<Event> events = new ArrayList<>();
  final List<TestSpan> links = new ArrayList<>();
  final List<TestSpan> children = new ArrayList<>();

  record Event(String name, long value) {}

  TestSpan(String name) {
    this.name = name;
  }

  TestSpan copy() {
    TestSpan copy = new TestSpan(name);
    copy.kind = kind;
    copy.status = status;
    copy.above = above;
    copy.attributes.putAll(attributes);
    copy.events.addAll(events);
    copy.links.addAll(links);
    children.forEach(child -> copy.children.add(child.copy()));
    return copy;
  }

  /** The span and all below it, parents first. */
  List<TestSpan> all() {
    List<TestSpan> all = new ArrayList<>(List.of(this));
    for (int i = 0; i < all.size(); i++) {
      all.addAll(all.get(i).children);
    }
    return all;
  }

  /** Records the traces, each a list of roots; they begin in the order of the lists. */
  static Recording record(List<List<TestSpan>> traces) {
    Map<TestSpan, SpanContext> contexts = new IdentityHashMap<>();
    for (int i = 0; i < traces.size(); i++) {
      for (TestSpan root : traces.get(i)) {
        for (TestSpan span : root.all()) {
          contexts.put(span, context(i + 1, contexts.size() + 1, false));
        }
      }
    }
    List<SpanData> spans = new ArrayList<>();
    for (int i = 0; i < traces.size(); i++) {
      for (TestSpan root : traces.get(i)) {
        root.record(parentOf(root, i + 1), contexts, spans);
      }
    }
    return Recording.of(spans);
  }

  private static SpanContext parentOf(TestSpan root, int trace) {
    return root.above == Above.NONE
        ? SpanContext.getInvalid()
        : context(trace, 999_999, root.above == Above.REMOTE);
  }

  private static SpanContext context(long trace, long span, boolean remote) {
    String traceId = String.format("%032x", trace);
    String spanId = String.format("%016x", span);
    return remote
        ? SpanContext.createFromRemoteParent(
            traceId, spanId, TraceFlags.getSampled(), TraceState.getDefault())
        : SpanContext.create(traceId, spanId, TraceFlags.getSampled(), TraceState.getDefault());
  }

  private void record(
      SpanContext parent, Map<TestSpan, SpanContext> contexts, List<SpanData> spans) {
    SpanContext self = contexts.getOrDefault(this, SpanContext.getInvalid());
    var allAttributes = Attributes.builder();
    attributes.forEach(allAttributes::put);
    spans.add(TestSpanData.builder()
        .setSpanContext(self)
        .setParentSpanContext(parent)
        .setName(name)
        .setKind(kind)
        .setStatus(status)
        .setAttributes(allAttributes.build())
        .setEvents(events.stream().map(TestSpan::event).toList())
        .setLinks(links.stream().map(target -> link(target, contexts)).toList())
        .setStartEpochNanos(spans.size() + 1)
        .setEndEpochNanos(1_000_000)
        .setHasEnded(true)
        .build());
    children.forEach(child -> child.record(self, contexts, spans));
  }

  private static EventData event(Event event) {
    return EventData.create(
        1, event.name(), Attributes.builder().put("v", event.value()).build());
  }

  /** A target that was not recorded stands for one in another process. */
  private static LinkData link(TestSpan target, Map<TestSpan, SpanContext> contexts) {
    return LinkData.create(contexts.getOrDefault(target, context(99, 99, true)));
  }

  static StatusData error(String description) {
    return StatusData.create(StatusCode.ERROR, description);
  }
}
