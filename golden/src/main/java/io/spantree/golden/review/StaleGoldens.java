package io.spantree.golden.review;

import io.spantree.compare.Comparison;
import io.spantree.golden.SafeName;
import io.spantree.golden.TextFile;
import io.spantree.golden.review.StaleGolden.Certainty;
import io.spantree.golden.run.Compared;
import io.spantree.outline.Outline;
import io.spantree.outline.OutlineSyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the goldens of a module that no test wants any more. */
public final class StaleGoldens {
  private static final String SUFFIX = ".spans";

  private final TestClasses classes;
  private final Completeness runs;
  private final Set<Path> roots = new LinkedHashSet<>();
  private final List<PendingGolden> fresh;
  private final Set<PendingGolden> moved = new HashSet<>();

  private StaleGoldens(Workspace.Module module, List<PendingGolden> pending) {
    this.classes = new TestClasses(module);
    this.runs = new Completeness(module.records());
    this.fresh = pending.stream().filter(PendingGolden::isNew).toList();
    Path sources = module.folder().resolve("src");
    for (String set : List.of("test", "integrationTest", "it")) {
      roots.add(sources.resolve(set).resolve("resources").resolve("golden"));
    }
    module.records().stream()
        .flatMap(record -> record.comparisons().stream())
        .map(PendingGolden::new)
        .filter(each -> each.compared().golden().endsWith(Path.of(each.name())))
        .forEach(each -> roots.add(each.root()));
    roots.removeIf(root -> !Files.isDirectory(root) || !root.startsWith(module.folder()));
  }

  /** The stale goldens of all modules, those that are sure first. */
  public static List<StaleGolden> of(Workspace workspace) {
    List<StaleGolden> stale = new ArrayList<>();
    List<PendingGolden> pending = workspace.pending();
    for (Workspace.Module module : workspace.modules()) {
      new StaleGoldens(module, pending).find(stale);
    }
    stale.sort(java.util.Comparator.comparing(StaleGolden::certainty)
        .thenComparing(StaleGolden::name)
        .thenComparing(StaleGolden::file));
    return stale;
  }

  private void find(List<StaleGolden> stale) {
    Set<Path> seen = new HashSet<>();
    for (Path root : roots) {
      for (Path file : goldens(root)) {
        if (seen.add(file)) {
          judge(root, file).ifPresent(stale::add);
        }
      }
    }
  }

  private static List<Path> goldens(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the goldens in " + root + ": " + e, e);
    }
  }

  /** Nothing when a test has compared it in its last run. */
  private Optional<StaleGolden> judge(Path root, Path file) {
    String name = root.relativize(file).toString().replace('\\', '/');
    Compared last = runs.last(file);
    Owner owner = owner(name, last);
    String gone = owner == null || !classes.isCompiled() ? null : gone(owner);
    if (gone != null) {
      return Optional.of(new StaleGolden(file, name, Certainty.CERTAIN, gone, movedTo(file)));
    } else if (last != null && runs.isOfLastRun(last)) {
      return Optional.empty();
    } else if (owner != null && runs.ranInFull(owner.className())) {
      String reason = owner.className() + " ran in full and passed without it";
      return Optional.of(new StaleGolden(file, name, Certainty.LIKELY, reason, null));
    }
    String reason =
        owner == null ? "its path names no class" : owner.className() + " has not run in full";
    return Optional.of(new StaleGolden(file, name, Certainty.UNKNOWN, reason, null));
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
  private @Nullable String gone(Owner owner) {
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

  /** The new golden of which the old one describes all. */
  private @Nullable PendingGolden movedTo(Path file) {
    for (PendingGolden candidate : fresh) {
      if (!moved.contains(candidate) && describes(file, candidate)) {
        moved.add(candidate);
        return candidate;
      }
    }
    return null;
  }

  private static boolean describes(Path file, PendingGolden candidate) {
    try {
      String text = Objects.requireNonNull(TextFile.read(file).orElse(""));
      Comparison comparison = candidate.compareWith(Outline.parse(text, file.toString()));
      return comparison.matches();
    } catch (OutlineSyntaxException | IllegalStateException e) {
      return false; // what cannot be read is not offered
    }
  }
}
