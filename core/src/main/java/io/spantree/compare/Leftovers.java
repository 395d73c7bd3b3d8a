package io.spantree.compare;

import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The places still to be filled and the spans that fill none yet, also by name. */
final class Leftovers {
  private final Map<Place, Integer> missing = new LinkedHashMap<>();
  private final Map<String, Integer> missingNames = new HashMap<>();
  private final Map<String, Set<SpanNode>> unexpected = new LinkedHashMap<>();

  Leftovers(Collection<SpanNode> spans) {
    for (SpanNode span : spans) {
      unexpected.computeIfAbsent(span.name(), name -> new LinkedHashSet<>()).add(span);
    }
  }

  void need(Place place, int count) {
    Integer before = count > 0 ? missing.put(place, count) : missing.remove(place);
    int change = (count > 0 ? 1 : 0) - (before == null ? 0 : 1);
    missingNames.merge(place.expected().name(), change, Integer::sum);
  }

  void fill(Place place) {
    need(place, missing.getOrDefault(place, 0) - 1);
  }

  void take(SpanNode span) {
    Set<SpanNode> sameName = unexpected.get(span.name());
    if (sameName != null && sameName.remove(span) && sameName.isEmpty()) {
      unexpected.remove(span.name());
    }
  }

  boolean isUnexpected(SpanNode span) {
    return unexpected.getOrDefault(span.name(), Set.of()).contains(span);
  }

  /** The places in the order in which they were found: parents before their children. */
  List<Place> missing() {
    return List.copyOf(missing.keySet());
  }

  boolean isMissing(Place place) {
    return missing.containsKey(place);
  }

  boolean isMissing(String name) {
    return missingNames.getOrDefault(name, 0) > 0;
  }

  boolean hasMissing() {
    return !missing.isEmpty();
  }

  boolean isUnexpected(String name) {
    return unexpected.containsKey(name);
  }

  /** The spans that fill no place and whose names the line accepts, in start order. */
  Collection<SpanNode> unexpected(ExpectedSpan line) {
    String literal = line.line().name().literalText();
    if (literal != null) {
      return unexpected.getOrDefault(literal, Set.of());
    }
    List<SpanNode> accepted = new ArrayList<>();
    unexpected.forEach((name, spans) -> {
      if (line.line().name().acceptsText(name)) {
        accepted.addAll(spans);
      }
    });
    return accepted;
  }
}
