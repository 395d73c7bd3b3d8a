package io.spantree.golden.run;

import java.util.List;

/**
 * The telemetry of a recording of which the test class had not emitted the like before.
 *
 * <p>{@code {"type":"names","at":…,"classes":["io.acme.OrderTest"],"spans":[{"scope":"orders",
 * "name":"place order","kind":"INTERNAL","attributes":{"coins":"long"}}]}}
 *
 * @param at when the line was written
 * @param classes the binary names of the outermost class down to the class whose test ran
 * @param spans its spans, equal ones once
 */
public record NamesSeen(long at, List<String> classes, List<SeenSpan> spans) implements RunLine {
  public NamesSeen {
    classes = List.copyOf(classes);
    spans = List.copyOf(spans);
  }
}
