package io.spantree.golden.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds lines of two texts that are equal and in the same order, of however many there are. */
final class EqualLines {
  private final List<String> before;
  private final List<String> after;
  private final List<int[]> pairs = new ArrayList<>();

  private EqualLines(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** Pairs of indexes, of the line before and of the line after. */
  static List<int[]> pairs(List<String> before, List<String> after) {
    EqualLines equal = new EqualLines(before, after);
    int head = equal.head();
    int tail = equal.tail(head);
    for (int i = 0; i < head; i++) {
      equal.pairs.add(new int[] {i, i});
    }
    equal.between(head, tail);
    for (int i = tail; i > 0; i--) {
      equal.pairs.add(new int[] {before.size() - i, after.size() - i});
    }
    return equal.pairs;
  }

  /** How many lines are equal at the beginning. */
  private int head() {
    int head = 0;
    while (head < Math.min(before.size(), after.size())
        && before.get(head).equals(after.get(head))) {
      head++;
    }
    return head;
  }

  /** How many lines are equal at the end, below these at the beginning. */
  private int tail(int head) {
    int most = Math.min(before.size(), after.size()) - head;
    int tail = 0;
    while (tail < most
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    return tail;
  }

  private void between(int head, int tail) {
    List<String> left = before.subList(head, before.size() - tail);
    List<String> right = after.subList(head, after.size() - tail);
    List<int[]> found = LineDiff.isSmall(left, right) ? all(left, right) : onlyOnes(left, right);
    found.forEach(pair -> pairs.add(new int[] {head + pair[0], head + pair[1]}));
  }

  private static List<int[]> all(List<String> left, List<String> right) {
    List<int[]> pairs = new ArrayList<>();
    int atLeft = 0;
    int atRight = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(left, right).getDeltas()) {
      while (atLeft < delta.getSource().getPosition()) {
        pairs.add(new int[] {atLeft++, atRight++});
      }
      atLeft += delta.getSource().size();
      atRight += delta.getTarget().size();
    }
    while (atLeft < left.size()) {
      pairs.add(new int[] {atLeft++, atRight++});
    }
    return pairs;
  }

  /** Of the lines that stand once on each side, the longest row that is in order on both. */
  private static List<int[]> onlyOnes(List<String> left, List<String> right) {
    int[] targets = targets(left, right);
    int[] ends = new int[left.size()]; // per length of a row, the line that ends the best one
    int[] previous = new int[left.size()];
    int longest = 0;
    for (int i = 0; i < left.size(); i++) {
      if (targets[i] >= 0) {
        int length = length(ends, longest, targets, targets[i]);
        previous[i] = length == 0 ? -1 : ends[length - 1];
        ends[length] = i;
        longest = Math.max(longest, length + 1);
      }
    }
    int[][] pairs = new int[longest][];
    int at = longest == 0 ? -1 : ends[longest - 1];
    for (int i = longest - 1; i >= 0; i--) {
      pairs[i] = new int[] {at, targets[at]};
      at = previous[at];
    }
    return Arrays.asList(pairs);
  }

  /** Where on the right each line stands that stands once on each side; else negative. */
  private static int[] targets(List<String> left, List<String> right) {
    Map<String, Integer> here = onlyOnes(left);
    Map<String, Integer> there = onlyOnes(right);
    return left.stream()
        .mapToInt(line -> here.getOrDefault(line, -1) < 0 ? -1 : there.getOrDefault(line, -1))
        .toArray();
  }

  /** Where each line stands; negative when it stands more than once. */
  private static Map<String, Integer> onlyOnes(List<String> lines) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      places.merge(lines.get(i), i, (first, next) -> -1);
    }
    return places;
  }

  /** How many lines of a row can stand before one with this target. */
  private static int length(int[] ends, int longest, int[] targets, int target) {
    int low = 0;
    int high = longest;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (targets[ends[middle]] < target) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
