package io.spantree.samples.twins.hop;

import io.opentelemetry.context.Context;

/** How a task that goes to another thread is made. */
enum Carrying {
  /** It takes along the context in which it is made. */
  CONTEXT,

  /** It takes nothing along: its spans are roots, in traces that nobody looks for. */
  NOTHING;

  Runnable task(Runnable task) {
    return this == CONTEXT ? Context.current().wrap(task) : task;
  }
}
