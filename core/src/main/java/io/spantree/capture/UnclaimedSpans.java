package io.spantree.capture;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.spantree.model.UnclaimedSpan;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The unclaimed root spans that began during one capture; a heartbeat makes any number of them. */
final class UnclaimedSpans {
  private static final int MOST_SHOWN = 100;

  private final List<UnclaimedSpan> spans = new ArrayList<>(0); // guarded by this
  private int count; // guarded by this

  synchronized void add(UnclaimedSpan span) {
    count++;
    if (spans.size() < MOST_SHOWN) {
      spans.add(span);
    }
  }

  synchronized List<UnclaimedSpan> list() {
    return List.copyOf(spans);
  }

  synchronized int count() {
    return count;
  }

  /** To be asked on the thread that begins the span. */
  static UnclaimedSpan describe(ReadableSpan span) {
    StackFrame frame = StartSite.find();
    Supplier<@Nullable StackTraceElement> site =
        frame == null ? () -> null : frame::toStackTraceElement;
    return new UnclaimedSpan(
        span.getName(),
        span.getKind(),
        SpanRecord.nameOf(Thread.currentThread()),
        ActiveCaptures.likelyTest(),
        site);
  }
}
