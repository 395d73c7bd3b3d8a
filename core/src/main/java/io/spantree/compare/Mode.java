package io.spantree.compare;

/** How much an outline claims to describe. */
public enum Mode {
  /** Everything: what is not described must not be there. */
  CLOSED,
  /** Something: what is described must be there, and more may be. */
  OPEN
}
