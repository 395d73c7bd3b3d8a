package io.spantree.compare;

import io.spantree.model.SpanNode;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Pairs what is missing in one place with what is left over in another, under the same name. */
final class Moves {
  /** Among very many spans of one name the first ones are looked at. */
  private static final int MOST = 64;

  /** A span that kept its name may differ in this much and still be the same. */
  private static final int MOST_DIFFERENCES = 2;

  private static final long FAR = 1_000;

  private final Alignment alignment;
  private final Leftovers leftovers;
  private final Resemblance resemblance;

  Moves(Alignment alignment, Leftovers leftovers, Resemblance resemblance) {
    this.alignment = alignment;
    this.leftovers = leftovers;
    this.resemblance = resemblance;
  }

  /** Hands each pair to the consumer, parents before children, and says whether there was any. */
  boolean find(BiConsumer<Place, SpanNode> pairs) {
    boolean found = false;
    for (Place place : leftovers.missing()) {
      SpanNode best = leftovers.isMissing(place) ? best(place.expected()) : null;
      if (best != null) {
        pairs.accept(place, best);
        found = true;
      }
    }
    return found;
  }

  private @Nullable SpanNode best(ExpectedSpan line) {
    Collection<SpanNode> candidates = leftovers.unexpected(line);
    SpanNode best = null;
    long least = Long.MAX_VALUE;
    int seen = 0;
    for (SpanNode span : candidates) {
      int differences = resemblance.differences(line, span);
      long distance = differences + (isNear(line, span) ? 0 : FAR);
      boolean same = differences <= MOST_DIFFERENCES || resemblance.isEnough(line, span);
      if (same && distance < least) {
        least = distance;
        best = span;
      }
      if (++seen == MOST) {
        break;
      }
    }
    return best;
  }

  /** Whether only a span in between came or went: the span was wrapped or unwrapped. */
  private boolean isNear(ExpectedSpan line, SpanNode span) {
    SpanNode above = alignment.pairedAbove(span);
    ExpectedSpan lineAbove = alignment.pairedAbove(line);
    return above == null ? lineAbove == null : alignment.expectedOf(above) == lineAbove;
  }
}
