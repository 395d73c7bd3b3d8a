package io.spantree.model;

import io.opentelemetry.api.common.Attributes;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Attributes by key alone, because an attribute that changed its type is still the same one. */
public final class SpanAttributes {
  private SpanAttributes() {}

  /** The values by key, sorted. */
  public static SortedMap<String, AttributeValue> of(Attributes attributes) {
    if (attributes.isEmpty()) {
      return Collections.emptySortedMap();
    }
    SortedMap<String, AttributeValue> byKey = new TreeMap<>();
    attributes.forEach((key, value) -> byKey.put(key.getKey(), AttributeValue.of(key, value)));
    return byKey;
  }
}
