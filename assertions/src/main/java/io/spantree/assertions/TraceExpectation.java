package io.spantree.assertions;

import io.spantree.model.Recording;

/** What a recording is expected to be: a shape, a golden file, a set of rules. */
@FunctionalInterface
public interface TraceExpectation {

  /** Judges the recording; a mismatch says why. */
  Verdict verify(Recording recording);
}
