package acme;

import io.opentelemetry.api.trace.Tracer;
import io.spantree.golden.GoldenTrace;
import io.spantree.junit.TraceTest;
import org.junit.jupiter.api.Test;

/** Is run by failsafe, which leaves its goldens in the folder of surefire's. */
@TraceTest
class ShopIT {

  @Test
  @GoldenTrace
  void places(Tracer tracer) {
    Shop.order(tracer, State.CHANGED.isNow() ? 7 : 1);
  }
}
