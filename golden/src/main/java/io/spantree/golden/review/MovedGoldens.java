package io.spantree.golden.review;

import io.spantree.golden.TextFile;
import io.spantree.outline.Outline;
import io.spantree.outline.OutlineSyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Finds stale goldens again among those that were received for the first time: a renamed test's. */
final class MovedGoldens {
  private final List<PendingGolden> fresh;
  private final Steps steps;
  private final Set<PendingGolden> taken = new HashSet<>();

  /** Of all modules, because a test may have moved to another one. */
  MovedGoldens(List<PendingGolden> pending, Steps steps) {
    this.fresh = pending.stream().filter(PendingGolden::isNew).toList();
    this.steps = steps;
  }

  /** Goldens of the same test first, for of several tests with equal trees each keeps its own. */
  List<StaleGolden> offer(List<StaleGolden> stale) {
    BiPredicate<StaleGolden, PendingGolden> sameName =
        (old, fresh) -> Path.of(fresh.name()).endsWith(old.file().getFileName());
    return offer(offer(stale, sameName), sameName.negate());
  }

  private List<StaleGolden> offer(
      List<StaleGolden> stale, BiPredicate<StaleGolden, PendingGolden> named) {
    List<StaleGolden> offered = new ArrayList<>();
    steps.each(stale, "goldens looked for elsewhere", each -> offered.add(moved(each, named)));
    return offered;
  }

  private StaleGolden moved(StaleGolden stale, BiPredicate<StaleGolden, PendingGolden> named) {
    if (!stale.mayHaveMoved() || stale.movedTo() != null || fresh.isEmpty()) {
      return stale;
    }
    Outline outline = outline(stale.file());
    StaleGolden kept = stale;
    for (PendingGolden candidate : fresh) {
      if (outline != null
          && named.test(stale, candidate)
          && !taken.contains(candidate)
          && describes(outline, candidate)) {
        Optional<Refusal> refusal = Acceptance.refusal(candidate);
        if (refusal.isEmpty()) {
          taken.add(candidate);
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
