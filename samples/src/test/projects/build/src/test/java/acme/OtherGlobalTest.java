package acme;

import static io.spantree.assertions.TraceAssertions.assertTrace;

import io.spantree.junit.TraceTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Is active again after others had the global. */
@TraceTest
@Order(5)
class OtherGlobalTest {

  @BeforeAll
  static void note() throws Exception {
    Notes.began(OtherGlobalTest.class);
  }

  @Test
  void records_the_tracer_that_was_cached_before() {
    Code.run("cached");
    assertTrace().hasExactShape("span \"cached\"");
  }
}
