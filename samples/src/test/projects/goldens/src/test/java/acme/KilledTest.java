package acme;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;

import io.opentelemetry.api.trace.Tracer;
import io.spantree.junit.TraceTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JVM ends in the fourth of six rows, as when the machine runs out of memory. */
@TraceTest
class KilledTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5})
  void places(long row, Tracer tracer) throws Exception {
    Shop.order(tracer, State.CHANGED.isNow() ? 100 + row : row);
    if (State.CHANGED.isNow() && row == 3) {
      new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid()))
          .start()
          .waitFor();
    }
    assertTrace().matches(golden("row-" + row));
  }
}
