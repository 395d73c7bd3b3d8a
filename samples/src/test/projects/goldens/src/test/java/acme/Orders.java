package acme;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;

import io.opentelemetry.api.trace.Tracer;
import io.spantree.junit.TraceTest;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fifty goldens for each class that inherits it. */
@TraceTest
abstract class Orders {
  static IntStream rows() {
    return IntStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void places(int row, Tracer tracer) {
    Shop.order(tracer, row);
    assertTrace().matches(golden("row-" + row));
  }
}
