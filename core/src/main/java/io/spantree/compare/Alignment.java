package io.spantree.compare;

import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which recorded span stands for which line of the outline. */
public final class Alignment {
  private final Map<SpanNode, ExpectedSpan> expected = new HashMap<>();
  private final Map<SpanNode, ExpectedSpan> copies = new HashMap<>();
  private final Map<ExpectedSpan, List<SpanNode>> actual = new HashMap<>();
  private final Map<Place, List<SpanNode>> filled = new HashMap<>();

  void pair(Place place, SpanNode span) {
    expected.put(span, place.expected());
    actual.computeIfAbsent(place.expected(), line -> new ArrayList<>(1)).add(span);
    filled.computeIfAbsent(place, p -> new ArrayList<>(1)).add(span);
  }

  /** Says of spans that were paired before their parent was that they stand under it. */
  void settle(ExpectedSpan line, SpanNode under) {
    List<SpanNode> unsettled = filled.getOrDefault(new Place(line, null), List.of());
    for (SpanNode span : List.copyOf(unsettled)) {
      if (span.parent() == under) {
        unsettled.remove(span);
        filled.computeIfAbsent(new Place(line, under), p -> new ArrayList<>(1)).add(span);
      }
    }
  }

  void addCopy(Place place, SpanNode span) {
    copies.put(span, place.expected());
    filled.computeIfAbsent(place, p -> new ArrayList<>(1)).add(span);
  }

  /** The spans in a place, surplus copies included. */
  List<SpanNode> in(Place place) {
    return filled.getOrDefault(place, List.of());
  }

  /** Whether a span stands for the line directly under that one. */
  public boolean isFilled(ExpectedSpan line, @Nullable SpanNode under) {
    for (SpanNode span : in(new Place(line, under))) {
      if (span.parent() == under) {
        return true;
      }
    }
    return false;
  }

  /** The line that a recorded span stands for; null when it was not expected. */
  public @Nullable ExpectedSpan expectedOf(SpanNode span) {
    return expected.get(span);
  }

  /** The line of which a recorded span is a surplus copy; null when it is none. */
  public @Nullable ExpectedSpan copyOf(SpanNode span) {
    return copies.get(span);
  }

  /** The recorded spans that stand for a line, surplus copies left out. */
  public List<SpanNode> actualOf(ExpectedSpan line) {
    return Collections.unmodifiableList(actual.getOrDefault(line, List.of()));
  }

  boolean isPaired(SpanNode span) {
    return expected.containsKey(span);
  }

  boolean isPaired(ExpectedSpan line) {
    return actual.containsKey(line);
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
