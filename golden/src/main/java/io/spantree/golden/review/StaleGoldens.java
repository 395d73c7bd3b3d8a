package io.spantree.golden.review;

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
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the goldens of a module that no test wants any more. */
public final class StaleGoldens {
  private static final String SUFFIX = ".spans";

  private final TestClasses classes;
  private final Completeness runs;
  private final Set<Path> roots = new LinkedHashSet<>();
  private final List<PendingGolden> fresh;
  private final Set<PendingGolden> moved;

  private StaleGoldens(
      Workspace.Module module, List<PendingGolden> pending, Set<PendingGolden> moved) {
    this.moved = moved;
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
    Set<PendingGolden> moved = new HashSet<>();
    for (Workspace.Module module : workspace.modules()) {
      stale.addAll(new StaleGoldens(module, pending, moved).find());
    }
    stale.sort(java.util.Comparator.comparing(StaleGolden::certainty)
        .thenComparing(StaleGolden::name)
        .thenComparing(StaleGolden::file));
    return stale;
  }

  private List<StaleGolden> find() {
    List<StaleGolden> stale = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (Path root : roots) {
      for (Path file : goldens(root)) {
        if (seen.add(file)) {
          judge(root, file).ifPresent(stale::add);
        }
      }
    }
    offerMoves(stale);
    return stale;
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
      return Optional.of(new StaleGolden(file, name, Certainty.CERTAIN, gone, null));
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

  /** Goldens of the same test first, for of several tests with equal trees each keeps its own. */
  private void offerMoves(List<StaleGolden> stale) {
    BiPredicate<StaleGolden, PendingGolden> sameName =
        (old, fresh) -> Path.of(fresh.name()).endsWith(old.file().getFileName());
    stale.replaceAll(each -> moved(each, sameName));
    stale.replaceAll(each -> moved(each, sameName.negate()));
  }

  private StaleGolden moved(StaleGolden stale, BiPredicate<StaleGolden, PendingGolden> named) {
    if (stale.certainty() != Certainty.CERTAIN || stale.movedTo() != null || fresh.isEmpty()) {
      return stale;
    }
    Outline outline = outline(stale.file());
    for (PendingGolden candidate : fresh) {
      if (outline != null
          && named.test(stale, candidate)
          && !moved.contains(candidate)
          && describes(outline, candidate)) {
        moved.add(candidate);
        return stale.withMovedTo(candidate);
      }
    }
    return stale;
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
