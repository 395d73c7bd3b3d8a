package io.spantree.benchmarks;

/** One piece of work, done by us and by the peer. */
interface Sides {

  /** Whether our assertion passes. */
  boolean ours();

  /** Whether the peer's assertion passes. */
  boolean peer();

  /** Two programs that say different things do different work, and are not to be compared. */
  static <T extends Sides> T agreeing(T sides, boolean verdict) {
    if (sides.ours() != verdict || sides.peer() != verdict) {
      throw new IllegalStateException(
          sides.getClass().getSimpleName() + " should say " + verdict + " on both sides");
    }
    return sides;
  }

  /** Whether an assertion of the peer passes. */
  static boolean passes(Runnable assertion) {
    try {
      assertion.run();
      return true;
    } catch (AssertionError e) {
      return false;
    }
  }
}
