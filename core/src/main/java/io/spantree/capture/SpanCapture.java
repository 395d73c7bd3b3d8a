package io.spantree.capture;

import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spantree.model.Phase;
import io.spantree.model.Recording;
import io.spantree.model.TestIdentity;
import io.spantree.model.UnclaimedSpan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  static final ContextPropagators PROPAGATORS =
      ContextPropagators.create(TextMapPropagator.composite(
          W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance()));

  static final Sampler SAMPLER = Sampler.parentBased(Sampler.alwaysOn()); // the SDK's default

  /** Without a processor they do nothing; to build them takes longer than to record ten spans. */
  private static final SdkMeterProvider NO_METERS = SdkMeterProvider.builder().build();

  private static final SdkLoggerProvider NO_LOGS = SdkLoggerProvider.builder().build();

  private final @Nullable TestIdentity test;
  private final CaptureHandle handle = new CaptureHandle(this);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Faults faults = new Faults();
  private final ScopeWatch scopes;
  private final SpanStack spans = new SpanStack();
  private final SpanRecorder recorder;
  private final SampledOut sampledOut = new SampledOut(faults);
  private final UnclaimedSpans unclaimed = new UnclaimedSpans();
  private final OpenTelemetrySdk openTelemetry;
  private Scope attachedByStart = Scope.noop();

  SpanCapture(@Nullable TestIdentity test, Quiescence quiescence) {
    this.test = test;
    this.scopes = new ScopeWatch(handle, quiescence);
    this.recorder = new SpanRecorder(
        spans, new AncestryRule(handle, TrackingContextStorage.isInPlace()), quiescence);
    this.openTelemetry = openTelemetry(recorder);
    WriteAfterEnd.prepare();
    ActiveCaptures.add(this);
  }

  private OpenTelemetrySdk openTelemetry(SpanProcessor recording) {
    SdkTracerProvider provider = SdkTracerProvider.builder()
        .setSampler(new SamplingWitness(SAMPLER, parentContext -> handle.capture()))
        .addSpanProcessor(recording)
        .build();
    return OpenTelemetrySdk.builder()
        .setTracerProvider(provider)
        .setMeterProvider(NO_METERS)
        .setLoggerProvider(NO_LOGS)
        .setPropagators(PROPAGATORS)
        .build();
  }

  /** Begins a recording and attaches it to the calling thread until it is closed there. */
  public static SpanCapture start() {
    SpanCapture capture = new SpanCapture(null, new Quiescence());
    capture.attachedByStart = capture.attach();
    return capture;
  }

  /** Begins the recording of a test and attaches it to no thread yet, see {@link #attach()}. */
  public static SpanCapture create(TestIdentity test) {
    return new SpanCapture(test, new Quiescence());
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
    return Recording.ofRecorded(SpanRecord.read(spans.top()), test);
  }

  /**
   * What was recorded, once the work on other threads has come to rest.
   *
   * <p>Returns at once when no span is open and only the test's own thread started spans. Otherwise
   * it waits up to 2 seconds for open spans to end, except those within which the calling thread
   * stands, and until no span has begun or ended for 50 milliseconds.
   */
  public Recording awaitRecording() {
    recorder.awaitRest();
    return recording();
  }

  /**
   * What was recorded, once all work is done: what is open then is a fault.
   *
   * <p>Waits as {@link #awaitRecording()} does. To be called on the test's own thread at its very
   * end, before what was attached is closed.
   */
  public Recording completeRecording() {
    return new Completion(this, recorder).recording();
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
   * threads tell of no test, and several tests were recording. At most 100 of them are kept.
   */
  public List<UnclaimedSpan> unclaimed() {
    return unclaimed.list();
  }

  /**
   * The likely reasons why a recording has no spans, a sentence each: all was sampled out, the global
   * is somebody else's or was asked for too early, or the code has a tracer from somewhere else.
   */
  public List<String> whyEmpty() {
    return WhyEmpty.reasons(sampledOut.count(), unclaimed().size());
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

  /** Records a span of another SDK as if it were of its own. */
  void adopt(Context parentContext, ReadWriteSpan span) {
    recorder.onStart(parentContext, span);
  }

  /** Says whether the span was open here. */
  boolean endAdopted(ReadableSpan span) {
    boolean open = recorder.hasOpen(span);
    if (open) {
      recorder.onEnd(span);
    }
    return open;
  }

  /** Ends the recording; what has been recorded can still be read. */
  @Override
  public void close() {
    attachedByStart.close(); // each time: only the thread that it is attached to can detach it
    if (closed.compareAndSet(false, true)) {
      ActiveCaptures.remove(this);
      handle.clear();
      openTelemetry.getSdkTracerProvider().close(); // and not what all captures share
      recorder.letGo();
      RecordingListeners.tell(this);
    }
  }
}
