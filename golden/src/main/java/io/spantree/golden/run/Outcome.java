package io.spantree.golden.run;

/** How a comparison with a golden ended. */
public enum Outcome {
  /** As the golden says. */
  PASSED,
  /** There is no golden yet. */
  PENDING,
  /** Other than the golden says. */
  DIFFERS,
  /** It could not be compared: the golden cannot be read, or two tests have the same one. */
  ERROR
}
