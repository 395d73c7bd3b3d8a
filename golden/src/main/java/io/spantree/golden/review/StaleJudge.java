package io.spantree.golden.review;

import io.spantree.golden.review.StaleGolden.Certainty;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges the goldens of one folder. Certain is only what a run has told: a path is a guess, because
 * a test may compare a golden of any path, and because names in it may be shortened.
 */
final class StaleJudge {
  private final Path root;
  private final Completeness runs;
  private final TestClasses classes;
  private final @Nullable String missing;
  private @Nullable Boolean whole;

  /**
   * @param missing why nothing can be said of classes that are not there; null when it can
   */
  StaleJudge(Path root, Completeness runs, TestClasses classes, @Nullable String missing) {
    this.root = root;
    this.runs = runs;
    this.classes = classes;
    this.missing = missing;
  }

  /** Nothing when a test has compared it in its last run. */
  Optional<StaleGolden> judge(Path file) {
    String name = root.relativize(file).toString().replace('\\', '/');
    List<GoldenOwner> owners = runs.owners(file);
    if (runs.isComparedOutsideOfTests(file)) {
      return Optional.empty();
    }
    return owners.isEmpty()
        ? Optional.of(byPath(file, name, GoldenOwner.ofPath(name)))
        : byRuns(file, name, owners);
  }

  /** Several tests may share it, of which each may want it still. */
  private Optional<StaleGolden> byRuns(Path file, String name, List<GoldenOwner> owners) {
    List<GoldenOwner> there =
        owners.stream().filter(owner -> gone(owner) == null).toList();
    if (there.isEmpty()) {
      String gone = gone(owners.get(owners.size() - 1));
      return stale(file, name, Certainty.CERTAIN, String.valueOf(gone));
    } else if (there.stream().anyMatch(owner -> runs.isOfLastRun(owner.className(), file))) {
      return Optional.empty();
    }
    String last = there.get(there.size() - 1).className();
    return stale(file, name, Certainty.LIKELY, last + " ran in full and passed without it");
  }

  private @Nullable String gone(GoldenOwner owner) {
    return missing == null ? owner.gone(classes) : null;
  }

  private static Optional<StaleGolden> stale(
      Path file, String name, Certainty certainty, String reason) {
    return Optional.of(new StaleGolden(file, name, certainty, reason, true, null));
  }

  private StaleGolden byPath(Path file, String name, @Nullable GoldenOwner owner) {
    String reason;
    Certainty certainty = Certainty.UNKNOWN;
    boolean mayHaveMoved = false;
    if (owner == null) {
      reason = "its path names no class";
    } else if (runs.ranInFull(owner.className())) {
      certainty = Certainty.LIKELY;
      reason = owner.className() + " ran in full and passed without it";
    } else if (missing != null) {
      reason = missing;
    } else if (isWhole()) {
      certainty = Certainty.LIKELY;
      reason = "all tests ran in full and passed without it";
    } else {
      mayHaveMoved = gone(owner) != null;
      reason =
          mayHaveMoved ? "no run says whose it is" : owner.className() + " has not run in full";
    }
    return new StaleGolden(
        file, name, certainty, reason, mayHaveMoved || certainty != Certainty.UNKNOWN, null);
  }

  /** Whether all classes with tests have run in full. */
  private boolean isWhole() {
    Boolean known = whole;
    if (known == null) {
      Set<String> tests = classes.withTests();
      known = runs.areWhole(tests);
      whole = known;
    }
    return known;
  }
}
