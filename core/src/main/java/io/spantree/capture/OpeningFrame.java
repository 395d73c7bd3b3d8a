package io.spantree.capture;

import java.lang.StackWalker.StackFrame;
import org.jspecify.annotations.Nullable;

/**
 * The method that asked for a scope, which stays on its thread's stack as long as it can close it.
 *
 * @param frame the method, of the program or of a library such as the wrapper of a task
 * @param program the first line of the instrumented program; null when there is none
 */
record OpeningFrame(StackFrame frame, @Nullable StackFrame program) {
  private static final StackWalker WALKER = StackWalker.getInstance();

  static @Nullable OpeningFrame find() {
    StackFrame opener =
        WALKER.walk(frames -> frames.filter(OpeningFrame::isOpener).findFirst().orElse(null));
    if (opener == null) {
      return null;
    }
    boolean isLine = StartSite.isProgram(opener.getClassName());
    return new OpeningFrame(opener, isLine ? opener : StartSite.find());
  }

  private static boolean isOpener(StackFrame frame) {
    return !StartSite.isOwn(frame.getClassName()) // first: a method's name is costly to ask for
        && !frame.getMethodName().equals("makeCurrent")
        && !frame.getMethodName().equals("attach");
  }

  /** Whether the method is at work on that thread. */
  boolean isOnStackOf(Thread thread) {
    return thread == Thread.currentThread() ? isOnThisStack() : isSeenOnStackOf(thread);
  }

  /** Only a thread itself can tell a method that goes on from one that begins anew, as in a pool. */
  private boolean isOnThisStack() {
    return WALKER.walk(frames -> frames.anyMatch(this::isEarlierIn));
  }

  private boolean isEarlierIn(StackFrame at) {
    return at.getByteCodeIndex() > frame.getByteCodeIndex()
        && at.getMethodName().equals(frame.getMethodName())
        && at.getClassName()
            .equals(frame.getClassName()); // JDK 25 tells no descriptor to this walker
  }

  private boolean isSeenOnStackOf(Thread thread) {
    for (StackTraceElement at : thread.getStackTrace()) {
      if (at.getMethodName().equals(frame.getMethodName())
          && at.getClassName().equals(frame.getClassName())) {
        return true;
      }
    }
    return false;
  }

  @Nullable
  StackTraceElement site() {
    return program == null ? null : program.toStackTraceElement();
  }
}
