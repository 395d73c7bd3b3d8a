package io.spantree.compare;

import io.spantree.model.SpanNode;
import io.spantree.outline.OpenPart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What it costs to take a span for a line: the findings that this would yield, all below included.
 *
 * <p>The children are paired as they would be in the end, by a {@link SiblingPairer} that asks here
 * again; each pair is asked once.
 */
final class PairCosts {
  /** The cost of a pair that cannot be; 400 of these still fit into a long. */
  static final long REFUSED = 1L << 50;

  /** A matcher is filled after the literal names, and an optional slot after a required one. */
  private static final long MATCHER = 1L << 40;

  private static final long OPTIONAL = 1L << 39;
  private static final long DIFFERENCE = 1L << 20;
  private static final int MOST_DIFFERENCES = 1 << 10;
  private static final int MOST_RELUCTANCE = 7;

  /** Among equal pairings the one in the order of the lines is taken, or ORDER would be found. */
  private static final long MOST_CROSSING = 1L << 8;

  /** Deeper than this, and after this many comparisons, only the spans themselves are compared. */
  private static final int DEEPEST = 64;

  private static final int MOST_COMPARED = 1_000_000;

  private final Mode mode;
  private final Resemblance resemblance;
  private final Hypothesis hypothesis;
  private final SubtreeHashes hashes;
  private final SiblingPairer siblings;
  private final Map<Place, Integer> known = new HashMap<>();
  private final Map<SpanNode, Integer> reluctance = new HashMap<>();
  private int depth;
  private int asked;
  private boolean gaveUp;

  PairCosts(Subject subject, Resemblance resemblance, Hypothesis hypothesis) {
    this.mode = subject.mode();
    this.resemblance = resemblance;
    this.hypothesis = hypothesis;
    this.hashes = subject.hashes();
    this.siblings = new SiblingPairer(this, subject.tree());
  }

  /** A span that several lines may mean is rather left to others. */
  void setReluctance(SpanNode span, int value) {
    reluctance.put(span, Math.min(value, MOST_RELUCTANCE));
  }

  /** Whether the span stands where the line may stand, whatever its name. */
  boolean mayStandFor(ExpectedSpan line, SpanNode span) {
    return Slot.mayStandFor(line, span, mode);
  }

  boolean accepts(Slot slot, SpanNode span) {
    return slot.accepts(span, mode);
  }

  /** Notes that the pairing was cut short, and may not be the best. */
  void giveUp() {
    gaveUp = true;
  }

  boolean gaveUp() {
    return gaveUp;
  }

  /** How many pairs were looked at. */
  int asked() {
    return asked;
  }

  long of(Slot slot, SpanNode span) {
    asked++;
    if (!accepts(slot, span)) {
      return REFUSED;
    }
    return least(slot)
        + DIFFERENCE * Math.min(MOST_DIFFERENCES, differences(slot.line(), span))
        + MOST_CROSSING * reluctance.getOrDefault(span, 0);
  }

  /** What it costs to fill the slot with a span in which nothing differs. */
  long least(Slot slot) {
    boolean matcher = slot.line().line().name().literalText() == null;
    return (slot.optional() ? OPTIONAL : 0) + (matcher ? MATCHER : 0);
  }

  /** What it costs more to pair so far from the order of the lines. */
  static long crossing(int distance) {
    return Math.min(MOST_CROSSING, (long) distance * distance);
  }

  boolean areEqual(ExpectedSpan line, SpanNode span) {
    return accepts(new Slot(line, false), span) && differences(line, span) == 0;
  }

  /** The same for a line and a span that nothing tells apart; NONE where equality does not decide. */
  long hash(Slot slot) {
    boolean decides = mode == Mode.CLOSED && hypothesis.targets().isEmpty();
    return decides ? hashes.of(slot.line()) : SubtreeHashes.NONE;
  }

  long hash(SpanNode span) {
    return hashes.of(span);
  }

  /** The findings that the pair and what hangs below would yield. */
  private int differences(ExpectedSpan line, SpanNode span) {
    long hash = hash(new Slot(line, false));
    if (hash != SubtreeHashes.NONE && hash == hashes.of(span)) {
      return 0;
    }
    int own = resemblance.differences(line, span) + (hypothesis.refuses(line, span) ? 1 : 0);
    boolean leaves =
        line.children().isEmpty() && (mode == Mode.OPEN || span.children().isEmpty());
    if (leaves || depth >= DEEPEST || known.size() >= MOST_COMPARED) {
      return own;
    }
    Place pair = new Place(line, span);
    Integer before = known.get(pair);
    if (before != null) {
      return before;
    }
    depth++;
    int all = own + below(line, span);
    depth--;
    known.put(pair, all);
    return all;
  }

  private int below(ExpectedSpan line, SpanNode span) {
    int[] found = new int[1];
    Set<SpanNode> paired = new HashSet<>();
    Map<ExpectedSpan, Integer> counts = new HashMap<>();
    siblings.pair(line.children(), span.children(), (child, twin) -> {
      found[0] += differences(child, twin);
      paired.add(twin);
      counts.merge(child, 1, Integer::sum);
    });
    for (ExpectedSpan child : line.children()) {
      int missing = child.multiplicity().least() - counts.getOrDefault(child, 0);
      long lacking = (long) Math.max(0, missing) * child.size();
      found[0] = (int) Math.min(MOST_DIFFERENCES, found[0] + lacking);
    }
    boolean all = mode == Mode.CLOSED && !line.line().open().contains(OpenPart.CHILDREN);
    return found[0] + (all ? span.children().size() - paired.size() : 0);
  }
}
