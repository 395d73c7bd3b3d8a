package io.spantree.capture;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;

/** The shared SDK as it is handed out: nobody can close it, for it is everybody's. */
final class RouterSdk implements OpenTelemetry {
  private static final RouterSdk INSTANCE = new RouterSdk();

  private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
      .setTracerProvider(SdkTracerProvider.builder()
          .setSampler(new SamplingWitness(SdkSettings.SAMPLER, Routing::named))
          .setIdGenerator(new RouterIds())
          .setSpanLimits(RouterSdk::limits)
          .addSpanProcessor(RoutingSpanProcessor.ofRouter())
          .build())
      .setPropagators(ContextPropagators.create(new RouterPropagator()))
      .build();

  private RouterSdk() {}

  static RouterSdk instance() {
    return INSTANCE;
  }

  private static SpanLimits limits() {
    SpanCapture capture = CaptureHandle.captureIn(Context.current());
    return capture == null ? SpanLimits.getDefault() : capture.adoption().limits();
  }

  /** Always the same object, by which the router is known again. */
  @Override
  public TracerProvider getTracerProvider() {
    return sdk.getTracerProvider();
  }

  @Override
  public ContextPropagators getPropagators() {
    return sdk.getPropagators();
  }

  @Override
  public String toString() {
    return "Spantree's shared OpenTelemetry";
  }
}
