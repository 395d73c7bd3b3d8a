package io.spantree.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The captures that have not ended, and the one that a thread means. */
final class ActiveCaptures {
  private static volatile List<SpanCapture> active = List.of();
  private static final ThreadLocal<@Nullable CaptureHandle> BOUND = new InheritableThreadLocal<>();

  private ActiveCaptures() {}

  static synchronized void add(SpanCapture capture) {
    List<SpanCapture> more = new ArrayList<>(active);
    more.add(capture);
    active = List.copyOf(more);
  }

  static synchronized void remove(SpanCapture capture) {
    active = active.stream().filter(other -> other != capture).toList();
  }

  static boolean isEmpty() {
    return active.isEmpty();
  }

  /** Never changes: captures that begin or end later are in another list. */
  static List<SpanCapture> all() {
    return active;
  }

  /** The test that the calling thread was bound to, or made by; a pool's threads outlive theirs. */
  static @Nullable String likelyTest() {
    SpanCapture capture = captureOf(BOUND.get());
    return capture == null ? null : label(capture);
  }

  /** What the calling thread, or the one that made it, was bound to. */
  static @Nullable CaptureHandle bound() {
    return BOUND.get();
  }

  /** Binds the calling thread, and the threads that it will make; returns what was bound before. */
  static @Nullable CaptureHandle bind(@Nullable CaptureHandle handle) {
    CaptureHandle before = BOUND.get();
    if (handle == null) {
      BOUND.remove();
    } else {
      BOUND.set(handle);
    }
    return before;
  }

  static SpanCapture current() {
    SpanCapture meant = captureOf(CaptureHandle.current());
    if (meant == null) {
      meant = captureOf(BOUND.get());
    }
    return meant == null ? onlyOne() : meant;
  }

  private static @Nullable SpanCapture captureOf(@Nullable CaptureHandle handle) {
    return handle == null ? null : handle.capture();
  }

  private static SpanCapture onlyOne() {
    List<SpanCapture> active = all();
    if (active.size() == 1) {
      return active.get(0);
    } else if (active.isEmpty()) {
      throw new IllegalStateException(
          "No recording is active on this thread. Put @TraceTest on the test class or method,"
              + " or record by hand: try (var capture = SpanCapture.start()) { … }");
    }
    throw new IllegalStateException("This thread belongs to no test, and "
        + active.size()
        + " tests are recording: "
        + active.stream().map(ActiveCaptures::label).collect(Collectors.joining(", "))
        + "; run the assertion on a test's own thread or carry its context there.");
  }

  private static String label(SpanCapture capture) {
    return capture
        .test()
        .map(test -> test.testClass().getSimpleName() + " > " + test.displayName())
        .orElse("a recording made by hand");
  }
}
