package acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** OpenTelemetry's own extension in the same JVM. */
@Order(1)
class PeerTest {
  @RegisterExtension
  static final OpenTelemetryExtension PEER = OpenTelemetryExtension.create();

  @BeforeAll
  static void note() throws Exception {
    Notes.began(PeerTest.class);
  }

  @Test
  void has_the_global() {
    GlobalOpenTelemetry.getTracer("acme").spanBuilder("peer").startSpan().end();
    PEER.assertTraces().hasTracesSatisfyingExactly(trace ->
        trace.hasSpansSatisfyingExactly(span -> span.hasName("peer")));
    assertThat(PEER.getSpans()).hasSize(1);
  }
}
