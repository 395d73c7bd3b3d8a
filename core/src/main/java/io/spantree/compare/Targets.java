package io.spantree.compare;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The recorded spans that links point to, found by their ids, which nobody else looks at. */
final class Targets {
  private final Recording recording;
  private @Nullable Map<String, SpanNode> byId;

  Targets(Recording recording) {
    this.recording = recording;
  }

  /** Null when the link points out of the recording. */
  @Nullable
  SpanNode of(LinkData link) {
    if (byId == null) {
      byId = new HashMap<>();
      for (SpanNode span : recording.spans()) {
        byId.putIfAbsent(id(span.data().getSpanContext()), span);
      }
    }
    return byId.get(id(link.getSpanContext()));
  }

  private static String id(SpanContext context) {
    return context.getTraceId() + context.getSpanId();
  }
}
