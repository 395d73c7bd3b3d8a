package acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import org.junit.jupiter.api.Test;

/** Registers a global and leaves it to all that come after. */
class EarlyGlobalTest {
  @Test
  void leaves_its_global() {
    OpenTelemetrySdk sdk = OpenTelemetrySdk.builder().buildAndRegisterGlobal();
    assertThat(GlobalOpenTelemetry.get().getTracerProvider()).isSameAs(sdk.getTracerProvider());
  }
}
