package io.spantree.model;

/** What brought work to the thread on which a span lost its context. */
public enum Dispatch {
  /** An executor: a pool, or one thread for each task. */
  EXECUTOR,
  /** A {@code ScheduledExecutorService}, again and again. */
  PERIODIC_TASK,
  /** The common pool, or what {@code CompletableFuture} takes in its place on few processors. */
  COMMON_POOL,
  /** A {@code java.util.Timer}. */
  TIMER,
  /** The thread itself, platform or virtual: it was started for this, or belongs to a library. */
  THREAD,
  /** It was not looked for, or cannot be told. */
  UNKNOWN
}
