package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;

import io.spantree.outline.Outline;
import io.spantree.outline.RecordedOutline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The verdict does not depend on the order in which siblings began, whatever the outline leaves to
 * matchers, labels, counts and links.
 */
class PermutationLawTest {
  private Random random;
  private int matching;
  private int failing;

  @Test
  void what_is_described_loosely_is_found_in_any_order() {
    random = new Random(1);
    for (int i = 0; i < 700; i++) {
      loosened(1 + random.nextInt(9));
    }
    System.out.println("permutation law: " + matching + " matching cases");
  }

  @Test
  @Tag("proof")
  void what_is_described_loosely_is_found_in_any_order_a_hundred_thousand_times() {
    random = new Random(2);
    for (int i = 0; i < 100_000; i++) {
      loosened(1 + random.nextInt(14));
    }
    System.out.println("permutation law: " + matching + " matching cases");
  }

  @Test
  void an_unrelated_recording_gets_one_verdict_in_any_order() {
    unrelated(70);
  }

  @Test
  @Tag("proof")
  void an_unrelated_recording_gets_one_verdict_in_any_order_thousands_of_times() {
    unrelated(3_000);
  }

  private void unrelated(int cases) {
    random = new Random(3);
    for (int i = 0; i < cases; i++) {
      Outline outline =
          Outline.parse(loose(forest(1 + random.nextInt(5)), Mode.OPEN).outline());
      Tree other = forest(1 + random.nextInt(7));
      other.spans().forEach(span -> span.parts.removeIf(part -> part.startsWith("link")));
      for (Mode mode : Mode.values()) {
        oneVerdict(outline, other, mode);
      }
    }
    System.out.println("permutation law: " + matching + " matching, " + failing + " failing cases");
  }

  private void oneVerdict(Outline outline, Tree other, Mode mode) {
    boolean matches = Comparison.of(outline, recorded(other.outline()), mode).matches();
    for (int j = 0; j < 4; j++) {
      shuffle(other);
      if (Comparison.of(outline, recorded(other.outline()), mode).matches() != matches) {
        throw new AssertionError(
            mode + " was " + matches + "\n" + outline.print() + "recorded\n" + other);
      }
      if (matches) {
        matching++;
      } else {
        failing++;
      }
    }
  }

  private void loosened(int size) {
    Tree forest = forest(size);
    for (Mode mode : Mode.values()) {
      Outline outline = Outline.parse(loose(forest, mode).outline());
      for (int j = 0; j < 3; j++) {
        Tree permuted = forest.copy();
        shuffle(permuted);
        Comparison comparison = Comparison.of(outline, recorded(permuted.outline()), mode);
        if (!comparison.matches()) {
          throw new AssertionError(mode + "\n" + outline.print() + "recorded\n" + permuted.outline()
              + comparison.findings() + "\nitself\n"
              + RecordedOutline.of(recorded(permuted.outline())).print());
        }
        matching++;
      }
    }
  }

  private Tree forest(int size) {
    Tree forest = Tree.forest(new Tree("root"));
    List<Tree> spans = new ArrayList<>(List.of(forest.children.get(0)));
    for (int i = 1; i < size; i++) {
      Tree span = new Tree("ab".substring(random.nextInt(2)).substring(0, 1));
      if (random.nextBoolean()) {
        span.parts.add("k = " + random.nextInt(3));
      }
      if (random.nextInt(3) == 0) {
        span.parts.add("m = " + random.nextInt(2));
      }
      spans.get(random.nextInt(spans.size())).add(span);
      spans.add(span);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      Tree target = spans.get(random.nextInt(size));
      if (target.modifiers.isEmpty()) {
        target.modifiers = " &" + i;
        spans.get(random.nextInt(size)).parts.add("link *" + i);
      }
    }
    return forest;
  }

  private Tree loose(Tree forest, Mode mode) {
    Tree loose = forest.copy();
    for (Tree span : loose.spans()) {
      if (random.nextInt(4) == 0) {
        span.name = List.of("<any>", "</" + span.name + ".*/>").get(random.nextInt(2));
      }
      if (mode == Mode.OPEN && random.nextInt(3) == 0) {
        span.parts.removeIf(part -> !part.startsWith("link"));
      }
      span.parts.replaceAll(this::loose);
    }
    shuffle(loose);
    return loose;
  }

  private String loose(String part) {
    int equals = part.indexOf(" = ");
    if (equals < 0 || random.nextBoolean()) {
      return part;
    }
    String value = part.substring(equals + 3);
    String matcher = List.of(
            "<any>",
            "<long>",
            "<range " + value + "..9>",
            "<any#l" + value + ">",
            "<long#l" + value + ">")
        .get(random.nextInt(5));
    return part.substring(0, equals + 3) + matcher;
  }

  private void shuffle(Tree tree) {
    Collections.shuffle(tree.children, random);
    tree.children.forEach(this::shuffle);
  }

  @Test
  void siblings_that_only_a_child_far_below_tells_apart_find_their_lines() {
    random = new Random(4);
    Tree forest = Tree.forest(new Tree("root"));
    for (int i = 0; i < 40; i++) {
      Tree at = forest.children.get(0);
      for (String name : List.of("request", "handle", "query", "execute", "row")) {
        Tree below = new Tree(name);
        at.add(below);
        at = below;
      }
      at.parts.add("k = " + i);
    }
    Outline outline = Outline.parse(forest.outline());
    Map<Mode, Integer> wrong = new HashMap<>();
    for (Mode mode : Mode.values()) {
      shuffle(forest);
      wrong.put(
          mode,
          Comparison.of(outline, recorded(forest.outline()), mode).findings().size());
    }
    if (!wrong.equals(Map.of(Mode.OPEN, 0, Mode.CLOSED, 0))) {
      throw new AssertionError(wrong.toString());
    }
  }

  @Test
  void a_thousand_siblings_of_one_name_find_their_lines() {
    random = new Random(5);
    Tree forest = Tree.forest(new Tree("root"));
    for (int i = 0; i < 1_000; i++) {
      Tree child = new Tree("a");
      child.parts.add("k = " + i);
      child.parts.add("m = 1");
      forest.children.get(0).add(child);
    }
    Outline literal = Outline.parse(forest.outline());
    Outline loose = Outline.parse(forest.outline().replace("m = 1", "m = <long>"));
    for (Mode mode : Mode.values()) {
      shuffle(forest);
      for (Outline outline : List.of(literal, loose)) {
        Comparison comparison = Comparison.of(outline, recorded(forest.outline()), mode);
        if (!comparison.matches()) {
          throw new AssertionError(mode + " " + comparison.findings().size());
        }
      }
    }
  }
}
