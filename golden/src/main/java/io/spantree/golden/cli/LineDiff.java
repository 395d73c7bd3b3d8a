package io.spantree.golden.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeleteDelta;
import com.github.difflib.patch.InsertDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;

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

  /** Whether the shortest difference is found soon enough. */
  static boolean isSmall(List<String> from, List<String> to) {
    return (long) from.size() * to.size() <= MOST_PAIRS;
  }

  private Patch<String> bySpans() {
    List<Integer> spansFrom = spans(from);
    List<Integer> spansTo = spans(to);
    int atFrom = 0;
    int atTo = 0;
    for (int[] pair : EqualLines.pairs(lines(from, spansFrom), lines(to, spansTo))) {
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
}
