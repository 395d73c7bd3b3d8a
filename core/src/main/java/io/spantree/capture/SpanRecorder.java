package io.spantree.capture;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.spantree.model.Ancestry;
import io.spantree.model.Dispatch;
import io.spantree.model.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sees each span begin and end, and keeps what no exporter tells.
 *
 * <p>Spans come from any thread at any time, and a test makes up to a million of them: the records
 * form a stack to which each start adds one without a lock, and all that can wait until somebody
 * reads the recording is done then.
 */
final class SpanRecorder implements SpanProcessor {
  /** Walking the stack costs more than all the rest; nobody looks at so many sites. */
  static final int MOST_SITES = 10_000;

  private final AncestryRule ancestry;
  private final Quiescence quiescence;
  private final LazyExport export = new LazyExport();
  private final Set<String> ownTraces = ConcurrentHashMap.newKeySet();
  private volatile SpanStack stack;
  private volatile Phase phase = Phase.BODY;
  private final List<Thread> homes = new ArrayList<>(); // guarded by itself; the latest is home
  private volatile @Nullable Thread home;
  private volatile boolean othersTookPart;

  SpanRecorder(SpanStack stack, AncestryRule ancestry, Quiescence quiescence) {
    this.stack = stack;
    this.ancestry = ancestry;
    this.quiescence = quiescence;
  }

  boolean beganWithOurStorage() {
    return ancestry.rootsCanBeTold();
  }

  void enter(Phase phase) {
    this.phase = phase;
  }

  /** The test works on that thread: on one within another, or on several at once. */
  void arriveOn(Thread thread) {
    synchronized (homes) {
      homes.add(thread);
      home = thread;
    }
  }

  void leave(Thread thread) {
    synchronized (homes) {
      int latest = homes.lastIndexOf(thread);
      if (latest >= 0) {
        homes.remove(latest);
      }
      home = homes.isEmpty() ? null : homes.get(homes.size() - 1);
    }
  }

  /** The test's own thread, the latest of several. */
  @Nullable
  Thread home() {
    return home;
  }

  /** The latest span that has ended and is of that kind; null when there is none. */
  @Nullable
  ReadableSpan findEnded(Predicate<ReadableSpan> wanted) {
    return stack.findEnded(wanted);
  }

  Set<ReadableSpan> open() {
    return stack.open();
  }

  boolean hasOpen(ReadableSpan span) {
    return stack.open(span) != null;
  }

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {
    if (ancestry.owner().capture() == null) {
      ancestry.owner().beganLate(UnclaimedSpans.describe(span));
      return;
    }
    Thread thread = Thread.currentThread();
    if (thread != home && !othersTookPart) {
      othersTookPart = true;
    }
    if (!span.getParentSpanContext().isValid()) {
      ownTraces.add(span.getSpanContext().getTraceId());
    }
    SpanRecord before = stack.top();
    boolean looks = before == null || before.position() < MOST_SITES;
    Ancestry from = ancestry.of(parentContext, span);
    boolean lost = looks && from == Ancestry.LOST_CONTEXT;
    stack.push(new SpanRecord(
        span,
        quiescence.nextNumber(),
        phase,
        thread,
        from,
        lost ? Dispatches.toThisThread() : Dispatch.UNKNOWN,
        ParentState.of(Span.fromContext(parentContext)),
        looks ? StartSite.findWithCaller() : null));
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    SpanRecord record = stack.open(span);
    if (record != null) {
      export.ending(record); // first: who waits for the end finds it exported
      record.end(quiescence.nextNumber());
      stack.ended(record);
      export.ending(record); // again: somebody may have asked in between, and not have seen the end
      quiescence.ended();
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  boolean beganTrace(String traceId) {
    return ownTraces.contains(traceId);
  }

  /** Gets the spans that have ended, and from now on each that ends. */
  InMemorySpanExporter exporter() {
    return export.exporter(stack);
  }

  /** Lets go of all spans, and empties the exporter: each span leads here, and some are never freed. */
  void letGo() {
    stack = new SpanStack();
    ownTraces.clear();
    synchronized (homes) {
      homes.clear();
      home = null;
    }
    export.shutdown();
  }

  /**
   * Waits until the spans have ended that the calling thread does not stand in, and all is quiet.
   *
   * @return null if it came to that
   */
  @Nullable
  Unrest awaitRest() {
    return awaitRest(() -> false);
  }

  /** Waits for what else is open, too. */
  @Nullable
  Unrest awaitRest(BooleanSupplier more) {
    Set<ReadableSpan> open = stack.open();
    Set<ReadableSpan> around = open.isEmpty() ? Set.of() : aroundCaller(open);
    long late = quiescence.await(
        () -> !around.containsAll(stack.open()) || more.getAsBoolean(), () -> othersTookPart);
    return late == Quiescence.AT_REST ? null : new Unrest(idsOfOpen(around), late);
  }

  private Set<String> idsOfOpen(Set<ReadableSpan> around) {
    Set<String> ids = new HashSet<>();
    for (ReadableSpan span : stack.open()) {
      if (!around.contains(span)) {
        ids.add(span.getSpanContext().getSpanId());
      }
    }
    return ids;
  }

  /** The current span and those above it: they end only after the caller goes on. */
  private static Set<ReadableSpan> aroundCaller(Set<ReadableSpan> open) {
    Map<String, ReadableSpan> byId = new HashMap<>();
    open.forEach(span -> byId.put(span.getSpanContext().getSpanId(), span));
    Set<ReadableSpan> around = new HashSet<>();
    SpanContext at = Span.current().getSpanContext();
    ReadableSpan span = byId.remove(at.getSpanId());
    while (span != null) {
      around.add(span);
      span = byId.remove(span.getParentSpanContext().getSpanId());
    }
    return around;
  }
}
