package io.spantree.golden.review;

import io.spantree.golden.review.Comparisons.Line;
import io.spantree.golden.run.Compared;
import io.spantree.golden.run.Outcome;
import io.spantree.golden.run.RanTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The tests that recorded different trees for one golden in JVMs of one run, of which none could
 * know of the other; within a JVM that is an error of the test itself.
 */
final class Sharers {
  private final Comparisons comparisons;

  Sharers(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  /** Their names, sorted; none when its last run is of one mind. */
  List<String> of(Path golden) {
    Map<String, List<Line>> byTest = new TreeMap<>();
    Line last = null;
    for (Line line : comparisons.ofLastRun(golden)) {
      RanTest test = line.compared().test();
      if (test != null && line.compared().outcome() != Outcome.ERROR && line.isCurrent()) {
        byTest.computeIfAbsent(name(test), name -> new ArrayList<>()).add(line);
        last = line;
      }
    }
    if (last != null && byTest.size() > 1) {
      Line newest = last;
      RanTest test = Objects.requireNonNull(newest.compared().test());
      List<Line> before = byTest.getOrDefault(name(test), List.of());
      byTest.values().removeIf(lines -> isOvertaken(end(lines), newest, before));
    }
    boolean differ =
        byTest.values().stream().map(lines -> tree(end(lines))).distinct().count() > 1;
    return differ ? List.copyOf(byTest.keySet()) : List.of();
  }

  /**
   * In an IDE all runs look like one. When the newest test agreed with another one before it was run
   * again by itself, it is the code that has changed, and the other one would say so, too.
   */
  private static boolean isOvertaken(Line line, Line newest, List<Line> before) {
    return before.stream()
        .anyMatch(earlier -> line != newest
            && !earlier.jvm().equals(newest.jvm())
            && tree(earlier).equals(tree(line)));
  }

  private static Line end(List<Line> lines) {
    return lines.get(lines.size() - 1);
  }

  /** The invocations of a test run in one JVM. */
  private static String name(RanTest test) {
    String types =
        test.parameters().isEmpty() ? "" : "(" + String.join(", ", test.parameters()) + ")";
    return test.testClass() + "." + test.method() + types;
  }

  private static String tree(Line line) {
    Compared compared = line.compared();
    String tree = compared.receivedHash() == null ? compared.goldenHash() : compared.receivedHash();
    return Objects.requireNonNullElse(tree, "");
  }
}
