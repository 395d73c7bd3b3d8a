package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.outline.Outline;
import io.spantree.outline.RecordedOutline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Links find their targets among equal siblings, in whatever order these began. */
class LinkLawTest {
  private int cases;

  @Test
  void every_tree_of_3_spans_with_up_to_2_links_matches_its_own_outline_in_any_order() {
    each(3, 2);
  }

  @Test
  @Tag("proof")
  void every_tree_of_4_spans_with_up_to_2_links_matches_its_own_outline_in_any_order() {
    each(4, 2);
  }

  @Test
  @Tag("proof")
  void every_tree_of_4_spans_with_up_to_3_links_matches_its_own_outline_in_any_order() {
    each(4, 3);
  }

  private void each(int spans, int links) {
    SmallTrees.each(spans, 1, tree -> linked(tree, links, 0, this::check));
    System.out.println("links: " + cases + " cases");
  }

  private void check(Tree tree) {
    Outline own = RecordedOutline.of(recorded(tree.outline()));
    Outline literal = Outline.parse(tree.outline());
    tree.permutations(permuted -> {
      for (Mode mode : Mode.values()) {
        for (Outline outline : List.of(own, literal)) {
          cases++;
          Comparison comparison = Comparison.of(outline, recorded(permuted.outline()), mode);
          if (!comparison.matches()) {
            throw new AssertionError(mode + "\n" + outline.print() + "recorded\n"
                + permuted.outline() + comparison.findings());
          }
        }
      }
    });
  }

  /** The tree with every choice of so many links from any span to any span. */
  private static void linked(Tree tree, int links, int from, Consumer<Tree> test) {
    test.accept(tree);
    int spans = tree.spans().size();
    for (int choice = from; links > 0 && choice < spans * spans; choice++) {
      Tree copy = tree.copy();
      int target = choice / spans;
      copy.spans().get(target).modifiers = " &" + target;
      copy.spans().get(choice % spans).parts.add("link *" + target);
      linked(copy, links - 1, choice, test);
    }
  }

  @Test
  void a_batch_of_equal_messages_is_told_apart_by_what_processed_each() {
    assertBatch("  m = %d\n", "");
  }

  @Test
  void equal_consumers_are_told_apart_by_the_message_that_each_processed() {
    assertBatch("", "\n  k = %d");
  }

  @Test
  void equal_consumers_of_equal_messages_are_one_like_the_other() {
    assertBatch("", "");
  }

  private static void assertBatch(String ofConsumer, String ofMessage) {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      lines.add("span > publish &" + i + ofMessage.replace("%d", "" + i));
      lines.add("span > process\n" + ofConsumer.replace("%d", "" + i) + "  link *" + i);
    }
    Outline outline = Outline.parse("span root\n" + String.join("\n", lines));
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(lines, random);
      for (Mode mode : Mode.values()) {
        Comparison comparison =
            Comparison.of(outline, recorded("span root\n" + String.join("\n", lines)), mode);
        assertThat(comparison.findings()).as("%s", mode).isEmpty();
      }
    }
  }
}
