package io.spantree.assertions;

import io.spantree.model.Recording;
import java.util.function.Predicate;

/**
 * What a recording is expected to be: a shape, a golden file, a set of rules.
 *
 * <p>It is a predicate, so that {@code matches(recording -> …)} with a lambda that returns a verdict
 * means this one and not AssertJ's method of that name.
 */
@FunctionalInterface
@SuppressWarnings("FunctionalInterfaceMethodChanged") // the predicate asks for the same verdict
public interface TraceExpectation extends Predicate<Recording> {

  /** Judges the recording; a mismatch says why. */
  Verdict verify(Recording recording);

  @Override
  default boolean test(Recording recording) {
    return verify(recording) instanceof Verdict.Matched;
  }
}
