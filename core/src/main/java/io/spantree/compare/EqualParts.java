package io.spantree.compare;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Pairs all lines of a span's events or links with what was recorded, if nothing need differ. */
final class EqualParts {
  private static final int NONE = PartPairer.NONE;

  private final int rows;
  private final int columns;
  private final PartPairer.Candidates candidates;

  EqualParts(int rows, int columns, PartPairer.Candidates candidates) {
    this.rows = rows;
    this.columns = columns;
    this.candidates = candidates;
  }

  private boolean isEqual(int row, int column) {
    return candidates.accepts(row, column) && candidates.differences(row, column) == 0;
  }

  /** Each with the first that will do behind the one before; null when one is not found. */
  int @Nullable [] inOrder() {
    int[] pairs = new int[rows];
    int column = 0;
    for (int row = 0; row < rows; row++) {
      while (column < columns && columns - column >= rows - row && !isEqual(row, column)) {
        column++;
      }
      if (columns - column < rows - row) {
        return null;
      }
      pairs[row] = column++;
    }
    return pairs;
  }

  /** In whatever order; null when one is not found. */
  int @Nullable [] inAnyOrder() {
    boolean[][] equal = new boolean[rows][columns];
    for (int row = 0; row < rows; row++) {
      boolean any = false;
      for (int column = 0; column < columns; column++) {
        equal[row][column] = isEqual(row, column);
        any |= equal[row][column];
      }
      if (!any) {
        return null;
      }
    }
    int[] pairs = new int[rows];
    Arrays.fill(pairs, NONE);
    int[] rowOf = new int[columns];
    Arrays.fill(rowOf, NONE);
    for (int row = 0; row < rows; row++) {
      if (!augment(row, equal, pairs, rowOf)) {
        return null;
      }
    }
    return pairs;
  }

  /** Finds a column for the row, for which rows before may have to take others: breadth first. */
  private static boolean augment(int start, boolean[][] equal, int[] pairs, int[] rowOf) {
    int[] cameFrom = new int[rowOf.length];
    Arrays.fill(cameFrom, NONE);
    int[] queue = new int[pairs.length];
    int size = 0;
    queue[size++] = start;
    for (int i = 0; i < size; i++) {
      int row = queue[i];
      for (int column = 0; column < rowOf.length; column++) {
        if (equal[row][column] && cameFrom[column] == NONE) {
          cameFrom[column] = row;
          if (rowOf[column] == NONE) {
            take(column, cameFrom, pairs, rowOf);
            return true;
          }
          queue[size++] = rowOf[column];
        }
      }
    }
    return false;
  }

  /** Hands columns on, from the last of the path back to its start. */
  private static void take(int last, int[] cameFrom, int[] pairs, int[] rowOf) {
    int column = last;
    while (column != NONE) {
      int row = cameFrom[column];
      int before = pairs[row];
      pairs[row] = column;
      rowOf[column] = row;
      column = before;
    }
  }
}
