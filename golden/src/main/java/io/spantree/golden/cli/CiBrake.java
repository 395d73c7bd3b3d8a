package io.spantree.golden.cli;

import io.spantree.golden.ContinuousIntegration;
import java.util.Optional;

/** Nothing is accepted where nobody looks. */
final class CiBrake {
  private CiBrake() {}

  /**
   * @throws IllegalStateException when an environment variable tells of a build server
   */
  static void check(Terminal terminal) {
    Optional<String> variable = ContinuousIntegration.variable(terminal.environment());
    if (variable.isPresent()) {
      throw new IllegalStateException("goldens are not accepted on a build server, and "
          + variable.get()
          + " is set; accept on your machine and commit, so that somebody reviews it");
    }
  }
}
