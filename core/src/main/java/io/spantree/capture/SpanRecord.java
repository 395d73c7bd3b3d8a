package io.spantree.capture;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.model.Ancestry;
import io.spantree.model.Dispatch;
import io.spantree.model.Evidence;
import io.spantree.model.Phase;
import io.spantree.model.RecordedSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is kept of one span while the recording grows; each record leads to the one before it. */
final class SpanRecord {
  private static final long OPEN = -1;

  private final ReadableSpan span;
  private final long startSequence;
  private final Phase phase;
  private final String thread;
  private final Ancestry ancestry;
  private final Dispatch dispatch;
  private final ParentState parent;
  private final StartSite.@Nullable Search site;
  private volatile long endSequence = OPEN;
  private @Nullable SpanRecord before;
  private int position;
  private boolean exported; // guarded by the export

  SpanRecord(
      ReadableSpan span,
      long startSequence,
      Phase phase,
      Thread thread,
      Ancestry ancestry,
      Dispatch dispatch,
      ParentState parent,
      StartSite.@Nullable Search site) {
    this.span = span;
    this.startSequence = startSequence;
    this.phase = phase;
    this.thread = nameOf(thread);
    this.ancestry = ancestry;
    this.dispatch = dispatch;
    this.parent = parent;
    this.site = site;
  }

  static String nameOf(Thread thread) {
    String name = thread.getName();
    return name.isEmpty() ? "thread #" + thread.getId() : name; // a virtual thread has no name
  }

  SpanRecord follow(@Nullable SpanRecord before) {
    this.before = before;
    this.position = before == null ? 1 : before.position + 1;
    return this;
  }

  /** Its place among the records, from 1. */
  int position() {
    return position;
  }

  ReadableSpan span() {
    return span;
  }

  @Nullable
  SpanRecord before() {
    return before;
  }

  void end(long sequence) {
    endSequence = sequence;
  }

  boolean isOpen() {
    return endSequence == OPEN;
  }

  long endSequence() {
    return endSequence;
  }

  /** Whether this is the first call. */
  boolean exportFirst() {
    boolean first = !exported;
    exported = true;
    return first;
  }

  /** Reads a record and all before it. */
  static List<RecordedSpan> read(@Nullable SpanRecord latest) {
    List<RecordedSpan> spans = new ArrayList<>(latest == null ? 0 : latest.position);
    Map<String, SpanRecord> byId = Map.of();
    for (SpanRecord at = latest; at != null; at = at.before) {
      if (at.parent == ParentState.UNKNOWN && byId.isEmpty()) {
        byId = byId(latest);
      }
      spans.add(at.read(byId));
    }
    return spans;
  }

  private static Map<String, SpanRecord> byId(@Nullable SpanRecord latest) {
    Map<String, SpanRecord> byId = new HashMap<>();
    for (SpanRecord at = latest; at != null; at = at.before) {
      byId.put(at.span.getSpanContext().getSpanId(), at);
    }
    return byId;
  }

  private RecordedSpan read(Map<String, SpanRecord> byId) {
    SpanData data = span.toSpanData();
    Supplier<List<StackTraceElement>> sites = site == null ? List::of : site::sites;
    return new RecordedSpan(
        data,
        new Evidence(
            startSequence,
            data.hasEnded() ? endSequence : OPEN, // it may end while we read
            phase,
            thread,
            ancestry,
            dispatch,
            parentEnded(byId),
            sites));
  }

  private boolean parentEnded(Map<String, SpanRecord> byId) {
    if (parent != ParentState.UNKNOWN) {
      return parent == ParentState.ENDED;
    }
    SpanContext context = span.getParentSpanContext();
    SpanRecord known = byId.get(context.getSpanId());
    return known != null
        && known.span.getSpanContext().getTraceId().equals(context.getTraceId())
        && known.endedBefore(startSequence);
  }

  private boolean endedBefore(long sequence) {
    long end = endSequence;
    return end != OPEN && end < sequence;
  }
}
