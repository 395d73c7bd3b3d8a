package io.spantree.golden.noise;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Set;

/** A span without some of its attributes, nor those of its events and links. */
final class QuietSpan extends DelegatingSpanData {
  private final Attributes attributes;
  private final List<EventData> events;
  private final List<LinkData> links;

  QuietSpan(SpanData span, Set<String> keys) {
    super(span);
    this.attributes = without(span.getAttributes(), keys);
    this.events = span.getEvents().stream()
        .map(event -> EventData.create(
            event.getEpochNanos(), event.getName(), without(event.getAttributes(), keys)))
        .toList();
    this.links = span.getLinks().stream()
        .map(link -> LinkData.create(link.getSpanContext(), without(link.getAttributes(), keys)))
        .toList();
  }

  private static Attributes without(Attributes attributes, Set<String> keys) {
    return attributes.toBuilder().removeIf(key -> keys.contains(key.getKey())).build();
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }

  @Override
  public List<EventData> getEvents() {
    return events;
  }

  @Override
  public List<LinkData> getLinks() {
    return links;
  }
}
