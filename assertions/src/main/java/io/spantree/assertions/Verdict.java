package io.spantree.assertions;

import io.spantree.model.Finding;
import java.util.List;
import java.util.function.Function;

/** The outcome of an expectation; one that fails cannot exist without saying why. */
public sealed interface Verdict {

  /** The recording is as expected. */
  record Matched() implements Verdict {}

  /**
   * The recording is not as expected.
   *
   * @param findings the differences; empty when the reason is none of the recording's
   * @param text the whole failure message
   * @param error makes the error from that message, for expectations that know more than a text
   */
  record Mismatched(List<Finding> findings, String text, Function<String, AssertionError> error)
      implements Verdict {
    public Mismatched {
      findings = List.copyOf(findings);
      if (text.isBlank()) {
        throw new IllegalArgumentException("a mismatch must say why");
      }
    }

    public Mismatched(List<Finding> findings, String text) {
      this(findings, text, AssertionError::new);
    }
  }
}
