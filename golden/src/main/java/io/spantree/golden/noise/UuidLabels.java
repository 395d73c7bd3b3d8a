package io.spantree.golden.noise;

import io.opentelemetry.api.common.Attributes;
import io.spantree.model.AttributeValue;
import io.spantree.model.SpanNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Names the UUIDs that occur more than once, by the key under which each occurs first. */
final class UuidLabels {
  /** More labels than these say less to a reader, and may not be settled between equal spans. */
  private static final int MOST_LABELS = 5;

  private final Map<String, String> firstKeys = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  void add(SpanNode span) {
    add(span.data().getAttributes());
    span.data().getEvents().forEach(event -> add(event.getAttributes()));
    span.data().getLinks().forEach(link -> add(link.getAttributes()));
  }

  private void add(Attributes attributes) {
    attributes.forEach((key, value) -> {
      if (value instanceof String text && Shapes.isUuid(AttributeValue.of(text))) {
        firstKeys.putIfAbsent(text, key.getKey());
        counts.merge(text, 1, Integer::sum);
      }
    });
  }

  /** The labels by UUID; empty when there are too many. */
  Map<String, String> shared() {
    Map<String, String> labels = new HashMap<>();
    Set<String> taken = new HashSet<>();
    firstKeys.forEach((uuid, key) -> {
      if (counts.getOrDefault(uuid, 0) > 1) {
        labels.put(uuid, label(key, taken));
      }
    });
    return labels.size() > MOST_LABELS ? Map.of() : labels;
  }

  /** {@code customer} for {@code app.customer.id}. */
  private static String label(String key, Set<String> taken) {
    String stem =
        key.endsWith(".id") || key.endsWith("_id") ? key.substring(0, key.length() - 3) : key;
    StringBuilder word = new StringBuilder();
    for (char c : stem.substring(stem.lastIndexOf('.') + 1).toCharArray()) {
      word.append(c < 128 && Character.isLetterOrDigit(c) ? c : '_');
    }
    String label = word.isEmpty() ? "id" : word.toString();
    String unique = label;
    for (int i = 2; !taken.add(unique); i++) {
      unique = label + i;
    }
    return unique;
  }
}
