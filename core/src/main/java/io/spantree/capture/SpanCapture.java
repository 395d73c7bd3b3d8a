package io.spantree.capture;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.spantree.model.Phase;
import io.spantree.model.Recording;
import io.spantree.model.TestIdentity;
import io.spantree.model.UnclaimedSpan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Records the spans of one test execution with an OpenTelemetry SDK of its own.
 *
 * <p>{@code @TraceTest} makes one for each test. Without JUnit it is made by hand:
 *
 * <pre>{@code
 * try (var capture = SpanCapture.start()) {
 *   new RedemptionService(capture.openTelemetry()).redeem("c-1", 4200, "myntra");
 *
 *   Recording recording = capture.awaitRecording();
 * }
 * }</pre>
 *
 * <p>What its SDK records belongs to it, whatever thread the spans come from.
 */
public final class SpanCapture implements AutoCloseable {
  private final @Nullable TestIdentity test;
  private final CaptureHandle handle;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Faults faults = new Faults();
  private final ScopeWatch scopes;
  private final SpanStack spans = new SpanStack();
  private final SpanRecorder recorder;
  private final SampledOut sampledOut = new SampledOut(faults);
  private final UnclaimedSpans unclaimed = new UnclaimedSpans();
  private final Noise noise;
  private final Noise mayGoOn;
  private final Set<String> wentOn = ConcurrentHashMap.newKeySet();
  private final boolean fixtures;
  private final Quiescence quiescence;
  private final OpenTelemetrySdk openTelemetry;
  private final Adoption adoption;
  private final boolean seesLateSpans;
  private Scope attachedByStart = Scope.noop();

  SpanCapture(
      @Nullable TestIdentity test,
      SdkSettings settings,
      Noise noise,
      Noise mayGoOn,
      boolean fixtures,
      Quiescence quiescence,
      @Nullable LateListener late) {
    this.test = test;
    this.handle = new CaptureHandle(this, late);
    this.noise = noise;
    this.mayGoOn = mayGoOn;
    this.fixtures = fixtures;
    this.quiescence = quiescence;
    this.scopes = new ScopeWatch(handle, quiescence);
    this.recorder = new SpanRecorder(
        spans, new AncestryRule(handle, TrackingContextStorage.isInPlace()), quiescence);
    // Processors see an end in this order: what is awaited by the last has reached the others.
    List<SpanProcessor> processors = settings.makeProcessors();
    processors.add(recorder);
    IdGenerator ids = settings.makeIds();
    SdkSettings.Built built = settings.build(handle, ids, processors);
    this.openTelemetry = built.sdk();
    this.adoption =
        new Adoption(openTelemetry, built.sampler(), ids, processors, settings.notShareable());
    this.seesLateSpans = settings.tracerCustomizers.isEmpty();
    WriteAfterEnd.prepare();
    ActiveCaptures.add(this);
  }

  /** Begins a recording and attaches it to the calling thread until it is closed there. */
  public static SpanCapture start() {
    return builder().start();
  }

  /** Begins the recording of a test and attaches it to no thread yet, see {@link #attach()}. */
  public static SpanCapture create(TestIdentity test) {
    return builder().test(test).create();
  }

  /**
   * How to record, beginning with what {@code spantree.properties} on the class path says.
   *
   * @throws IllegalStateException if that file has unknown keys
   * @throws IllegalArgumentException if that file has wrong values
   */
  public static SpanCaptureBuilder builder() {
    SpanCaptureBuilder builder = new SpanCaptureBuilder();
    Settings.applyTo(builder);
    return builder;
  }

  void attachUntilClose() {
    attachedByStart = attach();
  }

  /**
   * The recording that the calling thread means: the one of the current context, else the one
   * attached to this thread or to the thread that made it, else the only active one.
   *
   * @throws IllegalStateException if there is none, or several of which none is meant
   */
  public static SpanCapture current() {
    return ActiveCaptures.current();
  }

  /** The SDK to hand to the instrumented code. */
  public OpenTelemetrySdk openTelemetry() {
    return openTelemetry;
  }

  /** The spans that have ended, as an exporter gets them; OpenTelemetry empties it on close. */
  public InMemorySpanExporter exporter() {
    return recorder.exporter();
  }

  /** The test that is recorded; empty for a recording made by hand. */
  public Optional<TestIdentity> test() {
    return Optional.ofNullable(test);
  }

  /** What was recorded until now, spans that are still open as they stand; also after the close. */
  public Recording recording() {
    Recording all = Recording.ofRecorded(SpanRecord.read(spans.top()), test);
    return noise.isEmpty() ? all : all.ignoring(noise::covers);
  }

  /**
   * What was recorded, once the work on other threads has come to rest.
   *
   * <p>Returns at once when no span is open and only the test's own thread started spans. Otherwise
   * it waits for open spans to end, except those within which the calling thread stands, and until
   * no span has begun or ended for a while; see {@link SpanCaptureBuilder#await} and {@link
   * SpanCaptureBuilder#settle}. The recording says when that was in vain.
   *
   * @throws IllegalStateException if the shared SDK was used with what it cannot have
   */
  public Recording awaitRecording() {
    Unrest unrest = recorder.awaitRest();
    adoption.requireFit();
    Recording recording = recording();
    if (unrest == null) {
      return recording;
    }
    wentOn.addAll(unrest.namesThatWentOn(recording, mayGoOn));
    return unrest.notedIn(recording, quiescence.await(), mayGoOn);
  }

  /** The names of spans that {@linkplain SpanCaptureBuilder#mayGoOn may go on}, and did in a wait. */
  public Set<String> namesThatWentOn() {
    return Set.copyOf(wentOn);
  }

  /**
   * What assertions are about, once it has come to rest: the spans of the test's body and those
   * that they are below, or all if {@linkplain SpanCaptureBuilder#fixtures fixtures} count, too.
   */
  public Recording awaitBody() {
    return body(awaitRecording());
  }

  /** What assertions are about, as it stands. */
  public Recording body() {
    return body(recording());
  }

  private Recording body(Recording recording) {
    return fixtures ? recording : recording.ofBody();
  }

  /**
   * Waits until what assertions are about is as wanted: looks at once, and whenever a span has
   * ended.
   *
   * @return whether it was within the limit
   */
  public boolean awaitUntil(Duration limit, Predicate<? super Recording> wanted) {
    return quiescence.awaitChanges(limit, () -> wanted.test(body()));
  }

  /**
   * What was recorded, once all work is done: what is open then is a fault.
   *
   * <p>Waits as {@link #awaitRecording()} does. To be called on the test's own thread at its very
   * end, before what was attached is closed.
   *
   * @throws IllegalStateException if the shared SDK was used with what it cannot have
   */
  public Recording completeRecording() {
    Recording complete = new Completion(this, recorder, noise).recording();
    adoption.requireFit();
    return complete;
  }

  CaptureHandle handle() {
    return handle;
  }

  Faults faults() {
    return faults;
  }

  ScopeWatch scopes() {
    return scopes;
  }

  boolean isHome(Thread thread) {
    return thread == recorder.home();
  }

  @Nullable
  ReadableSpan findEnded(Predicate<ReadableSpan> wanted) {
    return recorder.findEnded(wanted);
  }

  boolean hasOpen(Span span) {
    return span instanceof ReadableSpan readable && recorder.hasOpen(readable);
  }

  Set<ReadableSpan> openSpans() {
    return recorder.open();
  }

  /**
   * Makes this the recording of the calling thread; close the scope on the same thread.
   *
   * <p>Does nothing where this recording is current already. What another recording left current on
   * the thread is not built upon.
   */
  public Scope attach() {
    Context current = Context.current();
    boolean attached = CaptureHandle.in(current) == handle && current != handle.alone();
    return attached ? Scope.noop() : CaptureScope.open(handle, recorder);
  }

  /** Says which part of the test runs from now on; spans bear it. It is the body at first. */
  public void enter(Phase phase) {
    recorder.enter(phase);
  }

  /**
   * Root spans of a shared SDK that began during this recording and may belong to another one: their
   * threads tell of no test, and several tests were recording. The first 100 of them are kept.
   */
  public List<UnclaimedSpan> unclaimed() {
    return unclaimed.list();
  }

  /** How many {@linkplain #unclaimed() unclaimed root spans} there were, with those not kept. */
  public int unclaimedCount() {
    return unclaimed.count();
  }

  /**
   * The likely reasons why assertions have no spans, a sentence each: all are ignored or of fixtures,
   * all was sampled out, the global is somebody else's or was asked for too early, or the code has a
   * tracer from somewhere else.
   */
  public List<String> whyEmpty() {
    return WhyEmpty.reasons(
        body().reading(),
        sampledOut.count(),
        adoption.sampler().getDescription(),
        unclaimedCount());
  }

  Adoption adoption() {
    return adoption;
  }

  SampledOut sampledOut() {
    return sampledOut;
  }

  void sawUnclaimed(UnclaimedSpan span) {
    unclaimed.add(span);
  }

  boolean beganTrace(String traceId) {
    return recorder.beganTrace(traceId);
  }

  /** Says whether the span was open here. */
  boolean endAdopted(ReadableSpan span) {
    boolean open = recorder.hasOpen(span);
    if (open) {
      adoption.end(span);
    }
    return open;
  }

  /** Ends the recording; what has been recorded can still be read. */
  @Override
  public void close() {
    try {
      attachedByStart.close(); // each time: only the thread that it is attached to can detach it
    } finally {
      if (closed.compareAndSet(false, true)) {
        end();
      }
    }
  }

  private void end() {
    ActiveCaptures.remove(this);
    handle.clear();
    try {
      closeSdk();
    } finally {
      RecordingListeners.tell(this);
    }
  }

  /** A tracer provider that is closed hands out no-op spans, and nobody would see a late one. */
  private void closeSdk() {
    try {
      if (seesLateSpans) {
        adoption.closeProcessors();
      } else {
        openTelemetry.getSdkTracerProvider().close();
      }
    } finally {
      recorder.letGo();
      SdkSettings.closeSignals(openTelemetry);
    }
  }
}
