package io.spantree.golden.review;

import io.spantree.golden.run.Compared;
import io.spantree.golden.run.Outcome;
import io.spantree.golden.run.RanTest;
import io.spantree.golden.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All comparisons with each golden in the order in which they were made, and which of them count. */
final class Comparisons {
  private final Map<Path, List<Line>> byGolden = new LinkedHashMap<>();

  /**
   * A comparison.
   *
   * @param group the run: the same in all JVMs that one process has started
   * @param jvm the record, of which each JVM has one
   */
  record Line(String group, Path jvm, Compared compared) {
    long at() {
      return compared.at();
    }

    private String test() {
      return compared.test() == null ? "" : compared.test().id();
    }

    /** A test that was compiled again since, or is gone, may have another golden now. */
    boolean isCurrent() {
      RanTest test = compared.test();
      Path classFile = test == null ? null : test.classFile();
      try {
        return classFile == null || Files.getLastModifiedTime(classFile).toMillis() <= at();
      } catch (IOException gone) {
        return false;
      }
    }

    /** An error first: while one test cannot compare, what another received may be wrong. */
    private int weight() {
      return compared.outcome() == Outcome.ERROR ? 2 : compared.outcome() == Outcome.PASSED ? 0 : 1;
    }
  }

  Comparisons(List<Workspace.Module> modules) {
    for (Workspace.Module module : modules) {
      for (RunRecord record : module.records()) {
        for (Compared each : record.comparisons()) {
          byGolden
              .computeIfAbsent(each.golden(), golden -> new ArrayList<>())
              .add(new Line(record.start().group(), record.file(), each));
        }
      }
    }
    byGolden.values().forEach(lines -> lines.sort(Comparator.comparingLong(Line::at)));
  }

  Set<Path> goldens() {
    return byGolden.keySet();
  }

  /** The comparisons of the run that was the last to compare it. */
  List<Line> ofLastRun(Path golden) {
    List<Line> lines = byGolden.getOrDefault(golden, List.of());
    if (lines.isEmpty()) {
      return lines;
    }
    String group = lines.get(lines.size() - 1).group();
    return lines.stream().filter(line -> line.group().equals(group)).toList();
  }

  /**
   * What became of a golden in its last run. Of each test the last attempt counts, and of several
   * tests, or repetitions, that share it the worst: one of them is red.
   */
  Compared outcome(Path golden) {
    List<Line> lines = ofLastRun(golden);
    Line worst = lines.get(lines.size() - 1);
    Map<String, Line> byTest = new HashMap<>();
    lines.forEach(line -> byTest.put(line.test(), line));
    for (Line line : byTest.values()) {
      boolean heavier = line.weight() > worst.weight();
      boolean later = line.weight() == worst.weight() && line.at() > worst.at();
      if ((heavier || later) && line.isCurrent()) {
        worst = line;
      }
    }
    return worst.compared();
  }
}
