package io.spantree.capture;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spantree.model.TestIdentity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link SpanCapture} records; what is not set is as OpenTelemetry's SDK has it.
 *
 * <p>Of what is set twice the later counts; processors, customizers and ignored spans add up.
 */
public final class SpanCaptureBuilder {
  private static final Duration AWAIT = Duration.ofSeconds(2);
  private static final Duration SETTLE = Duration.ofMillis(50);

  final SdkSettings sdk = new SdkSettings();
  private final List<String> ignored = new ArrayList<>();
  private final List<String> goingOn = new ArrayList<>();
  private Duration await = AWAIT;
  private Duration settle = SETTLE;
  private boolean fixtures;
  private @Nullable TestIdentity test;
  private @Nullable LateListener late;

  SpanCaptureBuilder() {}

  /** Also decides for what the test causes in the shared SDK. */
  public SpanCaptureBuilder sampler(Sampler sampler) {
    sdk.sampler = requireNonNull(sampler, "sampler");
    return this;
  }

  /** Also for what the test causes in the shared SDK. */
  public SpanCaptureBuilder propagators(ContextPropagators propagators) {
    sdk.propagators = requireNonNull(propagators, "propagators");
    return this;
  }

  /** Also for what the test causes in the shared SDK. */
  public SpanCaptureBuilder spanLimits(SpanLimits limits) {
    sdk.limits = requireNonNull(limits, "limits");
    return this;
  }

  /** Makes the ids of each capture, also of what the test causes in the shared SDK. */
  public SpanCaptureBuilder idGenerator(Supplier<? extends IdGenerator> ids) {
    sdk.ids = requireNonNull(ids, "ids");
    return this;
  }

  /** Of the capture's own SDK alone: a test that then uses the shared one fails. */
  public SpanCaptureBuilder resource(Resource resource) {
    sdk.resource = requireNonNull(resource, "resource");
    return this;
  }

  /** Of the capture's own SDK alone: a test that then uses the shared one fails. */
  public SpanCaptureBuilder clock(Clock clock) {
    sdk.clock = requireNonNull(clock, "clock");
    return this;
  }

  /**
   * A further processor, made anew for each capture because the end of the capture shuts it down.
   *
   * <p>It also sees what the test causes in the shared SDK.
   */
  public SpanCaptureBuilder spanProcessor(Supplier<? extends SpanProcessor> processor) {
    sdk.processors.add(requireNonNull(processor, "processor"));
    return this;
  }

  /** Whatever else a tracer provider can have, for the capture's own SDK alone. */
  public SpanCaptureBuilder customizeTracerProvider(
      Consumer<? super SdkTracerProviderBuilder> customizer) {
    sdk.tracerCustomizers.add(requireNonNull(customizer, "customizer"));
    return this;
  }

  /** Meters and loggers, which are no-op otherwise, for the capture's own SDK alone. */
  public SpanCaptureBuilder customizeSdk(Consumer<? super OpenTelemetrySdkBuilder> customizer) {
    sdk.sdkCustomizers.add(requireNonNull(customizer, "customizer"));
    return this;
  }

  /**
   * How long to wait at most for open spans to end and for other threads to come to rest; 2 seconds
   * if not set, and not at all if zero.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public SpanCaptureBuilder await(Duration await) {
    this.await = notNegative("await", await);
    return this;
  }

  /**
   * How long nothing may have begun or ended until other threads count as come to rest; 50
   * milliseconds if not set.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public SpanCaptureBuilder settle(Duration settle) {
    this.settle = notNegative("settle", settle);
    return this;
  }

  /**
   * Leaves spans out of the recording; what is below them hangs from their nearest kept ancestor.
   *
   * @param patterns names of spans, or {@code scope:} and the name of an instrumentation scope; in
   *     both {@code *} stands for any text
   * @throws IllegalArgumentException if one is blank
   */
  public SpanCaptureBuilder ignore(String... patterns) {
    for (String pattern : patterns) {
      Noise.requireMeaning("ignore", pattern);
      ignored.add(pattern);
    }
    return this;
  }

  /**
   * Lets assertions forbid spans while those of these names, and what is below them, still go on.
   *
   * <p>It is waited for them as for others; only that it was in vain is no reason to fail.
   *
   * @param names names of spans, in which {@code *} stands for any text
   * @throws IllegalArgumentException if one is blank
   */
  public SpanCaptureBuilder mayGoOn(String... names) {
    for (String name : names) {
      Noise.requireMeaning("mayGoOn", name);
      goingOn.add(name);
    }
    return this;
  }

  /** Whether assertions see the spans of constructors and fixture methods, too. */
  public SpanCaptureBuilder fixtures(boolean fixtures) {
    this.fixtures = fixtures;
    return this;
  }

  /** The test execution that is recorded. */
  public SpanCaptureBuilder test(TestIdentity test) {
    this.test = requireNonNull(test, "test");
    return this;
  }

  /** Who is told of what comes after the close. */
  public SpanCaptureBuilder late(LateListener listener) {
    this.late = requireNonNull(listener, "listener");
    return this;
  }

  /** Begins the recording and attaches it to the calling thread until it is closed there. */
  public SpanCapture start() {
    SpanCapture capture = create();
    capture.attachUntilClose();
    return capture;
  }

  /** Begins the recording and attaches it to no thread yet, see {@link SpanCapture#attach()}. */
  public SpanCapture create() {
    return create(new Quiescence(await, settle, System::nanoTime));
  }

  SpanCapture create(Quiescence quiescence) {
    return new SpanCapture(
        test, sdk, new Noise(ignored), new Noise(goingOn), fixtures, quiescence, late);
  }

  private static Duration notNegative(String name, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(name + " is a duration, zero or longer; was " + duration);
    }
    return duration;
  }
}
