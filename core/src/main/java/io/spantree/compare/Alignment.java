package io.spantree.compare;

import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which recorded span stands for which line of the outline.
 *
 * <p>Lines and spans are known by their numbers, so that nothing is hashed where all is as expected.
 */
public final class Alignment {
  private final SpanNumbers numbers;
  private final Places places;
  private final @Nullable ExpectedSpan[] expected;
  private final @Nullable SpanNode[] first;
  private final Map<ExpectedSpan, List<SpanNode>> several = new HashMap<>();
  private final Map<SpanNode, ExpectedSpan> copies = new HashMap<>();
  private final Set<SpanNode> renamed = new HashSet<>();
  private final Set<SpanNode> elsewhere = new HashSet<>();
  private final List<SpanNode> paired;

  Alignment(ExpectedTree tree, Recording recording) {
    this.numbers = SpanNumbers.of(recording);
    this.places = new Places(tree, numbers);
    this.expected = new ExpectedSpan[numbers.count()];
    this.first = new SpanNode[tree.spans().size()];
    this.paired = new ArrayList<>(Math.min(first.length, expected.length));
  }

  void pair(ExpectedSpan line, @Nullable SpanNode under, SpanNode span) {
    expected[numbers.of(span)] = line;
    paired.add(span);
    if (under != null && span.parent() != under) {
      elsewhere.add(span);
    }
    places.fill(line, under, span);
    places.open(line, span);
    SpanNode before = first[line.number()];
    if (before == null) {
      first[line.number()] = span;
    } else {
      several.computeIfAbsent(line, l -> new ArrayList<>(List.of(before))).add(span);
    }
  }

  /** Pairs a span with a line that has another name. */
  void pairRenamed(Place place, SpanNode span) {
    pair(place.expected(), place.under(), span);
    renamed.add(span);
  }

  /** Pairs a span with a line that may have another name. */
  void pairAnyName(ExpectedSpan line, @Nullable SpanNode under, SpanNode span) {
    if (line.line().name().acceptsText(span.name())) {
      pair(line, under, span);
    } else {
      pairRenamed(new Place(line, under), span);
    }
  }

  /** Whether the span fills a place under another span than the one it hangs under. */
  boolean isElsewhere(SpanNode span) {
    return !elsewhere.isEmpty() && elsewhere.contains(span);
  }

  boolean isRenamed(SpanNode span) {
    return !renamed.isEmpty() && renamed.contains(span);
  }

  void addCopy(Place place, SpanNode span) {
    copies.put(span, place.expected());
    places.fill(place.expected(), place.under(), span);
  }

  /** The number of spans in a place, surplus copies included. */
  int count(ExpectedSpan line, @Nullable SpanNode under) {
    return places.count(line, under);
  }

  int count(Place place) {
    return places.count(place.expected(), place.under());
  }

  /** The first span in a place that is not empty. */
  SpanNode firstIn(Place place) {
    return Objects.requireNonNull(places.first(place.expected(), place.under()));
  }

  /** Whether a span stands for the line directly under that one. */
  public boolean isFilled(ExpectedSpan line, @Nullable SpanNode under) {
    return places.isFilledFromBelow(line, under);
  }

  /** The line that a recorded span stands for; null when it was not expected. */
  public @Nullable ExpectedSpan expectedOf(SpanNode span) {
    int number = numbers.of(span);
    return number < expected.length ? expected[number] : null;
  }

  /** The line of which a recorded span is a surplus copy; null when it is none. */
  public @Nullable ExpectedSpan copyOf(SpanNode span) {
    return copies.isEmpty() ? null : copies.get(span);
  }

  /** The recorded spans that stand for a line, surplus copies left out. */
  public List<SpanNode> actualOf(ExpectedSpan line) {
    SpanNode only = first[line.number()];
    if (only == null) {
      return List.of();
    }
    List<SpanNode> all = several.isEmpty() ? null : several.get(line);
    return all == null ? List.of(only) : Collections.unmodifiableList(all);
  }

  /** All spans that stand for a line, in the order in which they were paired. */
  List<SpanNode> paired() {
    return paired;
  }

  /** Whether every recorded span stands for a line. */
  boolean isComplete() {
    return paired.size() == expected.length;
  }

  /** The ids of the traces of which a root stands for a line. */
  public Set<String> describedTraces() {
    Set<String> ids = new HashSet<>();
    for (SpanNode span : paired) {
      if (span.parent() == null) {
        ids.add(span.data().getTraceId());
      }
    }
    return ids;
  }

  boolean isPaired(SpanNode span) {
    return expectedOf(span) != null;
  }

  boolean isPaired(ExpectedSpan line) {
    return first[line.number()] != null;
  }

  /** The nearest span above that stands for a line; null when there is none. */
  @Nullable
  SpanNode pairedAbove(SpanNode span) {
    SpanNode above = span.parent();
    while (above != null && !isPaired(above)) {
      above = above.parent();
    }
    return above;
  }

  /** The nearest line above for which a span stands; null when there is none. */
  @Nullable
  ExpectedSpan pairedAbove(ExpectedSpan line) {
    ExpectedSpan above = line.parent();
    while (above != null && !isPaired(above)) {
      above = above.parent();
    }
    return above;
  }
}
