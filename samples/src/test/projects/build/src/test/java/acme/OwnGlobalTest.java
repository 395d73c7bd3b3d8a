package acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Knows nothing of Spantree, and has the global for itself. */
@Order(4)
class OwnGlobalTest {

  @BeforeAll
  static void note() throws Exception {
    Notes.began(OwnGlobalTest.class);
  }

  @Test
  void builds_and_registers_the_global() {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    SdkTracerProvider provider = SdkTracerProvider.builder()
        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
        .build();
    try (OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder().setTracerProvider(provider).buildAndRegisterGlobal()) {
      GlobalOpenTelemetry.getTracer("acme").spanBuilder("own").startSpan().end();
      assertThat(exporter.getFinishedSpanItems()).hasSize(1);
    } finally {
      GlobalOpenTelemetry.resetForTest();
    }
  }
}
