package io.spantree.golden.review;

import io.spantree.golden.SafeName;
import io.spantree.golden.TextFile;
import io.spantree.golden.review.StaleGolden.Certainty;
import io.spantree.golden.run.Compared;
import io.spantree.golden.run.RanTest;
import io.spantree.outline.Outline;
import io.spantree.outline.OutlineSyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the goldens of a module that no test wants any more. */
public final class StaleGoldens {
  private static final String SUFFIX = ".spans";

  private final Workspace.Module module;
  private final Steps steps;
  private final Completeness runs;

  /** The folders of goldens, with the places that tests came from which compared in them. */
  private final Map<Path, Set<Path>> roots = new LinkedHashMap<>();

  private final List<PendingGolden> fresh;
  private final Set<PendingGolden> moved;

  private StaleGoldens(
      Workspace.Module module, List<PendingGolden> pending, Set<PendingGolden> moved, Steps steps) {
    this.module = module;
    this.steps = steps;
    this.moved = moved;
    this.runs = new Completeness(module.records());
    this.fresh = pending.stream().filter(PendingGolden::isNew).toList();
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
    List<StaleGolden> stale = new ArrayList<>();
    List<PendingGolden> pending = workspace.pending();
    Set<PendingGolden> moved = new HashSet<>();
    for (Workspace.Module module : workspace.modules()) {
      stale.addAll(new StaleGoldens(module, pending, moved, workspace.steps()).find());
    }
    stale.sort(java.util.Comparator.comparing(StaleGolden::certainty)
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
    offerMoves(stale);
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
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the goldens in " + root + ": " + e, e);
    }
  }

  /** Nothing when a test has compared it in its last run. */
  private Optional<StaleGolden> judge(
      Path root, Path file, TestClasses classes, @Nullable String missing) {
    String name = root.relativize(file).toString().replace('\\', '/');
    Compared last = runs.last(file);
    Owner owner = owner(name, last);
    String gone = owner == null || missing != null ? null : gone(owner, classes);
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

  private static String unknown(@Nullable Owner owner, @Nullable String missing) {
    if (owner == null) {
      return "its path names no class";
    }
    return missing == null ? owner.className() + " has not run in full" : missing;
  }

  /**
   * Whose golden it is.
   *
   * @param stem the file name without its suffix; the method's own name where a run told it
   */
  private record Owner(String className, String stem) {}

  /** The test that last compared it; else what the path says, if it can say it. */
  private static @Nullable Owner owner(String name, @Nullable Compared last) {
    if (last != null && last.test() != null) {
      return new Owner(last.test().testClass(), last.test().method());
    }
    int slash = name.lastIndexOf('/');
    String folder = slash < 0 ? "" : name.substring(0, slash);
    String simple = folder.substring(folder.lastIndexOf('/') + 1);
    boolean isClass = !simple.isEmpty() && Character.isUpperCase(simple.charAt(0));
    if (!isClass || SafeName.hasHash(simple)) {
      return null;
    }
    String packages = folder.substring(0, folder.length() - simple.length()).replace('/', '.');
    String stem = name.substring(slash + 1, name.length() - SUFFIX.length());
    return new Owner(packages + simple.replace('.', '$'), stem);
  }

  /** What is gone: the class, or the method; null when neither is, or it cannot be told. */
  private static @Nullable String gone(Owner owner, TestClasses classes) {
    if (classes.find(owner.className()).isEmpty()) {
      return "the class " + owner.className() + " is gone";
    }
    Optional<Set<String>> methods = classes.methods(owner.className());
    String method = owner.stem().split("[.(]", 2)[0];
    if (methods.isEmpty() || SafeName.hasHash(owner.stem()) || SafeName.hasHash(method)) {
      return null;
    }
    boolean there = methods.get().stream()
        .anyMatch(each -> owner.stem().equals(each)
            || owner.stem().startsWith(each + ".")
            || owner.stem().startsWith(each + "("));
    return there ? null : "the method " + owner.className() + "." + method + " is gone";
  }

  /** Goldens of the same test first, for of several tests with equal trees each keeps its own. */
  private void offerMoves(List<StaleGolden> stale) {
    BiPredicate<StaleGolden, PendingGolden> sameName =
        (old, fresh) -> Path.of(fresh.name()).endsWith(old.file().getFileName());
    List<StaleGolden> left = List.copyOf(stale);
    stale.clear();
    steps.each(left, "goldens looked for elsewhere", each -> stale.add(moved(each, sameName)));
    stale.replaceAll(each -> moved(each, sameName.negate()));
  }

  private StaleGolden moved(StaleGolden stale, BiPredicate<StaleGolden, PendingGolden> named) {
    if (stale.certainty() != Certainty.CERTAIN || stale.movedTo() != null || fresh.isEmpty()) {
      return stale;
    }
    Outline outline = outline(stale.file());
    StaleGolden kept = stale;
    for (PendingGolden candidate : fresh) {
      if (outline != null
          && named.test(stale, candidate)
          && !moved.contains(candidate)
          && describes(outline, candidate)) {
        Optional<Refusal> refusal = Acceptance.refusal(candidate);
        if (refusal.isEmpty()) {
          moved.add(candidate);
          return stale.withMovedTo(candidate);
        } else if (refusal.get() != Refusal.GOLDEN_CHANGED) { // else it has a golden already
          kept = stale.keptFor(candidate);
        }
      }
    }
    return kept;
  }

  /** Null when it cannot be read, and so cannot be offered. */
  private static @Nullable Outline outline(Path file) {
    try {
      return Outline.parse(TextFile.read(file).orElse(""), file.toString());
    } catch (OutlineSyntaxException | IllegalStateException e) {
      return null;
    }
  }

  private static boolean describes(Outline outline, PendingGolden candidate) {
    try {
      return candidate.compareWith(outline).matches();
    } catch (OutlineSyntaxException | IllegalStateException e) {
      return false; // what was recorded is not kept
    }
  }
}
