package io.spantree.junit;

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
import io.spantree.capture.SpanCaptureBuilder;
import io.spantree.model.FindingKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How the tests of a class are recorded, where that needs values of the run time.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TraceTestExtension TRACES =
 *     TraceTestExtension.builder().sampler(Sampler.traceIdRatioBased(0.5)).build();
 * }</pre>
 *
 * <p>It stands for {@link TraceTest} on the class, and beside it, it counts where both set the same.
 */
public final class TraceTestExtensionBuilder {
  private final List<Consumer<Configuration>> settings = new ArrayList<>();

  TraceTestExtensionBuilder() {}

  /** See {@link SpanCaptureBuilder#sampler}. */
  public TraceTestExtensionBuilder sampler(Sampler sampler) {
    requireNonNull(sampler, "sampler");
    return with(capture -> capture.sampler(sampler));
  }

  /** See {@link SpanCaptureBuilder#propagators}. */
  public TraceTestExtensionBuilder propagators(ContextPropagators propagators) {
    requireNonNull(propagators, "propagators");
    return with(capture -> capture.propagators(propagators));
  }

  /** See {@link SpanCaptureBuilder#spanLimits}. */
  public TraceTestExtensionBuilder spanLimits(SpanLimits limits) {
    requireNonNull(limits, "limits");
    return with(capture -> capture.spanLimits(limits));
  }

  /** See {@link SpanCaptureBuilder#idGenerator}. */
  public TraceTestExtensionBuilder idGenerator(Supplier<? extends IdGenerator> ids) {
    requireNonNull(ids, "ids");
    return with(capture -> capture.idGenerator(ids));
  }

  /** See {@link SpanCaptureBuilder#resource}. */
  public TraceTestExtensionBuilder resource(Resource resource) {
    requireNonNull(resource, "resource");
    return with(capture -> capture.resource(resource));
  }

  /** See {@link SpanCaptureBuilder#clock}. */
  public TraceTestExtensionBuilder clock(Clock clock) {
    requireNonNull(clock, "clock");
    return with(capture -> capture.clock(clock));
  }

  /** See {@link SpanCaptureBuilder#spanProcessor}. */
  public TraceTestExtensionBuilder spanProcessor(Supplier<? extends SpanProcessor> processor) {
    requireNonNull(processor, "processor");
    return with(capture -> capture.spanProcessor(processor));
  }

  /** See {@link SpanCaptureBuilder#customizeTracerProvider}. */
  public TraceTestExtensionBuilder customizeTracerProvider(
      Consumer<? super SdkTracerProviderBuilder> customizer) {
    requireNonNull(customizer, "customizer");
    return with(capture -> capture.customizeTracerProvider(customizer));
  }

  /** See {@link SpanCaptureBuilder#customizeSdk}. */
  public TraceTestExtensionBuilder customizeSdk(
      Consumer<? super OpenTelemetrySdkBuilder> customizer) {
    requireNonNull(customizer, "customizer");
    return with(capture -> capture.customizeSdk(customizer));
  }

  /** See {@link SpanCaptureBuilder#await}. */
  public TraceTestExtensionBuilder await(Duration await) {
    requireNonNull(await, "await");
    return with(capture -> capture.await(await));
  }

  /** See {@link SpanCaptureBuilder#settle}. */
  public TraceTestExtensionBuilder settle(Duration settle) {
    requireNonNull(settle, "settle");
    return with(capture -> capture.settle(settle));
  }

  /** See {@link SpanCaptureBuilder#ignore}. */
  public TraceTestExtensionBuilder ignore(String... patterns) {
    String[] ignored = patterns.clone();
    return with(capture -> capture.ignore(ignored));
  }

  /** See {@link SpanCaptureBuilder#fixtures}. */
  public TraceTestExtensionBuilder fixtures(boolean fixtures) {
    return with(capture -> capture.fixtures(fixtures));
  }

  /** Whether the tree of a test that passed is printed to the standard output. */
  public TraceTestExtensionBuilder print(boolean print) {
    settings.add(configuration -> configuration.print = print);
    return this;
  }

  /** See {@link TraceTest#require}. */
  public TraceTestExtensionBuilder require(FindingKind... kinds) {
    List<FindingKind> required = List.copyOf(Arrays.asList(kinds));
    settings.add(configuration -> configuration.required.addAll(required));
    return this;
  }

  /** To be registered in a field with {@code @RegisterExtension}, a static one best. */
  public TraceTestExtension build() {
    return new TraceTestExtension(new Configuration.Part(settings));
  }

  private TraceTestExtensionBuilder with(Consumer<SpanCaptureBuilder> setting) {
    settings.add(configuration -> setting.accept(configuration.capture));
    return this;
  }
}
