package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.outline.Outline;
import io.spantree.outline.RecordedOutline;
import java.util.*;
import org.junit.jupiter.api.Test;

class EveryMutationTest {
  public static void main(String[] args) {
    int spans = Integer.parseInt(args[0]);
    int values = Integer.parseInt(args[1]);
    int show = Integer.parseInt(args[2]);
    String only = args.length > 3 ? args[3] : "";
    Map<String, Integer> bad = new TreeMap<>();
    Map<String, Integer> good = new TreeMap<>();
    long start = System.nanoTime();
    int[] shown = {0};
    int trees = SmallTrees.each(spans, values, tree -> {
      List<Mutation> all = Mutation.ofPlaces(tree);
      if (values > 1) all.addAll(Mutation.ofAttributes(tree));
      Outline own = RecordedOutline.of(recorded(tree.outline()));
      for (Mutation m : all) {
        for (Mode mode : Mode.values()) {
          List<Finding> f = Comparison.of(own, recorded(m.changed().outline()), mode).findings();
          String key = mode + " " + m.kind();
          if (f.size() > 1) {
            bad.merge(key + " " + f.stream().map(Finding::kind).toList(), 1, Integer::sum);
            if ((mode + " " + m.kind() + " " + f.stream().map(Finding::kind).toList()).contains(only) && shown[0]++ < show) {
              System.out.println("--- " + mode + " " + m.kind() + "\n" + tree + "recorded\n" + m.changed() + f);
            }
          } else good.merge(key + " " + (f.isEmpty() ? "none" : f.get(0).kind()), 1, Integer::sum);
        }
      }
    });
    System.out.println(trees + " trees " + (System.nanoTime() - start) / 1000000 + " ms");
    good.forEach((k, v) -> System.out.println("ok  " + k + " " + v));
    bad.forEach((k, v) -> System.out.println("BAD " + k + " " + v));
  }
}
