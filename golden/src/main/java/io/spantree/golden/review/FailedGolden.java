package io.spantree.golden.review;

import io.spantree.golden.TextFile;
import io.spantree.golden.run.Compared;
import io.spantree.golden.run.Hash;
import io.spantree.golden.run.Outcome;
import io.spantree.outline.Outline;
import io.spantree.outline.OutlineSyntaxException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;

/**
 * A golden with which the last run could not compare, or of which nothing is left to be accepted.
 *
 * @param compared what the run wrote of it
 * @param reason why, in one line, as far as that can still be told
 */
public record FailedGolden(Compared compared, String reason) {

  /** Empty when it was compared, and what was received is there. */
  static Optional<FailedGolden> of(Compared compared) {
    if (compared.outcome() == Outcome.ERROR) {
      return Optional.of(new FailedGolden(compared, reason(compared)));
    } else if (compared.outcome() == Outcome.PASSED
        || Files.exists(compared.received())
        || isAccepted(compared)) {
      return Optional.empty();
    }
    return Optional.of(
        new FailedGolden(compared, "what was received is not in " + compared.received()));
  }

  /** How messages call the golden. */
  public String name() {
    return compared.name();
  }

  /** What was received may have been moved in place. */
  private static boolean isAccepted(Compared compared) {
    return Files.isRegularFile(compared.golden())
        && Hash.of(TextFile.read(compared.golden()).orElse("")).equals(compared.receivedHash());
  }

  /** What is wrong with the golden as it is now. */
  private static String reason(Compared compared) {
    try {
      Optional<String> text = TextFile.read(compared.golden());
      text.ifPresent(each -> Outline.parse(each, compared.golden().toString()));
    } catch (OutlineSyntaxException | IllegalStateException | UncheckedIOException e) {
      return Objects.requireNonNullElse(e.getMessage(), e.toString()).split("\n", 2)[0];
    }
    return "its test could not compare it, and says why";
  }
}
