package io.spantree.compare;

import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Pairs what is missing under a recorded parent with what is unexpected there, if they resemble. */
final class Renames {
  /** A parent with more leftovers than this on one side was rewritten, not renamed. */
  private static final int MOST = 200;

  private final Alignment alignment;
  private final Leftovers leftovers;
  private final Resemblance resemblance;
  private final List<SpanNode> roots;

  Renames(Alignment alignment, Leftovers leftovers, Resemblance resemblance, List<SpanNode> roots) {
    this.alignment = alignment;
    this.leftovers = leftovers;
    this.resemblance = resemblance;
    this.roots = roots;
  }

  private record Candidate(Place place, SpanNode span, double share) {}

  /**
   * Hands each pair to the consumer, the most similar first, and says whether there was any.
   *
   * @param evenIfMoved whether names that are missing or left over elsewhere take part, too
   */
  boolean find(boolean evenIfMoved, BiConsumer<Place, SpanNode> pairs) {
    Map<@Nullable SpanNode, List<Place>> byParent = new LinkedHashMap<>();
    for (Place place : leftovers.missing()) {
      boolean belowPaired = place.under() != null || place.expected().parent() == null;
      if (belowPaired && alignment.count(place) == 0 && mayRename(place, evenIfMoved)) {
        byParent.computeIfAbsent(place.under(), parent -> new ArrayList<>()).add(place);
      }
    }
    boolean found = false;
    for (Map.Entry<@Nullable SpanNode, List<Place>> entry : byParent.entrySet()) {
      SpanNode parent = entry.getKey();
      List<SpanNode> spans = parent == null ? roots : parent.children();
      found |= pairBest(entry.getValue(), unexpected(spans, evenIfMoved), pairs);
    }
    return found;
  }

  private boolean mayRename(Place place, boolean evenIfMoved) {
    return evenIfMoved || leftovers.unexpected(place.expected()).isEmpty();
  }

  private List<SpanNode> unexpected(List<SpanNode> spans, boolean evenIfMoved) {
    return spans.stream()
        .filter(leftovers::isUnexpected)
        .filter(span -> evenIfMoved || !leftovers.isMissing(span.name()))
        .limit(MOST + 1)
        .toList();
  }

  private boolean pairBest(
      List<Place> places, List<SpanNode> spans, BiConsumer<Place, SpanNode> pairs) {
    if (places.size() > MOST || spans.size() > MOST) {
      return false;
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Place place : places) {
      for (SpanNode span : spans) {
        boolean renamed = !place.expected().line().name().acceptsText(span.name());
        if (renamed && resemblance.isEnough(place.expected(), span)) {
          candidates.add(new Candidate(place, span, resemblance.share(place.expected(), span)));
        }
      }
    }
    candidates.sort((left, right) -> Double.compare(right.share(), left.share()));
    boolean found = false;
    for (Candidate candidate : candidates) {
      if (leftovers.isMissing(candidate.place())
          && alignment.count(candidate.place()) == 0
          && leftovers.isUnexpected(candidate.span())) {
        pairs.accept(candidate.place(), candidate.span());
        found = true;
      }
    }
    return found;
  }
}
