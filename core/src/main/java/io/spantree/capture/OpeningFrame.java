package io.spantree.capture;

import static java.lang.StackWalker.Option.RETAIN_CLASS_REFERENCE;

import java.io.Closeable;
import java.lang.StackWalker.StackFrame;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The method that asked for a scope, which stays on its thread's stack as long as it can close it.
 *
 * <p>One that returns the scope, or an object that may hold it, has asked on behalf of its caller.
 *
 * @param frame the method, of the program or of a library such as the wrapper of a task
 * @param program the first line of the instrumented program; null when there is none
 */
record OpeningFrame(StackFrame frame, @Nullable StackFrame program) {
  private static final StackWalker WALKER = StackWalker.getInstance();
  private static final StackWalker WITH_TYPES = StackWalker.getInstance(RETAIN_CLASS_REFERENCE);

  static @Nullable OpeningFrame find() {
    StackFrame opener = WITH_TYPES.walk(OpeningFrame::opener);
    if (opener == null) {
      return null;
    }
    boolean isLine = StartSite.isProgram(opener.getClassName());
    return new OpeningFrame(opener, isLine ? opener : StartSite.find());
  }

  private static @Nullable StackFrame opener(Stream<StackFrame> frames) {
    Opener search = new Opener();
    return frames.anyMatch(search) ? search.opener : null;
  }

  /** Finds the opener; to be asked frame by frame. */
  private static final class Opener implements Predicate<StackFrame> {
    private @Nullable StackFrame opener;
    private @Nullable StackFrame handedOn;

    @Override
    public boolean test(StackFrame frame) {
      if (StartSite.isOwn(frame.getClassName()) // first: a method's name is costly to ask for
          || frame.getMethodName().equals("makeCurrent")
          || frame.getMethodName().equals("attach")) {
        return false;
      }
      if (handedOn != null && isThrownAway(handedOn, frame)) {
        opener = handedOn;
        return true;
      }
      boolean hands = isSameAs(handedOn, frame) || returnsScope(frame);
      handedOn = hands ? frame : null;
      opener = frame;
      return !hands;
    }

    /** What runs a task of the program closes nothing that the task returns. */
    private static boolean isThrownAway(StackFrame handedOn, StackFrame caller) {
      return StartSite.isProgram(handedOn.getClassName())
          && caller.getClassName().startsWith("java.util.concurrent.");
    }

    /** What a method overrides with another type calls it, under its own name. */
    private static boolean isSameAs(@Nullable StackFrame handedOn, StackFrame frame) {
      return handedOn != null
          && handedOn.getMethodName().equals(frame.getMethodName())
          && handedOn.getClassName().equals(frame.getClassName());
    }

    private static boolean returnsScope(StackFrame frame) {
      Class<?> made =
          frame.getMethodName().equals("<init>") ? frame.getDeclaringClass() : returnType(frame);
      return AutoCloseable.class.isAssignableFrom(made) && mayHoldScope(made);
    }

    /** Java loads the types of the parameters as well, and the program may run without one. */
    private static Class<?> returnType(StackFrame frame) {
      try {
        return frame.getMethodType().returnType();
      } catch (TypeNotPresentException | LinkageError e) {
        return void.class; // few methods return a scope: rather a wrong opener than none
      }
    }

    /** What Java itself has to be closed, a stream or a result set, closes no scope. */
    private static boolean mayHoldScope(Class<?> closeable) {
      return closeable == AutoCloseable.class
          || closeable == Closeable.class
          || !closeable.getName().startsWith("java.");
    }
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
