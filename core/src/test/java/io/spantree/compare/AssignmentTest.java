package io.spantree.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  @Test
  void finds_the_least_cost_of_all_small_matrices_of_0_1_2() {
    int cases = 0;
    for (int rows = 1; rows <= 3; rows++) {
      for (int columns = 1; columns <= 3; columns++) {
        int all = (int) Math.pow(3, rows * columns);
        for (int entries = 0; entries < all; entries++) {
          long[][] cost = new long[rows][columns];
          int left = entries;
          for (int i = 0; i < rows * columns; i++) {
            cost[i / columns][i % columns] = left % 3;
            left /= 3;
          }
          assertIsBest(cost);
          cases++;
        }
      }
    }
    System.out.println("assignment, all small matrices: " + cases + " cases");
  }

  @Test
  void finds_the_least_cost_of_random_matrices_with_refusals_and_negative_costs() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      long[][] cost = new long[1 + random.nextInt(7)][1 + random.nextInt(7)];
      int columns = cost[0].length;
      Arrays.setAll(
          cost,
          row ->
              random.longs(columns, -5, 20).map(c -> c > 15 ? 1_000_000_000 : c).toArray());
      assertIsBest(cost);
    }
  }

  @Test
  void no_rows_get_no_columns() {
    assertThat(Assignment.of(new long[0][0])).isEmpty();
    assertThat(Assignment.of(new long[2][0])).containsExactly(-1, -1);
  }

  private static void assertIsBest(long[][] cost) {
    int[] chosen = Assignment.of(cost);
    long total = 0;
    int pairs = 0;
    boolean[] used = new boolean[cost[0].length];
    for (int row = 0; row < chosen.length; row++) {
      if (chosen[row] >= 0) {
        total += cost[row][chosen[row]];
        pairs++;
        if (used[chosen[row]]) {
          throw new AssertionError("column twice in " + Arrays.toString(chosen));
        }
        used[chosen[row]] = true;
      }
    }
    int most = Math.min(cost.length, used.length);
    if (pairs != most || total != least(cost, 0, new boolean[used.length], cost.length - most)) {
      throw new AssertionError(Arrays.deepToString(cost) + " -> " + Arrays.toString(chosen));
    }
  }

  private static long least(long[][] cost, int row, boolean[] used, int skips) {
    if (row == cost.length) {
      return 0;
    }
    long least = skips > 0 ? least(cost, row + 1, used, skips - 1) : Long.MAX_VALUE;
    for (int column = 0; column < used.length; column++) {
      if (!used[column]) {
        used[column] = true;
        long rest = least(cost, row + 1, used, skips);
        least = rest == Long.MAX_VALUE ? least : Math.min(least, cost[row][column] + rest);
        used[column] = false;
      }
    }
    return least;
  }
}
