package io.spantree.junit;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.spantree.capture.RoutingSpanProcessor;

/** Gives the spans of every autoconfigured SDK to the tests that cause them, beside its exporters. */
public final class RoutingCustomizer implements AutoConfigurationCustomizerProvider {
  @Override
  public void customize(AutoConfigurationCustomizer autoConfiguration) {
    autoConfiguration.addTracerProviderCustomizer(
        (builder, config) -> builder.addSpanProcessor(RoutingSpanProcessor.create()));
  }
}
