package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;

import io.spantree.outline.Outline;
import io.spantree.outline.RecordedOutline;
import java.util.*;

class LinkExplore {
  public static void main(String[] args) {
    int spans = Integer.parseInt(args[0]);
    int links = Integer.parseInt(args[1]);
    int[] c = new int[4];
    int show = Integer.parseInt(args[2]);
    long start = System.nanoTime();
    SmallTrees.each(spans, 1, tree -> each(tree, links, 0, linked -> {
      Outline own = RecordedOutline.of(recorded(linked.outline()));
      Outline literal = Outline.parse(linked.outline());
      linked.permutations(p -> {
        for (Mode mode : Mode.values()) for (Outline o : List.of(own, literal)) {
          c[0]++;
          Comparison cmp = Comparison.of(o, recorded(p.outline()), mode);
          if (!cmp.matches()) {
            if (c[1]++ < show) System.out.println("--- " + mode + "\n" + o.print() + "recorded\n" + p.outline() + cmp.findings());
          }
        }
      });
    }));
    System.out.println(Arrays.toString(c) + " " + (System.nanoTime() - start) / 1000000 + " ms");
  }

  static void each(Tree tree, int links, int from, java.util.function.Consumer<Tree> test) {
    test.accept(tree);
    if (links == 0) return;
    int n = tree.spans().size();
    for (int k = from; k < n * n; k++) {
      Tree copy = tree.copy();
      List<Tree> spans = copy.spans();
      Tree target = spans.get(k / n);
      int label = k / n + 1;
      target.modifiers = " &" + label;
      spans.get(k % n).parts.add("link *" + label);
      each(copy, links - 1, k, test);
    }
  }
}
