package io.spantree.compare;

import java.util.Arrays;

/**
 * Pairs rows with columns at the least total cost (Hungarian algorithm with potentials, O(n³)).
 *
 * <p>Among pairings of equal cost it prefers none; callers add a small cost for what they like less.
 */
final class Assignment {
  private static final int NONE = -1;

  private Assignment() {}

  /**
   * For each row its column, or -1 when there are more rows than columns.
   *
   * @param cost a rectangular matrix, not changed
   */
  static int[] of(long[][] cost) {
    int rows = cost.length;
    int columns = rows == 0 ? 0 : cost[0].length;
    if (rows <= columns) {
      return solve(cost, rows, columns);
    }
    long[][] transposed = new long[columns][rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        transposed[column][row] = cost[row][column];
      }
    }
    int[] rowOf = solve(transposed, columns, rows);
    int[] columnOf = new int[rows];
    Arrays.fill(columnOf, NONE);
    for (int column = 0; column < columns; column++) {
      columnOf[rowOf[column]] = column;
    }
    return columnOf;
  }

  /** Index 0 of the working arrays is a sentinel; rows and columns count from 1 inside. */
  private static int[] solve(long[][] cost, int rows, int columns) {
    long[] rowPotential = new long[rows + 1];
    long[] columnPotential = new long[columns + 1];
    int[] rowAt = new int[columns + 1];
    int[] from = new int[columns + 1];
    for (int row = 1; row <= rows; row++) {
      rowAt[0] = row;
      int column = shortestPath(cost, rowPotential, columnPotential, rowAt, from);
      while (column != 0) {
        rowAt[column] = rowAt[from[column]];
        column = from[column];
      }
    }
    int[] columnOf = new int[rows];
    for (int column = 1; column <= columns; column++) {
      if (rowAt[column] != 0) {
        columnOf[rowAt[column] - 1] = column - 1;
      }
    }
    return columnOf;
  }

  /** Dijkstra from the free row at sentinel 0 to the nearest free column, which it returns. */
  private static int shortestPath(
      long[][] cost, long[] rowPotential, long[] columnPotential, int[] rowAt, int[] from) {
    int columns = columnPotential.length - 1;
    long[] distance = new long[columns + 1];
    Arrays.fill(distance, Long.MAX_VALUE);
    boolean[] done = new boolean[columns + 1];
    int column = 0;
    do {
      done[column] = true;
      int row = rowAt[column];
      int nearest = 0;
      long shortest = Long.MAX_VALUE;
      for (int next = 1; next <= columns; next++) {
        if (!done[next]) {
          long reduced = cost[row - 1][next - 1] - rowPotential[row] - columnPotential[next];
          if (reduced < distance[next]) {
            distance[next] = reduced;
            from[next] = column;
          }
          if (distance[next] < shortest) {
            shortest = distance[next];
            nearest = next;
          }
        }
      }
      shift(shortest, done, distance, rowPotential, columnPotential, rowAt);
      column = nearest;
    } while (rowAt[column] != 0);
    return column;
  }

  private static void shift(
      long by,
      boolean[] done,
      long[] distance,
      long[] rowPotential,
      long[] columnPotential,
      int[] rowAt) {
    for (int column = 0; column < done.length; column++) {
      if (done[column]) {
        rowPotential[rowAt[column]] += by;
        columnPotential[column] -= by;
      } else {
        distance[column] -= by;
      }
    }
  }
}
