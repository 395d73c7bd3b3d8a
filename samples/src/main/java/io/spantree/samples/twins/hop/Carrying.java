package io.spantree.samples.twins.hop;

import io.opentelemetry.context.Context;
import java.util.function.UnaryOperator;

/** How a task that goes to another thread is made. */
enum Carrying {
  /** It takes along the context in which it is made. */
  CONTEXT(task -> Context.current().wrap(task)),

  /** It takes nothing along: its spans are roots, in traces that nobody looks for. */
  NOTHING(task -> task);

  private final UnaryOperator<Runnable> wrapping;

  Carrying(UnaryOperator<Runnable> wrapping) {
    this.wrapping = wrapping;
  }

  Runnable task(Runnable task) {
    return wrapping.apply(task);
  }
}
