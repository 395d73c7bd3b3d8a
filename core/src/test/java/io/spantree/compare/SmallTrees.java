package io.spantree.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every tree of so many spans with names from {a, b, c} and one attribute of two values and two
 * types, once for all that differ only in the order of siblings, in which name or in which value is
 * which.
 */
final class SmallTrees {
  private static final String[] NAMES = {"a", "b", "c"};
  private static final int[][] NAME_ORDERS = {
    {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
  };
  private static final String[] VALUES = {"1", "2", "\"1\"", "\"2\""};

  private final int values;
  private final int[] depths;
  private final int[] labels;
  private final Consumer<Tree> test;
  private int count;

  private SmallTrees(int spans, int values, Consumer<Tree> test) {
    this.values = values;
    this.depths = new int[spans];
    this.labels = new int[spans];
    this.test = test;
  }

  /**
   * Calls the test with each tree and says how many there were.
   *
   * @param values how many of the values {@code 1}, {@code 2}, {@code "1"}, {@code "2"} occur; 1
   *     leaves the attribute out
   */
  static int each(int spans, int values, Consumer<Tree> test) {
    SmallTrees trees = new SmallTrees(spans, values, test);
    trees.grow(0);
    return trees.count;
  }

  private void grow(int at) {
    if (at == depths.length) {
      if (isFirstOfItsLikes()) {
        count++;
        test.accept(tree());
      }
      return;
    }
    for (int depth = at == 0 ? 0 : 1; depth <= (at == 0 ? 0 : depths[at - 1] + 1); depth++) {
      depths[at] = depth;
      for (int label = 0; label < NAMES.length * values; label++) {
        labels[at] = label;
        grow(at + 1);
      }
    }
  }

  private boolean isFirstOfItsLikes() {
    long self = written(NAME_ORDERS[0], false);
    if (canonical(NAME_ORDERS[0], false) != self) {
      return false;
    }
    for (int[] names : NAME_ORDERS) {
      if (canonical(names, false) < self || values > 1 && canonical(names, true) < self) {
        return false;
      }
    }
    return true;
  }

  private long written(int[] names, boolean swapped) {
    long code = 0;
    for (int i = 0; i < depths.length; i++) {
      code = code << 7 | code(i, names, swapped);
    }
    return code;
  }

  private long code(int i, int[] names, boolean swapped) {
    int value = labels[i] / NAMES.length;
    return (long) depths[i] << 4 | (swapped ? value ^ 1 : value) * 3L + names[labels[i] % 3];
  }

  /** The least code under any order of siblings. */
  private long canonical(int[] names, boolean swapped) {
    return canonical(0, depths.length, names, swapped);
  }

  private long canonical(int from, int to, int[] names, boolean swapped) {
    List<long[]> children = new ArrayList<>();
    int start = from + 1;
    for (int i = from + 2; i <= to; i++) {
      if (i == to || depths[i] == depths[from] + 1) {
        children.add(new long[] {canonical(start, i, names, swapped), i - start});
        start = i;
      }
    }
    // the sibling that makes the whole code least comes first: compared as if padded
    children.sort((left, right) -> Long.compare(
        left[0] << 7 * (depths.length - left[1]), right[0] << 7 * (depths.length - right[1])));
    long code = code(from, names, swapped);
    for (long[] child : children) {
      code = code << (int) (7 * child[1]) | child[0];
    }
    return code;
  }

  private Tree tree() {
    List<Tree> above = new ArrayList<>(List.of(Tree.forest()));
    for (int i = 0; i < depths.length; i++) {
      above.subList(depths[i] + 1, above.size()).clear();
      Tree span = new Tree(NAMES[labels[i] % NAMES.length]);
      if (values > 1) {
        span.parts.add("k = " + VALUES[labels[i] / NAMES.length]);
      }
      above.get(above.size() - 1).add(span);
      above.add(span);
    }
    return above.get(0);
  }

  @Override
  public String toString() {
    return Arrays.toString(depths) + Arrays.toString(labels);
  }
}
