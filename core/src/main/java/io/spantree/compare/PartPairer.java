package io.spantree.compare;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the lines of a span's events or links with what was recorded, at the fewest differences.
 *
 * <p>Lines are rows and what was recorded is a column, both in their order.
 */
final class PartPairer {
  static final int NONE = -1;

  /** Beyond this many candidate pairs a cubic search, for each pair of spans, takes too long. */
  private static final long MOST_PAIRS = 48 * 48;

  /** Up to here equal ones are looked for in any order. */
  private static final long MOST_EQUAL = 256 * 256;

  private static final long REFUSED = 1L << 50;
  private static final long MATCHER = 1L << 40;
  private static final long DIFFERENCE = 1L << 20;

  private PartPairer() {}

  /** How a line and something recorded go together. */
  interface Candidates {
    /** Whether the line may mean it at all. */
    boolean accepts(int row, int column);

    /** How many findings the pair would yield. */
    int differences(int row, int column);

    /** Whether the line may mean several: it chooses last. */
    boolean isMatcher(int row);

    /** Whether another order is a finding. */
    boolean areOrdered();
  }

  /** For each row the column that it describes best, or NONE; gives up where there are too many. */
  static int[] pair(int rows, int columns, Candidates candidates, Differences differences) {
    boolean many = (long) rows * columns > MOST_PAIRS;
    int[] equal = equal(rows, columns, candidates, many);
    if (equal != null) {
      return equal;
    }
    int[] pairs = new int[rows];
    Arrays.fill(pairs, NONE);
    int first = many ? pairEqualFirst(pairs, columns, candidates) : 0;
    int last = many ? pairEqualLast(pairs, columns, first, candidates) : 0;
    if ((long) (rows - first - last) * (columns - first - last) > MOST_PAIRS) {
      differences.giveUp();
      pairInOrder(pairs, columns, first, last, candidates);
    } else {
      assign(pairs, columns, first, last, candidates);
    }
    return pairs;
  }

  /** The pairs in which nothing differs, so that the verdict is right, however many there are. */
  private static int @Nullable [] equal(
      int rows, int columns, Candidates candidates, boolean many) {
    EqualParts parts = new EqualParts(rows, columns, candidates);
    int[] inOrder = parts.inOrder();
    boolean anyOrder = many && !candidates.areOrdered() && (long) rows * columns <= MOST_EQUAL;
    return inOrder == null && anyOrder ? parts.inAnyOrder() : inOrder;
  }

  /** Pairs as long as nothing differs from the first on, and says how far. */
  private static int pairEqualFirst(int[] pairs, int columns, Candidates candidates) {
    int at = 0;
    while (at < Math.min(pairs.length, columns) && cost(at, at, candidates) < DIFFERENCE) {
      pairs[at] = at;
      at++;
    }
    return at;
  }

  /** The same from the last on, as far as those that are paired from the first on. */
  private static int pairEqualLast(int[] pairs, int columns, int first, Candidates candidates) {
    int most = Math.min(pairs.length, columns) - first;
    int count = 0;
    while (count < most && isEqual(pairs.length - 1 - count, columns - 1 - count, candidates)) {
      pairs[pairs.length - 1 - count] = columns - 1 - count;
      count++;
    }
    return count;
  }

  private static boolean isEqual(int row, int column, Candidates candidates) {
    return candidates.accepts(row, column)
        && !candidates.isMatcher(row)
        && candidates.differences(row, column) == 0;
  }

  private static void assign(int[] pairs, int columns, int first, int last, Candidates candidates) {
    long[][] cost = new long[pairs.length - first - last][columns - first - last];
    for (int i = 0; i < cost.length; i++) {
      for (int j = 0; j < cost[i].length; j++) {
        cost[i][j] = cost(first + i, first + j, candidates);
      }
    }
    int[] chosen = Assignment.of(cost);
    for (int i = 0; i < cost.length; i++) {
      if (chosen[i] != NONE && cost[i][chosen[i]] < REFUSED) {
        pairs[first + i] = first + chosen[i];
      }
    }
  }

  /** Each with the next that it may mean, whatever differs. */
  private static void pairInOrder(
      int[] pairs, int columns, int first, int last, Candidates candidates) {
    boolean[] used = new boolean[columns];
    int from = first;
    for (int row = first; row < pairs.length - last; row++) {
      int column = from;
      while (column < columns - last && (used[column] || !candidates.accepts(row, column))) {
        column++;
      }
      if (column < columns - last) {
        used[column] = true;
        pairs[row] = column;
      }
      while (from < columns - last && used[from]) {
        from++;
      }
    }
  }

  /** Fewest differences first, then the order in which the lines stand; matchers choose last. */
  private static long cost(int row, int column, Candidates candidates) {
    if (!candidates.accepts(row, column)) {
      return REFUSED;
    }
    long distance = (long) row - column;
    return candidates.differences(row, column) * DIFFERENCE
        + Math.min(DIFFERENCE / 1_000, distance * distance)
        + (candidates.isMatcher(row) ? MATCHER : 0);
  }
}
