package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import io.spantree.outline.RecordedOutline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A recording matches an outline just when its spans are in the traces that the outline says. */
class TraceLawTest {
  private static final String REMOTE = " parent=<remote>";

  /** Trees below one root each. */
  private static final List<List<String>> TREES = List.of(
      List.of("a" + REMOTE),
      List.of("b" + REMOTE),
      List.of("a" + REMOTE, "> b"),
      List.of("b" + REMOTE, "> b"));

  private final Map<List<Integer>, List<List<List<Integer>>>> byRoots =
      new TreeMap<>((left, right) -> left.toString().compareTo(right.toString()));
  private int equal;
  private int different;

  @Test
  void every_recording_of_up_to_4_roots_matches_the_outlines_of_its_equals_alone() {
    for (int roots = 1; roots <= 4; roots++) {
      grow(new ArrayList<>(), roots, 3);
    }
    int recordings = 0;
    for (List<List<List<Integer>>> same : byRoots.values()) {
      recordings += same.size();
      for (List<List<Integer>> outlined : same) {
        same.forEach(other -> compare(outlined, other));
      }
    }
    System.out.println("traces: " + recordings + " recordings, " + equal + " equal and " + different
        + " different pairs");
    assertThat(List.of(recordings, equal, different)).isEqualTo(List.of(170, 3280, 3920));
  }

  /** Traces as sorted lists of trees, in order, so that each recording comes once. */
  private void grow(List<List<Integer>> traces, int left, int trees) {
    if (left == 0) {
      List<Integer> roots = traces.stream().flatMap(List::stream).sorted().toList();
      byRoots.computeIfAbsent(roots, r -> new ArrayList<>()).add(List.copyOf(traces));
      return;
    }
    for (int size = 1; size <= left; size++) {
      for (List<Integer> trace : multisets(size, 0, trees)) {
        String last = traces.isEmpty() ? "" : traces.get(traces.size() - 1).toString();
        if (last.compareTo(trace.toString()) <= 0) {
          traces.add(trace);
          grow(traces, left - size, trees);
          traces.remove(traces.size() - 1);
        }
      }
    }
  }

  private static List<List<Integer>> multisets(int size, int from, int trees) {
    if (size == 0) {
      return List.of(List.of());
    }
    List<List<Integer>> all = new ArrayList<>();
    for (int first = from; first < trees; first++) {
      for (List<Integer> rest : multisets(size - 1, first, trees)) {
        List<Integer> one = new ArrayList<>(List.of(first));
        one.addAll(rest);
        all.add(one);
      }
    }
    return all;
  }

  private void compare(List<List<Integer>> outlined, List<List<Integer>> other) {
    Outline outline = RecordedOutline.of(recorded(text(outlined)));
    boolean same = outlined.equals(other);
    List<String> orders = new ArrayList<>();
    if (same) {
      permute(other, 0, orders);
    } else {
      orders.addAll(List.of(text(other), text(reversed(other))));
    }
    for (String order : orders) {
      for (Mode mode : Mode.values()) {
        verdict(outline, order, mode, same);
      }
    }
  }

  private void verdict(Outline outline, String order, Mode mode, boolean same) {
    Recording recording = recorded(order);
    Comparison comparison = Comparison.of(outline, recording, mode);
    if (comparison.matches() != same) {
      throw new AssertionError(mode + " should be " + same + "\n" + outline.print() + "recorded\n"
          + order + comparison.findings());
    }
    if (same) {
      equal++;
    } else {
      different++;
    }
  }

  private static void permute(List<List<Integer>> traces, int from, List<String> orders) {
    if (from == traces.size()) {
      orders.add(text(traces));
      orders.add(text(traces.stream().map(TraceLawTest::reversedTrace).toList()));
    }
    for (int i = from; i < traces.size(); i++) {
      List<List<Integer>> swapped = new ArrayList<>(traces);
      Collections.swap(swapped, from, i);
      permute(swapped, from + 1, orders);
    }
  }

  private static List<List<Integer>> reversed(List<List<Integer>> traces) {
    List<List<Integer>> reversed = new ArrayList<>();
    traces.forEach(trace -> reversed.add(0, reversedTrace(trace)));
    return reversed;
  }

  private static List<Integer> reversedTrace(List<Integer> trace) {
    List<Integer> reversed = new ArrayList<>(trace);
    Collections.reverse(reversed);
    return reversed;
  }

  private static String text(List<List<Integer>> traces) {
    StringBuilder text = new StringBuilder();
    for (List<Integer> trace : traces) {
      text.append("trace t\n");
      for (int tree : trace) {
        TREES.get(tree).forEach(span -> text.append("span ").append(span).append('\n'));
      }
    }
    return text.toString();
  }
}
