package io.spantree.golden.review;

import io.spantree.golden.run.Compared;
import io.spantree.golden.run.Outcome;
import io.spantree.golden.run.RanTest;
import io.spantree.golden.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The tests that recorded different trees for one golden in JVMs of one run, of which none could
 * know of the other; within a JVM that is an error of the test itself.
 */
final class Sharers {
  private record Line(String group, Compared compared) {}

  private final Map<Path, Map<String, Line>> byGolden = new HashMap<>();

  Sharers(List<Workspace.Module> modules) {
    for (Workspace.Module module : modules) {
      for (RunRecord record : module.records()) {
        record.comparisons().forEach(each -> add(new Line(record.start().group(), each)));
      }
    }
  }

  private void add(Line line) {
    RanTest test = line.compared().test();
    if (test != null && line.compared().outcome() != Outcome.ERROR && isCurrent(line, test)) {
      byGolden
          .computeIfAbsent(line.compared().golden(), golden -> new TreeMap<>())
          .merge(name(test), line, (old, next) -> at(next) >= at(old) ? next : old);
    }
  }

  /** The invocations of a test run in one JVM. */
  private static String name(RanTest test) {
    String types =
        test.parameters().isEmpty() ? "" : "(" + String.join(", ", test.parameters()) + ")";
    return test.testClass() + "." + test.method() + types;
  }

  private static long at(Line line) {
    return line.compared().at();
  }

  /** A test that was compiled again since, or is gone, may have another golden now. */
  private static boolean isCurrent(Line line, RanTest test) {
    Path classFile = test.classFile();
    try {
      return classFile == null || Files.getLastModifiedTime(classFile).toMillis() <= at(line);
    } catch (IOException gone) {
      return false;
    }
  }

  /** Their names, sorted; none when its last run is of one mind. */
  List<String> of(Path golden) {
    Map<String, Line> lines = new TreeMap<>(byGolden.getOrDefault(golden, Map.of()));
    Line last =
        lines.values().stream().max((a, b) -> Long.compare(at(a), at(b))).orElse(null);
    if (last == null) {
      return List.of();
    }
    lines.values().removeIf(line -> !line.group().equals(last.group()));
    boolean differ =
        lines.values().stream().map(line -> tree(line.compared())).distinct().count() > 1;
    return differ ? List.copyOf(lines.keySet()) : List.of();
  }

  private static String tree(Compared compared) {
    String tree = compared.receivedHash() == null ? compared.goldenHash() : compared.receivedHash();
    return Objects.requireNonNullElse(tree, "");
  }
}
