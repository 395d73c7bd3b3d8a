package io.spantree.assertions.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.assertions.SpanAssert;
import io.spantree.assertions.TraceAssert;
import io.spantree.assertions.TraceExpectation;
import io.spantree.assertions.Verdict;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Recording;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Written as by a user: only what is public or protected can be named here. */
class OwnTraceAssertTest {

  /** Adds the words of a domain. */
  static class OrderAssert extends TraceAssert {
    OrderAssert(Recording actual) {
      super(actual);
    }

    OrderAssert reservesOnce() {
      hasSpan("reserve stock").withKind(SpanKind.CLIENT).once();
      return this;
    }

    @Override
    public SpanAssert hasSpan(String name) {
      return super.hasSpan(name.toLowerCase(java.util.Locale.ROOT));
    }
  }

  @Test
  void words_of_a_domain_can_be_added() {
    OrderAssert orders = new OrderAssert(recording());

    assertThat(orders.reservesOnce()).isSameAs(orders);
    assertThat(orders.hasSpan("RESERVE STOCK").and()).isSameAs(orders);
  }

  @Test
  void steps_can_be_overridden_and_still_fail() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> new OrderAssert(recording()).hasSpan("SHIP"))
        .withMessageStartingWith("Expected a span ship");
  }

  @Test
  void an_expectation_can_be_written_as_a_lambda_in_a_variable() {
    TraceExpectation refuses =
        recording -> new Verdict.Mismatched(List.of(), recording.spans().size() + " is too many");

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> new OrderAssert(recording()).matches(refuses))
        .withMessage("1 is too many");
  }

  private static Recording recording() {
    try (SpanCapture capture = SpanCapture.start()) {
      Tracer tracer = capture.openTelemetry().getTracer("orders");
      tracer
          .spanBuilder("reserve stock")
          .setSpanKind(SpanKind.CLIENT)
          .startSpan()
          .end();
      return capture.recording();
    }
  }
}
