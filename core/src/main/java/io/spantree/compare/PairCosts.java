package io.spantree.compare;

import io.spantree.model.SpanNode;
import io.spantree.outline.OpenPart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
  static final long DIFFERENCE = 1L << 20;
  private static final int MOST_DIFFERENCES = 1 << 10;
  private static final int MOST_RELUCTANCE = 7;

  /** Among equal pairings the one in the order of the lines is taken, or ORDER would be found. */
  private static final long MOST_CROSSING = 1L << 8;

  /** Deeper than this, and after this many comparisons, only the spans themselves are compared. */
  private static final int DEEPEST = 64;

  private static final int MOST_COMPARED = 1_000_000;

  /** More than any number of differences. */
  private static final int NOTHING_IN_COMMON = 1 << 29;

  private final Mode mode;
  private final Resemblance resemblance;
  private final Hypothesis hypothesis;
  private final SubtreeHashes hashes;
  private final SiblingPairer siblings;
  private final SiblingPairer rootsOfOne;
  private final Map<Place, Integer> known = new HashMap<>();
  private final Map<SpanNode, Integer> reluctance = new HashMap<>();
  private @Nullable Forbidden forbidden;
  private int depth;
  private int asked;
  private boolean gaveUp;

  PairCosts(Subject subject, Resemblance resemblance, Hypothesis hypothesis) {
    this.mode = subject.mode();
    this.resemblance = resemblance;
    this.hypothesis = hypothesis;
    this.hashes = subject.hashes();
    this.siblings = new SiblingPairer(this, subject.tree());
    this.rootsOfOne = new SiblingPairer(this, subject.tree(), Traces::inOne);
  }

  /** What the lines describe, wherever they stand and whatever else is there. */
  static PairCosts describing(Subject subject) {
    Subject open = subject.in(Mode.OPEN);
    return new PairCosts(open, new Resemblance(open, Hypothesis.NONE), Hypothesis.NONE);
  }

  /** Accepts for no line what another one beside it forbids. */
  void refuse(@Nullable Forbidden spans) {
    forbidden = spans;
  }

  /** A span that several lines may mean is rather left to others. */
  void setReluctance(SpanNode span, int value) {
    reluctance.put(span, Math.min(value, MOST_RELUCTANCE));
  }

  /** Whether the span stands where the line may stand, whatever its name. */
  boolean mayStandFor(ExpectedSpan line, SpanNode span) {
    return Slot.mayStandFor(line, span, mode) && !isForbidden(line, span);
  }

  private boolean isForbidden(ExpectedSpan line, SpanNode span) {
    return forbidden != null && forbidden.beside(line, span);
  }

  boolean accepts(Slot slot, SpanNode span) {
    return slot.accepts(span, mode) && !isForbidden(slot.line(), span);
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
    return least(slot.optional()) + (matcher ? MATCHER : 0);
  }

  long least(boolean optional) {
    return optional ? OPTIONAL : 0;
  }

  /** What it costs more to pair so far from the order of the lines. */
  static long crossing(int distance) {
    return Math.min(MOST_CROSSING, (long) distance * distance);
  }

  boolean areEqual(ExpectedSpan line, SpanNode span) {
    return accepts(new Slot(line, false), span) && differences(line, span) == 0;
  }

  /** The same for a line and a span that nothing tells apart; NONE where equality does not decide. */
  long hash(ExpectedSpan line) {
    boolean decides = mode == Mode.CLOSED && hypothesis.targets().isEmpty();
    return decides ? hashes.of(line) : SubtreeHashes.NONE;
  }

  long hash(SpanNode span) {
    return hashes.of(span);
  }

  /** The findings that the pair and what hangs below would yield. */
  private int differences(ExpectedSpan line, SpanNode span) {
    long hash = hash(line);
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
    boolean all = mode == Mode.CLOSED && !line.line().open().contains(OpenPart.CHILDREN);
    return differences(siblings, line.children(), span.children(), all, 0);
  }

  /** The findings that it would yield to take a recorded trace for one of the outline's. */
  long ofTrace(List<ExpectedSpan> roots, List<SpanNode> spans) {
    asked++;
    int all = differences(rootsOfOne, roots, spans, mode == Mode.CLOSED, NOTHING_IN_COMMON);
    return all >= NOTHING_IN_COMMON ? REFUSED : DIFFERENCE * Math.min(MOST_DIFFERENCES, all);
  }

  /** Pairs each root line so often as it may occur in one trace. */
  SiblingPairer rootsOfOne() {
    return rootsOfOne;
  }

  private int differences(
      SiblingPairer pairer,
      List<ExpectedSpan> lines,
      List<SpanNode> spans,
      boolean all,
      int ifNonePairs) {
    int[] found = new int[1];
    Set<SpanNode> paired = new HashSet<>();
    Map<ExpectedSpan, Integer> counts = new HashMap<>();
    pairer.pair(lines, spans, (line, span) -> {
      found[0] += differences(line, span);
      paired.add(span);
      counts.merge(line, 1, Integer::sum);
    });
    for (ExpectedSpan line : lines) {
      int missing = line.line().multiplicity().least() - counts.getOrDefault(line, 0);
      long lacking = (long) Math.max(0, missing) * line.size();
      found[0] = (int) Math.min(MOST_DIFFERENCES, found[0] + lacking);
    }
    int surplus = all ? spans.size() - paired.size() : 0;
    return found[0] + surplus + (paired.isEmpty() ? ifNonePairs : 0);
  }
}
