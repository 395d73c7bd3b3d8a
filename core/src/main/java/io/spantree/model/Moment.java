package io.spantree.model;

import org.jspecify.annotations.Nullable;

/**
 * Who did something to a span or a scope, and where.
 *
 * @param act what was done
 * @param thread the name of the thread that did it
 * @param site the line of the instrumented program; null when it is not known
 */
public record Moment(Act act, String thread, @Nullable StackTraceElement site) {

  /** What can be done. */
  public enum Act {
    /** A scope was made current. */
    OPENED,
    /** A scope was closed, or it was tried. */
    CLOSED,
    /** Something was set on a span. */
    WRITTEN,
    /** A span was begun. */
    STARTED
  }
}
