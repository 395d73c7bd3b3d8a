package io.spantree.capture;

import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.OpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the SDK of a capture is made of. */
final class SdkSettings {
  static final ContextPropagators PROPAGATORS =
      ContextPropagators.create(TextMapPropagator.composite(
          W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance()));

  static final Sampler SAMPLER = Sampler.parentBased(Sampler.alwaysOn()); // the SDK's default

  /** Without a processor they do nothing; to build them takes longer than to record ten spans. */
  private static final SdkMeterProvider NO_METERS = SdkMeterProvider.builder().build();

  private static final SdkLoggerProvider NO_LOGS = SdkLoggerProvider.builder().build();

  Sampler sampler = SAMPLER;
  ContextPropagators propagators = PROPAGATORS;

  @Nullable
  SpanLimits limits;

  @Nullable
  Supplier<? extends IdGenerator> ids;

  @Nullable
  Resource resource;

  @Nullable
  Clock clock;

  final List<Supplier<? extends SpanProcessor>> processors = new ArrayList<>(0);
  final List<Consumer<? super SdkTracerProviderBuilder>> tracerCustomizers = new ArrayList<>(0);
  final List<Consumer<? super OpenTelemetrySdkBuilder>> sdkCustomizers = new ArrayList<>(0);

  /** What is set here and cannot be had in the shared SDK, in words; null if nothing is. */
  @Nullable
  String notShareable() {
    return clock == null ? resource == null ? null : "a resource" : "a clock";
  }

  List<SpanProcessor> makeProcessors() {
    List<SpanProcessor> made = new ArrayList<>(processors.size());
    processors.forEach(each -> made.add(each.get()));
    return made;
  }

  IdGenerator makeIds() {
    return ids == null ? IdGenerator.random() : ids.get();
  }

  /** An SDK, and the sampler that decides in it. */
  record Built(OpenTelemetrySdk sdk, Sampler sampler) {}

  /** Processors see a span in their order: the last ones are to be ours. */
  Built build(CaptureHandle owner, IdGenerator ids, List<SpanProcessor> processors) {
    SdkTracerProviderBuilder tracers =
        SdkTracerProvider.builder().setIdGenerator(ids).setSampler(sampler);
    if (limits != null) {
      tracers.setSpanLimits(limits);
    }
    if (resource != null) {
      tracers.setResource(resource);
    }
    if (clock != null) {
      tracers.setClock(clock);
    }
    tracerCustomizers.forEach(each -> each.accept(tracers));
    processors.forEach(tracers::addSpanProcessor);
    Sampler deciding = tracerCustomizers.isEmpty() ? sampler : samplerOf(tracers);
    tracers.setSampler(new SamplingWitness(deciding, context -> owner.capture()));
    SdkTracerProvider provider = tracers.build();
    OpenTelemetrySdkBuilder builder = OpenTelemetrySdk.builder()
        .setTracerProvider(provider)
        .setMeterProvider(NO_METERS)
        .setLoggerProvider(NO_LOGS)
        .setPropagators(propagators);
    sdkCustomizers.forEach(each -> each.accept(builder));
    return new Built(withTracers(builder.build(), provider), deciding);
  }

  /** Closes the customizer's meters and loggers, and not those that all captures share. */
  static void closeSignals(OpenTelemetrySdk sdk) {
    if (sdk.getSdkMeterProvider() != NO_METERS) {
      sdk.getSdkMeterProvider().close();
    }
    if (sdk.getSdkLoggerProvider() != NO_LOGS) {
      sdk.getSdkLoggerProvider().close();
    }
  }

  /** The builder does not tell which sampler it was given. */
  private static Sampler samplerOf(SdkTracerProviderBuilder tracers) {
    return tracers.build().getSampler();
  }

  private static OpenTelemetrySdk withTracers(OpenTelemetrySdk sdk, SdkTracerProvider ours) {
    if (sdk.getSdkTracerProvider() != ours) {
      throw new IllegalStateException("customizeSdk(…) has set another SdkTracerProvider, whose"
          + " spans would not be recorded: use customizeTracerProvider(…), or add"
          + " RoutingSpanProcessor to an SDK of your own.");
    }
    return sdk;
  }
}
