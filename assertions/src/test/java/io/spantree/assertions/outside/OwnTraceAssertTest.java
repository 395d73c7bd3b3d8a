package io.spantree.assertions.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.assertions.AbstractSpanAssert;
import io.spantree.assertions.SpanAssert;
import io.spantree.assertions.TraceAssert;
import io.spantree.assertions.TraceExpectation;
import io.spantree.assertions.TraceSoftAssertions;
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

  /** Adds words for one kind of span, which end in the type that has them. */
  static class ReservationAssert extends AbstractSpanAssert<ReservationAssert> {
    ReservationAssert(SpanAssert span) {
      super(span, ReservationAssert.class);
    }

    @Override
    protected ReservationAssert narrowed(SpanAssert span) {
      return new ReservationAssert(span);
    }

    ReservationAssert ofWarehouse(String name) {
      return withAttr("app.warehouse", name);
    }
  }

  /** A trace that was selected elsewhere, softly for example. */
  static class OtherAssert extends TraceAssert {
    OtherAssert(TraceAssert trace) {
      super(trace);
    }

    ReservationAssert hasReservation() {
      return new ReservationAssert(hasSpan("reserve stock"));
    }
  }

  @Test
  void words_for_a_span_can_be_added() {
    OtherAssert orders = new OtherAssert(new OrderAssert(recording()));

    orders
        .hasReservation()
        .as("stock")
        .withKind(SpanKind.CLIENT)
        .ofWarehouse("north")
        .once();
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> orders.hasReservation().as("stock").ofWarehouse("south"))
        .withMessageStartingWith(
            "[stock] Expected a span \"reserve stock\", with app.warehouse = \"south\"");
  }

  @Test
  void words_of_a_domain_can_be_used_softly() {
    TraceSoftAssertions softly = new TraceSoftAssertions();
    OtherAssert orders = new OtherAssert(softly.assertTrace(recording()));

    orders.hasReservation().ofWarehouse("south").ofWarehouse("east");
    orders.hasReservation().ofWarehouse("west");

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(softly::assertAll)
        .withMessageStartingWith("2 assertions failed");
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
          .setAttribute("app.warehouse", "north")
          .startSpan()
          .end();
      return capture.recording();
    }
  }
}
