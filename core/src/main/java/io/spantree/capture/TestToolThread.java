package io.spantree.capture;

import io.opentelemetry.context.Context;
import java.lang.StackWalker.StackFrame;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A thread on which a test tool runs the test's own code, for a timeout or to evaluate a condition.
 *
 * <p>There the context of the test is current, as if the tool had not changed the thread. The thread
 * must have been made by the test's, and the tool must be on its stack: every other thread that a
 * test makes is the program's, and has to be given the context.
 */
final class TestToolThread {
  private static final StackWalker WALKER = StackWalker.getInstance();

  private static final String[] TOOLS = {
    "org.junit.jupiter.api.AssertTimeoutPreemptively", // JUnit 5
    "org.junit.jupiter.api.timeout.PreemptiveTimeoutUtils", // JUnit 6
    "org.junit.internal.runners.statements.FailOnTimeout", // JUnit 4
    "org.testng.internal.invokers.InvokeMethodRunnable",
    "org.awaitility.core."
  };

  private TestToolThread() {}

  /** The context of the test whose code the calling thread runs for a tool, or null. */
  static @Nullable Context context() {
    CaptureHandle maker = ActiveCaptures.bound();
    return maker != null && maker.capture() != null && WALKER.walk(TestToolThread::holdsTool)
        ? maker.alone()
        : null;
  }

  private static boolean holdsTool(Stream<StackFrame> frames) {
    return frames.anyMatch(frame -> isTool(frame.getClassName()));
  }

  private static boolean isTool(String className) {
    for (String tool : TOOLS) {
      if (className.startsWith(tool)) {
        return true;
      }
    }
    return false;
  }
}
