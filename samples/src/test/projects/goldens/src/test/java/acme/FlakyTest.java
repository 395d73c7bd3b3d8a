package acme;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;

import io.opentelemetry.api.trace.Tracer;
import io.spantree.junit.TraceTest;
import org.junit.jupiter.api.Test;

/** Fails at first, once or twice, where the code has changed. */
@TraceTest
class FlakyTest {

  @Test
  void fails_and_then_passes(Tracer tracer) throws Exception {
    boolean first = State.CHANGED.isNow() && Notes.run("fails_and_then_passes") == 1;
    Shop.order(tracer, first ? 2 : 1);
    assertTrace().matches(golden());
  }

  @Test
  void fails_and_fails_again(Tracer tracer) throws Exception {
    Shop.order(tracer, State.CHANGED.isNow() ? 10 + Notes.run("fails_and_fails_again") : 1);
    assertTrace().matches(golden());
  }
}
