package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;

import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import io.spantree.outline.RecordedOutline;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A recording is as its own outline says, in whatever order its siblings begin. */
class OwnOutlineTest {
  private static final String[] NAMES = {"a", "b", "c"};

  private int cases;

  @Test
  void every_tree_of_up_to_3_spans_matches_its_own_outline_under_all_permutations() {
    for (int spans = 1; spans <= 3; spans++) {
      all(Tree.shapes(spans, false), 2);
    }
    System.out.println("own outline, up to 3 spans: " + cases + " cases");
  }

  /** Trees that differ only in which name or which value is which, and in order, are tried once. */
  @Test
  @Tag("proof")
  void every_tree_of_up_to_5_spans_with_values_of_two_types_matches_its_own_outline() {
    int trees = 0;
    for (int spans = 1; spans <= 5; spans++) {
      trees += SmallTrees.each(spans, 4, this::check);
    }
    System.out.println(
        "own outline, up to 5 spans with values: " + cases + " cases on " + trees + " trees");
  }

  @Test
  void every_forest_of_up_to_3_spans_matches_its_own_outline_under_all_permutations() {
    for (int spans = 1; spans <= 3; spans++) {
      all(Tree.shapes(spans, true), 1);
    }
    System.out.println("own outline, forests of up to 3 spans: " + cases + " cases");
  }

  @Test
  @Tag("proof")
  void every_forest_of_4_spans_matches_its_own_outline_under_all_permutations() {
    all(Tree.shapes(4, true), 1);
    System.out.println("own outline, forests of 4 spans: " + cases + " cases");
  }

  private void all(List<Tree> shapes, int values) {
    for (Tree shape : shapes) {
      List<Tree> spans = shape.spans();
      int choices = NAMES.length * values;
      int all = (int) Math.pow(choices, spans.size());
      for (int assignment = 0; assignment < all; assignment++) {
        int left = assignment;
        for (Tree span : spans) {
          span.name = NAMES[left % NAMES.length];
          span.parts.clear();
          if (values > 1) {
            span.parts.add("k = " + left % choices / NAMES.length);
          }
          left /= choices;
        }
        check(shape);
      }
    }
  }

  private void check(Tree tree) {
    Outline own = RecordedOutline.of(recorded(tree.outline()));
    Outline literal = Outline.parse(tree.outline());
    List<Recording> permuted = new ArrayList<>();
    tree.permutations(each -> permuted.add(recorded(each.outline())));
    for (Recording recording : permuted) {
      for (Mode mode : Mode.values()) {
        matches(own, recording, mode);
        matches(literal, recording, mode);
        cases += 2;
      }
    }
  }

  private static void matches(Outline outline, Recording recording, Mode mode) {
    Comparison comparison = Comparison.of(outline, recording, mode);
    if (!comparison.matches()) {
      throw new AssertionError(mode + "\n" + outline.print() + "\nrecorded\n"
          + RecordedOutline.of(recording).print() + "\n" + comparison.findings());
    }
  }
}
