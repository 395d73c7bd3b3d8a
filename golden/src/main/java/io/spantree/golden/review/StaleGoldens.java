package io.spantree.golden.review;

import io.spantree.golden.review.StaleGolden.Certainty;
import io.spantree.golden.run.Compared;
import io.spantree.golden.run.RanTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the goldens of a module that no test wants any more. */
public final class StaleGoldens {
  private final Workspace.Module module;
  private final Steps steps;
  private final Completeness runs;

  /** The folders of goldens, with the places that tests came from which compared in them. */
  private final Map<Path, Set<Path>> roots = new LinkedHashMap<>();

  private StaleGoldens(Workspace.Module module, Steps steps) {
    this.module = module;
    this.steps = steps;
    this.runs = new Completeness(module.records());
    for (String set : List.of("test", "integrationTest", "it")) {
      sources(module.folder().resolve("src/" + set + "/resources/golden"));
    }
    module.records().stream()
        .flatMap(record -> record.comparisons().stream())
        .filter(compared -> compared.golden().endsWith(Path.of(compared.name())))
        .forEach(compared -> {
          Set<Path> sources = sources(new PendingGolden(compared).root());
          RanTest test = compared.test();
          if (test != null && test.source() != null) {
            sources.add(test.source());
          }
        });
    roots.keySet().removeIf(root -> !Files.isDirectory(root) || !root.startsWith(module.folder()));
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
      steps.each(goldens(root), "goldens looked at", file -> {
        if (seen.add(file)) {
          judge(root, file, classes, missing).ifPresent(stale::add);
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

  private static List<Path> goldens(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(GoldenOwner.SUFFIX))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the goldens in " + root + ": " + e, e);
    }
  }

  /** Nothing when a test has compared it in its last run. */
  private Optional<StaleGolden> judge(
      Path root, Path file, TestClasses classes, @Nullable String missing) {
    String name = root.relativize(file).toString().replace('\\', '/');
    Compared last = runs.last(file);
    GoldenOwner owner = GoldenOwner.of(name, last);
    String gone = owner == null || missing != null ? null : owner.gone(classes);
    if (gone != null) {
      return Optional.of(new StaleGolden(file, name, Certainty.CERTAIN, gone, null));
    } else if (last != null && runs.isOfLastRun(last)) {
      return Optional.empty();
    } else if (owner != null && runs.ranInFull(owner.className())) {
      String reason = owner.className() + " ran in full and passed without it";
      return Optional.of(new StaleGolden(file, name, Certainty.LIKELY, reason, null));
    }
    return Optional.of(
        new StaleGolden(file, name, Certainty.UNKNOWN, unknown(owner, missing), null));
  }

  private static String unknown(@Nullable GoldenOwner owner, @Nullable String missing) {
    if (owner == null) {
      return "its path names no class";
    }
    return missing == null ? owner.className() + " has not run in full" : missing;
  }
}
