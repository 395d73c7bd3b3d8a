package io.spantree.golden.review;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A golden that no test seems to want any more.
 *
 * @param file the golden
 * @param name its path in the folder of goldens
 * @param certainty how sure that is
 * @param reason the class or method that is gone, or that ran without it
 * @param mayHaveMoved whether its test may be another one now
 * @param movedTo the pending golden that is equal to it; null when there is none
 */
public record StaleGolden(
    Path file,
    String name,
    Certainty certainty,
    String reason,
    boolean mayHaveMoved,
    @Nullable PendingGolden movedTo) {

  /** An equal tree makes it likely that what the path names was renamed. */
  StaleGolden withMovedTo(PendingGolden golden) {
    Certainty atLeast = certainty == Certainty.UNKNOWN ? Certainty.LIKELY : certainty;
    return new StaleGolden(file, name, atLeast, reason, mayHaveMoved, golden);
  }

  /** Its matchers and comments may be wanted where its test now looks, once that can take them. */
  StaleGolden keptFor(PendingGolden golden) {
    String why = "it has the tree of " + golden.name()
        + ", which was received and cannot be accepted as it is; run that test again";
    return new StaleGolden(file, name, Certainty.UNKNOWN, why, false, null);
  }

  /** How sure it is that a golden is stale. */
  public enum Certainty {
    /** All tests that are known to have compared it are gone. */
    CERTAIN,
    /** Its whole class ran and passed without it, or it has the tree of a new golden. */
    LIKELY,
    /** Its class did not run, or not in full, or it is not known whose it is. */
    UNKNOWN
  }
}
