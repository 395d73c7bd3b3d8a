package io.spantree.golden.review;

import io.spantree.golden.run.Compared;
import io.spantree.golden.run.RanTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the goldens of a module that no test wants any more. */
public final class StaleGoldens {
  private final Workspace.Module module;
  private final Steps steps;
  private final Completeness runs;

  /** The folders of goldens, with the places that tests came from which compared in them. */
  private final Map<Path, Set<Path>> roots = new LinkedHashMap<>();

  private final Map<Path, Set<Path>> compared = new HashMap<>();

  private StaleGoldens(Workspace.Module module, Steps steps) {
    this.module = module;
    this.steps = steps;
    this.runs = new Completeness(module.records());
    for (String set : List.of("test", "integrationTest", "it")) {
      sources(module.folder().resolve("src/" + set + "/resources/golden"));
    }
    module.records().stream()
        .flatMap(record -> record.comparisons().stream())
        .filter(each -> each.golden().endsWith(Path.of(each.name())))
        .forEach(this::add);
    roots.keySet().removeIf(root -> !Files.isDirectory(root) || !root.startsWith(module.folder()));
  }

  private void add(Compared line) {
    Path root = new PendingGolden(line).root();
    compared.computeIfAbsent(root, r -> new TreeSet<>()).add(line.golden());
    Set<Path> sources = sources(root);
    RanTest test = line.test();
    if (test != null && test.source() != null) {
      sources.add(test.source());
    }
  }

  private Set<Path> sources(Path root) {
    return roots.computeIfAbsent(root, r -> new LinkedHashSet<>());
  }

  /** The stale goldens of all modules, those that are sure first. */
  public static List<StaleGolden> of(Workspace workspace) {
    List<StaleGolden> found = new ArrayList<>();
    for (Workspace.Module module : workspace.modules()) {
      found.addAll(new StaleGoldens(module, workspace.steps()).find());
    }
    List<StaleGolden> stale = new MovedGoldens(workspace.pending(), workspace.steps()).offer(found);
    stale.sort(Comparator.comparing(StaleGolden::certainty)
        .thenComparing(StaleGolden::name)
        .thenComparing(StaleGolden::file));
    return stale;
  }

  private List<StaleGolden> find() {
    List<StaleGolden> stale = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    roots.forEach((root, sources) -> {
      String set = set(root);
      TestClasses classes = TestClasses.of(module, set, sources);
      String missing =
          classes.isCompiled() ? null : "the classes of " + place(set) + " are not compiled";
      StaleJudge judge = new StaleJudge(root, runs, classes, missing);
      steps.each(goldens(root), "goldens looked at", file -> {
        if (seen.add(file)) {
          judge.judge(file).ifPresent(stale::add);
        }
      });
    });
    return stale;
  }

  /** The folder below {@code src} that it lies in; null when it lies elsewhere. */
  private @Nullable String set(Path root) {
    Path sources = module.folder().resolve("src");
    return root.startsWith(sources) ? sources.relativize(root).getName(0).toString() : null;
  }

  private static String place(@Nullable String set) {
    return set == null ? "its tests" : "src/" + set;
  }

  /**
   * The files that may be stale. A golden of a path of its own, in no folder that is named for
   * goldens, has the whole module as its folder, in which other files are no goldens.
   */
  private List<Path> goldens(Path root) {
    if (module.folder().startsWith(root)) {
      return compared.getOrDefault(root, Set.of()).stream()
          .filter(Files::exists)
          .toList();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(GoldenOwner.SUFFIX))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the goldens in " + root + ": " + e, e);
    }
  }
}
