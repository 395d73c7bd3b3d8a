package io.spantree.golden.run;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A name of the telemetry contract with what it came with.
 *
 * @param scope the name of the instrumentation scope
 * @param name the name of the span
 * @param kind its kind, such as {@code CLIENT}
 * @param attributes the keys of its attributes, each with the type of its value in the words of the
 *     notation, such as {@code long} and {@code string[]}
 */
public record SeenSpan(
    String scope, String name, String kind, SortedMap<String, String> attributes) {
  public SeenSpan {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }
}
