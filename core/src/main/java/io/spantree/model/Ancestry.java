package io.spantree.model;

/** Where a span's parent came from, decided at the moment the span started. */
public enum Ancestry {
  /** The parent is the span that was current on the starting thread. */
  CHILD,
  /** The parent was handed over by {@code setParent(...)} and was not current on the thread. */
  EXPLICIT_PARENT,
  /** The parent was extracted from a carrier: it lives in another process, or pretends to. */
  REMOTE_PARENT,
  /** The parent is the span of another test that records, current where this one should be. */
  OTHER_RECORDING,
  /** A root span begun inside the test's own context. */
  TEST_ROOT,
  /** A root by choice: {@code setNoParent()}, a parent of {@code Context.root()}, or a link. */
  EXPLICIT_ROOT,
  /** A SERVER or CONSUMER root begun outside the test's context: work that arrives from outside. */
  ENTRY_ROOT,
  /** A root span begun on a thread on which no context was attached at all. */
  LOST_CONTEXT,
  /** A root span of which nobody could tell why: the context storage is not the tracking one. */
  NOT_CHECKED
}
