package io.spantree.golden.review;

/** Why something that is pending was not accepted. */
public enum Refusal {
  /** The golden is not the one that the run compared with. */
  GOLDEN_CHANGED,
  /** The received file is not the one that the run wrote. */
  RECEIVED_CHANGED,
  /** Nothing was recorded, and a golden of nothing tests nothing. */
  EMPTY,
  /** The test was compiled again since. */
  OUTDATED,
  /** Several tests recorded different trees for it. */
  SHARED,
  /** What was recorded is not kept, or is of another run than what was received. */
  NO_RECORDING,
  /** Something would be lost. */
  LOSS,
  /** Some findings cannot be told from others. */
  ENTANGLED
}
