package io.spantree.compare;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.EventData;
import io.spantree.model.SpanAttributes;
import io.spantree.model.SpanNode;
import io.spantree.outline.Notation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be said of a span or an event beside its name, in the notation. */
final class Traits {
  private static final String ATTRIBUTE = " = ";

  private Traits() {}

  static Map<String, String> of(SpanNode span) {
    Map<String, String> traits = of(span.data().getAttributes());
    if (span.kind() != SpanKind.INTERNAL) {
      traits.put("kind", span.kind().name());
    }
    traits.put("status", SpanComparator.notation(span.data().getStatus()));
    put("children", "> ", span.children().stream().map(SpanNode::name).toList(), traits);
    put(
        "events",
        "event ",
        span.data().getEvents().stream().map(EventData::getName).toList(),
        traits);
    return traits;
  }

  static Map<String, String> of(Attributes attributes) {
    Map<String, String> traits = new LinkedHashMap<>();
    SpanAttributes.of(attributes).forEach((key, value) -> {
      String start = Notation.key(key) + ATTRIBUTE;
      traits.put(start, start + Notation.value(value));
    });
    return traits;
  }

  private static void put(
      String trait, String start, List<String> names, Map<String, String> traits) {
    if (!names.isEmpty()) {
      traits.put(
          trait, start + String.join(", ", names.stream().map(Notation::name).toList()));
    }
  }

  /** What is said of one that lacks what others have. */
  static String ifMissing(String trait) {
    return trait.endsWith(ATTRIBUTE) ? trait + "<absent>" : "";
  }
}
