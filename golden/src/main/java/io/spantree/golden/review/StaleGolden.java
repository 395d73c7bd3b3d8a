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
 * @param movedTo the pending golden that is equal to it; null when there is none
 */
public record StaleGolden(
    Path file,
    String name,
    Certainty certainty,
    String reason,
    @Nullable PendingGolden movedTo) {

  StaleGolden withMovedTo(PendingGolden golden) {
    return new StaleGolden(file, name, certainty, reason, golden);
  }

  /** Its matchers and comments may be wanted where its test now looks, once that can take them. */
  StaleGolden keptFor(PendingGolden golden) {
    String why = "it has the tree of " + golden.name()
        + ", which was received and cannot be accepted as it is; run that test again";
    return new StaleGolden(file, name, Certainty.UNKNOWN, why, null);
  }

  /** How sure it is that a golden is stale. */
  public enum Certainty {
    /** Its class or method is gone. */
    CERTAIN,
    /** Its whole class ran and passed without it. */
    LIKELY,
    /** Its class did not run, or not in full. */
    UNKNOWN
  }
}
