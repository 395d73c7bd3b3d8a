package io.spantree.golden.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeleteDelta;
import com.github.difflib.patch.InsertDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The difference of two texts. The shortest one takes time by the length times the changes, which is
 * too long for large goldens; of these the lines of spans are paired first, and then what is between.
 */
final class LineDiff {
  private static final long MOST_PAIRS = 4_000_000;

  private final List<String> from;
  private final List<String> to;
  private final Patch<String> patch = new Patch<>();

  private LineDiff(List<String> from, List<String> to) {
    this.from = from;
    this.to = to;
  }

  static Patch<String> of(List<String> from, List<String> to) {
    return isSmall(from, to) ? DiffUtils.diff(from, to) : new LineDiff(from, to).bySpans();
  }

  private static boolean isSmall(List<String> from, List<String> to) {
    return (long) from.size() * to.size() <= MOST_PAIRS;
  }

  private Patch<String> bySpans() {
    List<Integer> spansFrom = spans(from);
    List<Integer> spansTo = spans(to);
    int atFrom = 0;
    int atTo = 0;
    for (int[] pair : pairs(lines(from, spansFrom), lines(to, spansTo))) {
      int nextFrom = spansFrom.get(pair[0]);
      int nextTo = spansTo.get(pair[1]);
      between(atFrom, nextFrom, atTo, nextTo);
      atFrom = nextFrom + 1;
      atTo = nextTo + 1;
    }
    between(atFrom, from.size(), atTo, to.size());
    return patch;
  }

  private static List<Integer> spans(List<String> lines) {
    List<Integer> spans = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("span ") || lines.get(i).startsWith("trace ")) {
        spans.add(i);
      }
    }
    return spans;
  }

  private static List<String> lines(List<String> lines, List<Integer> which) {
    return which.stream().map(lines::get).toList();
  }

  private void between(int atFrom, int endFrom, int atTo, int endTo) {
    List<String> before = from.subList(atFrom, endFrom);
    List<String> after = to.subList(atTo, endTo);
    if (before.equals(after)) {
      return;
    } else if (!isSmall(before, after)) {
      add(atFrom, before, atTo, after);
      return;
    }
    for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
      Chunk<String> source = delta.getSource();
      Chunk<String> target = delta.getTarget();
      add(
          atFrom + source.getPosition(),
          source.getLines(),
          atTo + target.getPosition(),
          target.getLines());
    }
  }

  private void add(int atFrom, List<String> before, int atTo, List<String> after) {
    Chunk<String> source = new Chunk<>(atFrom, before);
    Chunk<String> target = new Chunk<>(atTo, after);
    if (before.isEmpty()) {
      patch.addDelta(new InsertDelta<>(source, target));
    } else {
      patch.addDelta(
          after.isEmpty() ? new DeleteDelta<>(source, target) : new ChangeDelta<>(source, target));
    }
  }

  /** The indexes of equal lines in the same order: those at both ends, and the rest between. */
  private static List<int[]> pairs(List<String> before, List<String> after) {
    int most = Math.min(before.size(), after.size());
    int head = 0;
    while (head < most && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < head; i++) {
      pairs.add(new int[] {i, i});
    }
    List<String> middleBefore = before.subList(head, before.size() - tail);
    List<String> middleAfter = after.subList(head, after.size() - tail);
    for (int[] pair : isSmall(middleBefore, middleAfter)
        ? equal(middleBefore, middleAfter)
        : onlyOnes(middleBefore, middleAfter)) {
      pairs.add(new int[] {head + pair[0], head + pair[1]});
    }
    for (int i = tail; i > 0; i--) {
      pairs.add(new int[] {before.size() - i, after.size() - i});
    }
    return pairs;
  }

  private static List<int[]> equal(List<String> before, List<String> after) {
    List<int[]> pairs = new ArrayList<>();
    int atBefore = 0;
    int atAfter = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
      while (atBefore < delta.getSource().getPosition()) {
        pairs.add(new int[] {atBefore++, atAfter++});
      }
      atBefore = delta.getSource().getPosition() + delta.getSource().size();
      atAfter = delta.getTarget().getPosition() + delta.getTarget().size();
    }
    while (atBefore < before.size()) {
      pairs.add(new int[] {atBefore++, atAfter++});
    }
    return pairs;
  }

  /** Of the lines that stand once on each side, the longest row that is in order on both. */
  private static List<int[]> onlyOnes(List<String> before, List<String> after) {
    Map<String, Integer> there = onlyOnes(after);
    Map<String, Integer> here = onlyOnes(before);
    int[] ends = new int[before.size()]; // per length of a row, the line that ends the best one
    int[] previous = new int[before.size()];
    int[] target = new int[before.size()];
    int longest = 0;
    for (int i = 0; i < before.size(); i++) {
      String line = before.get(i);
      target[i] = here.getOrDefault(line, -1) < 0 ? -1 : there.getOrDefault(line, -1);
      if (target[i] >= 0) {
        int length = length(ends, longest, target, target[i]);
        previous[i] = length == 0 ? -1 : ends[length - 1];
        ends[length] = i;
        longest = Math.max(longest, length + 1);
      }
    }
    int[][] pairs = new int[longest][];
    for (int i = longest - 1, at = longest == 0 ? -1 : ends[longest - 1]; i >= 0; i--) {
      pairs[i] = new int[] {at, target[at]};
      at = previous[at];
    }
    return Arrays.asList(pairs);
  }

  /** How many lines of a row can stand before one with this target. */
  private static int length(int[] ends, int longest, int[] target, int before) {
    int low = 0;
    int high = longest;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (target[ends[middle]] < before) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Where each line stands; negative when it stands more than once. */
  private static Map<String, Integer> onlyOnes(List<String> lines) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      places.merge(lines.get(i), i, (first, next) -> -1);
    }
    return places;
  }
}
