package io.spantree.capture;

import io.opentelemetry.sdk.trace.ReadableSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The records of all spans, the latest on top, and which of them are open.
 *
 * <p>Most spans end before the next one begins: those are found on top. Only a span over which
 * another one begins is entered in the map, which costs more than all the rest of its record.
 */
final class SpanStack {
  private final AtomicReference<@Nullable SpanRecord> top = new AtomicReference<>();
  private final Map<ReadableSpan, SpanRecord> openBelow = new ConcurrentHashMap<>();

  @Nullable
  SpanRecord top() {
    return top.get();
  }

  void push(SpanRecord record) {
    SpanRecord before;
    do {
      before = top.get();
      if (before != null) {
        noteBelow(before); // before it is covered: an open span is always found
      }
    } while (!top.compareAndSet(before, record.follow(before)));
  }

  private void noteBelow(SpanRecord record) {
    if (record.isOpen()) {
      openBelow.put(record.span(), record);
      if (!record.isOpen()) {
        openBelow.remove(record.span()); // it ended meanwhile, and was not in the map yet
      }
    }
  }

  /** The record of a span that has not ended; null when there is none. */
  @Nullable
  SpanRecord open(ReadableSpan span) {
    SpanRecord latest = top.get();
    if (latest != null && latest.span() == span) {
      return latest.isOpen() ? latest : null;
    }
    return openBelow.get(span);
  }

  /** To be called after the record has its end: who finds nothing open reads complete records. */
  void ended(SpanRecord record) {
    if (!openBelow.isEmpty()) {
      openBelow.remove(record.span());
    }
  }

  Set<ReadableSpan> open() {
    SpanRecord latest = top.get(); // first: what covers it meanwhile leaves it in the map
    Set<ReadableSpan> open = new HashSet<>();
    openBelow.values().forEach(record -> open.add(record.span()));
    if (latest != null && latest.isOpen()) {
      open.add(latest.span());
    }
    return open;
  }

  /**
   * The latest span that has ended and is of that kind; null when there is none.
   *
   * <p>Whether it has ended is asked last, because that takes its lock: the caller may hold another.
   */
  @Nullable
  ReadableSpan findEnded(Predicate<ReadableSpan> wanted) {
    for (SpanRecord at = top.get(); at != null; at = at.before()) {
      if (wanted.test(at.span()) && at.span().hasEnded()) {
        return at.span();
      }
    }
    return null;
  }

  List<SpanRecord> endedInOrder() {
    List<SpanRecord> ended = new ArrayList<>();
    for (SpanRecord at = top.get(); at != null; at = at.before()) {
      if (!at.isOpen()) {
        ended.add(at);
      }
    }
    ended.sort(Comparator.comparingLong(SpanRecord::endSequence));
    return ended;
  }
}
