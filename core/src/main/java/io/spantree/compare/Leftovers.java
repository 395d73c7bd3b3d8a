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
import org.jspecify.annotations.Nullable;

/** The places still to be filled and the spans that fill none yet, also by name. */
final class Leftovers {
  private final Alignment alignment;
  private final Hypothesis hypothesis;
  private final Map<Place, Integer> missing = new LinkedHashMap<>();
  private final Map<String, Integer> missingNames = new HashMap<>();
  private final @Nullable Forbidden forbidden;
  private final Map<String, Set<SpanNode>> unexpected = new LinkedHashMap<>();

  Leftovers(
      Alignment alignment, Subject subject, Hypothesis hypothesis, @Nullable Forbidden forbidden) {
    this.alignment = alignment;
    this.hypothesis = hypothesis;
    this.forbidden = forbidden;
    ExpectedTree tree = subject.tree();
    tree.roots().forEach(root -> need(root, null));
    alignment.paired().forEach(this::needBelow);
    needBelowMissing(tree.spans());
    if (hasMissing()) {
      subject.recording().spans().forEach(this::addUnexpected);
    }
  }

  private void addUnexpected(SpanNode span) {
    if (isUnexpected(span)) {
      unexpected.computeIfAbsent(span.name(), name -> new LinkedHashSet<>()).add(span);
    }
  }

  /**
   * What hangs below a missing line may be elsewhere; below one that may be absent none is needed.
   * What is only assumed to be absent frees nothing, or to assume it would explain all away.
   */
  private void needBelowMissing(List<ExpectedSpan> lines) {
    boolean[] absent = new boolean[lines.size()];
    for (ExpectedSpan line : lines) {
      ExpectedSpan parent = line.parent();
      if (!alignment.isPaired(line)) {
        boolean below = parent != null && absent[parent.number()];
        absent[line.number()] =
            below || line.multiplicity().least() == 0 && !hypothesis.saysOfPlaces();
        if (parent != null && !alignment.isPaired(parent) && !below) {
          need(new Place(line, null), line.multiplicity().least());
        }
      }
    }
  }

  private void needBelow(SpanNode span) {
    ExpectedSpan line = alignment.expectedOf(span);
    if (line != null) {
      line.children().forEach(child -> need(child, span));
    }
  }

  private void need(ExpectedSpan line, @Nullable SpanNode under) {
    int count = line.multiplicity().least() - alignment.count(line, under);
    if (count > 0) {
      need(new Place(line, under), count);
    }
  }

  private void need(Place place, int count) {
    if (hypothesis.isWithout(place.expected())) {
      return;
    }
    Integer before = count > 0 ? missing.put(place, count) : missing.remove(place);
    int change = (count > 0 ? 1 : 0) - (before == null ? 0 : 1);
    if (change != 0) {
      missingNames.merge(place.expected().name(), change, Integer::sum);
    }
  }

  void fill(Place place) {
    need(place, missing.getOrDefault(place, 0) - 1);
  }

  /** The span was paired: it is left over no more, and what is missing below it has a parent. */
  void take(SpanNode span) {
    Set<SpanNode> sameName = unexpected.get(span.name());
    if (sameName != null && sameName.remove(span) && sameName.isEmpty()) {
      unexpected.remove(span.name());
    }
    ExpectedSpan line = alignment.expectedOf(span);
    if (line != null) {
      line.children().forEach(child -> need(new Place(child, null), 0));
    }
    needBelow(span);
  }

  boolean isUnexpected(SpanNode span) {
    return !alignment.isPaired(span) && !hypothesis.isWithout(span);
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

  /** The spans that fill no place and that the line may mean by its name, in start order. */
  Collection<SpanNode> unexpected(ExpectedSpan line) {
    Collection<SpanNode> named = named(line);
    return forbidden == null
        ? named
        : named.stream().filter(span -> !forbidden.beside(line, span)).toList();
  }

  private Collection<SpanNode> named(ExpectedSpan line) {
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
