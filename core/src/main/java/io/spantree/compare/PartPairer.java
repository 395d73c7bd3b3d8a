package io.spantree.compare;

import java.util.Arrays;

/**
 * Pairs the lines of a span's events or links with what was recorded, at the fewest differences.
 *
 * <p>Lines are rows and what was recorded is a column, both in their order.
 */
final class PartPairer {
  static final int NONE = -1;

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
  }

  /** For each row the column that it describes best, or NONE. */
  static int[] pair(int rows, int columns, Candidates candidates) {
    int[] pairs = new int[rows];
    if (rows == columns && areEqual(rows, candidates)) {
      Arrays.setAll(pairs, i -> i);
      return pairs;
    }
    long[][] cost = new long[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        cost[i][j] = cost(i, j, candidates);
      }
    }
    int[] chosen = Assignment.of(cost);
    Arrays.setAll(pairs, i -> chosen[i] != NONE && cost[i][chosen[i]] < REFUSED ? chosen[i] : NONE);
    return pairs;
  }

  /** The common case, in which nothing has to be searched. */
  private static boolean areEqual(int size, Candidates candidates) {
    boolean equal = true;
    for (int i = 0; equal && i < size; i++) {
      equal = cost(i, i, candidates) < DIFFERENCE;
    }
    return equal;
  }

  /** Fewest differences first, then the order in which the lines stand; matchers choose last. */
  private static long cost(int row, int column, Candidates candidates) {
    if (!candidates.accepts(row, column)) {
      return REFUSED;
    }
    long distance = row - column;
    return candidates.differences(row, column) * DIFFERENCE
        + Math.min(DIFFERENCE / 1_000, distance * distance)
        + (candidates.isMatcher(row) ? MATCHER : 0);
  }
}
