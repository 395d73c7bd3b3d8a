package io.spantree.outline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folds equal sibling subtrees into one with a multiplicity; labelled spans stay by themselves. */
public final class OutlineFold {
  private final List<SpanLine> lines;
  private final List<List<Integer>> children = new ArrayList<>();
  private final List<Integer> roots = new ArrayList<>();
  private final int[] shapes;
  private final Multiplicity[] counts;
  private final Map<Object, Integer> known = new HashMap<>();

  private OutlineFold(List<SpanLine> lines) {
    this.lines = lines;
    this.shapes = new int[lines.size()];
    this.counts = lines.stream().map(SpanLine::multiplicity).toArray(Multiplicity[]::new);
    List<Integer> above = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      children.add(new ArrayList<>(2));
      while (above.size() > lines.get(i).depth()) {
        above.remove(above.size() - 1);
      }
      (above.isEmpty() ? roots : children.get(above.get(above.size() - 1))).add(i);
      above.add(i);
    }
  }

  /** The same tree in print order with its equal siblings folded into the first of them. */
  public static List<SpanLine> fold(List<SpanLine> lines) {
    OutlineFold fold = new OutlineFold(lines);
    for (int i = lines.size() - 1; i >= 0; i--) {
      fold.foldSiblings(fold.children.get(i), lines.get(i).ordered());
      fold.shapes[i] = fold.shape(i);
    }
    fold.foldSiblings(fold.roots, false);
    return fold.print();
  }

  /** Where the order counts, only neighbours are folded. */
  private void foldSiblings(List<Integer> siblings, boolean ordered) {
    Map<Integer, Integer> first = new HashMap<>();
    List<Integer> kept = new ArrayList<>();
    for (int sibling : siblings) {
      Integer twin = first.get(shapes[sibling]);
      if (twin != null) {
        counts[twin] = sum(counts[twin], counts[sibling]);
        continue;
      }
      if (ordered) {
        first.clear();
      }
      first.put(shapes[sibling], sibling);
      kept.add(sibling);
    }
    siblings.clear();
    siblings.addAll(kept);
  }

  private static Multiplicity sum(Multiplicity left, Multiplicity right) {
    long most = Math.min(Multiplicity.UNBOUNDED, (long) left.most() + right.most());
    return new Multiplicity(left.least() + right.least(), (int) most);
  }

  /** One number for all subtrees that are equal, their own count left aside. */
  private int shape(int line) {
    List<Object> below = new ArrayList<>();
    for (int child : children.get(line)) {
      below.add(shapes[child]);
      below.add(counts[child]);
    }
    SpanLine self = lines.get(line);
    Object local = self.label() == null ? at(self, 0, Multiplicity.ONCE) : line;
    return known.computeIfAbsent(List.of(local, below), shape -> known.size());
  }

  private static SpanLine at(SpanLine line, int depth, Multiplicity multiplicity) {
    SpanLine.Builder builder = line.toBuilder();
    builder.depth = depth;
    builder.multiplicity = multiplicity;
    return builder.build();
  }

  private List<SpanLine> print() {
    List<SpanLine> printed = new ArrayList<>();
    List<Integer> open = new ArrayList<>(roots);
    Collections.reverse(open);
    while (!open.isEmpty()) {
      int line = open.remove(open.size() - 1);
      printed.add(at(lines.get(line), lines.get(line).depth(), counts[line]));
      List<Integer> below = new ArrayList<>(children.get(line));
      Collections.reverse(below);
      open.addAll(below);
    }
    return printed;
  }
}
