package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.outline.Outline;
import io.spantree.outline.RecordedOutline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Trees, values, matchers and links do not hide in which trace a root is, nor make it unclear. */
class RandomTracesTest {
  private Random random = new Random(0);
  private int moved;

  @Test
  void traces_match_their_outline_in_any_order_and_no_other_distribution_of_their_roots() {
    verdicts(400, 1);
  }

  @Test
  @Tag("proof")
  void traces_match_their_outline_in_any_order_and_no_other_distribution_20_000_times() {
    verdicts(20_000, 2);
  }

  private void verdicts(int cases, long seed) {
    random = new Random(seed);
    for (int i = 0; i < cases; i++) {
      List<List<String>> traces = traces();
      distribution(traces);
      linked(traces);
    }
    System.out.println("random traces: " + cases + " recordings, " + moved + " with a moved root");
    assertThat(moved).isGreaterThan(cases / 2);
  }

  private void distribution(List<List<String>> traces) {
    Outline own = RecordedOutline.of(recorded(text(traces)));
    List<List<String>> other = withMovedRoot(traces);
    shuffle(traces);
    shuffle(other);
    boolean same = sorted(traces).equals(sorted(other));
    moved += same ? 0 : 1;
    for (Mode mode : Mode.values()) {
      verdict(own, text(traces), mode, true);
    }
    verdict(own, text(other), Mode.CLOSED, same);
  }

  /** Some values are left to matchers, and some spans are the targets of links. */
  private void linked(List<List<String>> traces) {
    List<List<String>> linked = new ArrayList<>();
    int label = 0;
    for (List<String> trace : traces) {
      List<String> roots = new ArrayList<>();
      for (String root : trace) {
        boolean target = random.nextInt(4) == 0;
        label += target ? 1 : 0;
        roots.add(target ? root.replaceFirst(" parent", " &" + label + " parent") : root);
      }
      linked.add(roots);
    }
    for (int i = 1; i <= label; i++) {
      List<String> roots = linked.get(random.nextInt(linked.size()));
      int at = random.nextInt(roots.size());
      roots.set(at, roots.get(at) + "link *" + i + "\n");
    }
    String loose = text(linked).replace("k = 1", random.nextBoolean() ? "k = <any>" : "k = 1");
    shuffle(linked);
    for (Mode mode : Mode.values()) {
      verdict(Outline.parse(loose), text(linked), mode, true);
    }
  }

  private static void verdict(Outline outline, String recorded, Mode mode, boolean expected) {
    Comparison comparison = Comparison.of(outline, recorded(recorded), mode);
    if (comparison.matches() != expected) {
      throw new AssertionError(mode + " should be " + expected + "\n" + outline.print()
          + "recorded\n" + recorded + comparison.findings());
    }
  }

  private List<List<String>> traces() {
    List<List<String>> traces = new ArrayList<>();
    for (int i = 2 + random.nextInt(3); i > 0; i--) {
      List<String> roots = new ArrayList<>();
      for (int j = 1 + random.nextInt(3); j > 0; j--) {
        roots.add(tree());
      }
      traces.add(roots);
    }
    return traces;
  }

  private String tree() {
    StringBuilder tree = new StringBuilder("span " + name() + " parent=<remote>\n");
    int depth = 0;
    for (int i = random.nextInt(3); i > 0; i--) {
      depth = 1 + random.nextInt(depth + 1);
      tree.append("span ").append(">".repeat(depth)).append(' ').append(name()).append('\n');
      tree.append(random.nextBoolean() ? "k = " + random.nextInt(2) + "\n" : "");
    }
    return tree.toString();
  }

  private String name() {
    return random.nextBoolean() ? "a" : "b";
  }

  private List<List<String>> withMovedRoot(List<List<String>> traces) {
    List<List<String>> other = new ArrayList<>();
    traces.forEach(trace -> other.add(new ArrayList<>(trace)));
    List<String> from = other.get(random.nextInt(other.size()));
    String root = from.remove(random.nextInt(from.size()));
    other.add(new ArrayList<>());
    other.get(random.nextInt(other.size())).add(root);
    other.removeIf(List::isEmpty);
    return other;
  }

  private void shuffle(List<List<String>> traces) {
    Collections.shuffle(traces, random);
    traces.forEach(trace -> Collections.shuffle(trace, random));
  }

  private static List<String> sorted(List<List<String>> traces) {
    return traces.stream()
        .map(trace -> trace.stream().sorted().toList().toString())
        .sorted()
        .toList();
  }

  private static String text(List<List<String>> traces) {
    StringBuilder text = new StringBuilder();
    traces.forEach(trace -> text.append("trace t\n").append(String.join("", trace)));
    return text.toString();
  }
}
