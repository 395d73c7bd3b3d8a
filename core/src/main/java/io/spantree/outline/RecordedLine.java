package io.spantree.outline;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.spantree.model.SpanAttributes;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a recorded span as the line that describes all of it. */
public final class RecordedLine {
  private RecordedLine() {}

  /**
   * The line of a span.
   *
   * @param depth the depth it is to stand at
   * @param targetOf the label of the span that a link points to; null when it is not recorded
   */
  public static SpanLine of(
      SpanNode span, int depth, Function<SpanContext, @Nullable String> targetOf) {
    SpanLine.Builder line = SpanLine.builder(depth, ValuePattern.text(span.name()));
    line.kind = span.kind() == SpanKind.INTERNAL ? null : span.kind();
    line.status = status(span.data().getStatus());
    line.remoteParent = span.position() == SpanNode.Position.REMOTE_CHILD;
    line.states.addAll(SpanState.of(span));
    line.attributes.addAll(attributes(span.data().getAttributes()));
    for (EventData event : span.data().getEvents()) {
      line.events.add(event(event));
    }
    for (LinkData link : span.data().getLinks()) {
      String target = targetOf.apply(link.getSpanContext());
      line.links.add(new LinkLine(target, attributes(link.getAttributes()), false, List.of()));
    }
    return line.build();
  }

  /** The line of an event. */
  public static EventLine event(EventData event) {
    ValuePattern name = ValuePattern.text(event.getName());
    return new EventLine(name, attributes(event.getAttributes()), false, List.of());
  }

  private static @Nullable StatusPattern status(StatusData status) {
    String description = status.getDescription();
    if (status.getStatusCode() == StatusCode.UNSET) {
      return null;
    }
    boolean described = description != null && !description.isEmpty();
    return new StatusPattern(
        status.getStatusCode(), described ? ValuePattern.text(description) : null);
  }

  private static List<AttributeLine> attributes(Attributes attributes) {
    List<AttributeLine> lines = new ArrayList<>(attributes.size());
    SpanAttributes.of(attributes)
        .forEach((key, value) ->
            lines.add(new AttributeLine(key, new ValuePattern.Literal(value), List.of())));
    return lines;
  }
}
