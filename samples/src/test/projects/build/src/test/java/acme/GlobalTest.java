package acme;

import static io.spantree.assertions.TraceAssertions.assertTrace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.spantree.junit.TraceTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@TraceTest
@Order(3)
class GlobalTest {

  @BeforeAll
  static void note() throws Exception {
    Notes.began(GlobalTest.class);
  }

  @RepeatedTest(3)
  void records_a_cached_tracer() {
    Code.run("cached");
    assertTrace().hasExactShape("span \"cached\"");
  }

  @Test
  void records_a_fresh_tracer() {
    GlobalOpenTelemetry.getTracer("acme").spanBuilder("fresh").startSpan().end();
    assertTrace().hasExactShape("span \"fresh\"");
  }
}
