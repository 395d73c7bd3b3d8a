package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import io.spantree.outline.RecordedOutline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No explanation is dearer than the change: every single change to every small tree, whose names
 * may all be the same, yields one finding; none only where nothing can be seen.
 */
class EveryMutationTest {
  /** What an open outline allows: more of everything, and a root line at any depth. */
  private static final Set<FindingKind> ALLOWED_IN_OPEN = EnumSet.of(
      FindingKind.UNEXPECTED,
      FindingKind.WRAPPED,
      FindingKind.KIND,
      FindingKind.STATUS,
      FindingKind.ATTRIBUTE_UNEXPECTED,
      FindingKind.EVENT_UNEXPECTED,
      FindingKind.LINK_UNEXPECTED);

  private final Map<String, Integer> cases = new ConcurrentSkipListMap<>();
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private int trees;

  @Test
  void every_change_to_every_tree_of_up_to_3_spans_is_explained_by_one_finding() {
    for (int spans = 1; spans <= 3; spans++) {
      each(spans, 1, 1, Mutation::ofPlaces);
      each(spans, 4, spans == 3 ? 20 : 1, Mutation::ofAttributes);
      each(spans, 1, 1, Mutation::ofParts);
    }
    report();
  }

  @Test
  @Tag("proof")
  void every_change_to_every_tree_of_up_to_5_spans_is_explained_by_one_finding() {
    for (int spans = 1; spans <= 5; spans++) {
      each(spans, 1, 1, Mutation::ofPlaces);
      each(spans, 1, 1, Mutation::ofParts);
    }
    report();
  }

  @Test
  @Tag("proof")
  void every_change_to_every_tree_of_up_to_4_spans_with_values_is_explained_by_one_finding() {
    for (int spans = 1; spans <= 4; spans++) {
      withValues(spans, 1);
    }
    report();
  }

  /** Each tree, some 36 million cases, takes half an hour: {@code -Dtrees.nth=1}. */
  @Test
  @Tag("proof")
  void every_change_to_trees_of_5_spans_with_values_is_explained_by_one_finding() {
    withValues(5, Integer.getInteger("trees.nth", 100));
    report();
  }

  private void withValues(int spans, int nth) {
    each(spans, 4, nth, Mutation::ofPlaces);
    each(spans, 4, nth, Mutation::ofAttributes);
    each(spans, 4, nth, Mutation::ofParts);
  }

  /** Tries each n-th of the trees, on all cores. */
  private void each(int spans, int values, int nth, Function<Tree, List<Mutation>> mutations) {
    List<Tree> tried = new ArrayList<>();
    int[] number = new int[1];
    SmallTrees.each(spans, values, tree -> {
      if (number[0]++ % nth == 0) {
        tried.add(tree);
      }
    });
    trees += tried.size();
    tried.parallelStream().forEach(tree -> check(mutations.apply(tree)));
  }

  private void check(List<Mutation> ofOneTree) {
    Outline own = RecordedOutline.of(recorded(ofOneTree.get(0).original().outline()));
    ofOneTree.forEach(mutation -> check(own, mutation));
  }

  private void check(Outline own, Mutation mutation) {
    Recording changed = recorded(mutation.changed().outline());
    for (Mode mode : Mode.values()) {
      List<Finding> findings = Comparison.of(own, changed, mode).findings();
      boolean allowed = mode == Mode.OPEN && ALLOWED_IN_OPEN.contains(mutation.kind());
      boolean seen = !findings.isEmpty() || allowed || isEqual(mutation);
      if (findings.size() > 1 || !seen) {
        wrong.add(mode + " " + mutation.kind() + "\n" + mutation.original() + "recorded\n"
            + mutation.changed() + findings);
      }
      String found = findings.isEmpty() ? "nothing" : findings.get(0).kind().name();
      cases.merge(mode + " " + mutation.kind() + " as " + found, 1, Integer::sum);
    }
  }

  /** Whether the change made the same tree in another order, which is no change. */
  private static boolean isEqual(Mutation mutation) {
    return mutation.original().sorted().equals(mutation.changed().sorted());
  }

  private void report() {
    int all = cases.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println("single changes: " + all + " cases on " + trees + " trees " + cases);
    assertThat(wrong.subList(0, Math.min(5, wrong.size())))
        .as("%d wrong", wrong.size())
        .isEmpty();
  }
}
