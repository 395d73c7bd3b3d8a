package io.spantree.assertions;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.spantree.assertions.Examples.charge;
import static io.spantree.assertions.Examples.message;
import static io.spantree.assertions.Examples.orders;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import org.junit.jupiter.api.Test;

/** The whole text of each kind of step on what a span has: attributes, events, exceptions, links. */
class AttributeMessageTest {

  @Test
  void a_predicate_says_what_the_value_must_be() {
    assertThat(message(
            () -> charge().withAttrSatisfying(longKey("amount"), "a positive number", n -> n > 0)))
        .isEqualTo("""
            Expected a span charge, with amount = a positive number: 1 finding

              ATTRIBUTE VALUE  charge: amount: expected a positive number, was -5 (long)

                span charge
              ~     amount = -5                         # expected a positive number\
            """);
    assertThat(
            message(() -> charge().withAttrSatisfying("amounts", "a positive number", n -> true)))
        .isEqualTo("""
            Expected a span charge, with amounts = a positive number: 1 finding

              ATTRIBUTE MISSING  charge: amounts is missing; expected a positive number
                                 The span has amount = -5 (long); is one of the two misspelt?

                span charge
              -     amounts = <any>                     # missing; expected a positive number\
            """);
  }

  @Test
  void only_certain_attributes() {
    assertThat(message(() -> charge().withOnlyAttrs("amount", "currency"))).isEqualTo("""
            Expected a span charge, each with only amount, currency: 2 findings

              ATTRIBUTE MISSING     charge: currency is missing; expected <any>
              ATTRIBUTE UNEXPECTED  charge: card = "visa" (string) was not expected

                span charge
              -     currency = <any>                    # missing
              +     card = "visa"\
            """);
  }

  @Test
  void an_event_with_attributes() {
    assertThat(message(() -> charge()
            .withEvent("retry", event -> event.withAttr("attempt", 2).withoutAttr("reason"))))
        .isEqualTo("""
            Expected a span charge, with event retry (with attempt = 2, without reason): 1 finding

              ATTRIBUTE VALUE  charge: event retry: attempt: expected 2 (long), was 1 (long)

                span charge
                    event retry
              ~       . attempt = 1                     # expected 2 (long)\
            """);
  }

  @Test
  void an_exception() {
    assertThat(message(() -> charge().withException(IllegalStateException.class, "no funds")))
        .isEqualTo("""
            Expected a span charge, with exception java.lang.IllegalStateException "no funds": 2 findings

              ATTRIBUTE VALUE  charge: event exception: exception.message: expected "no funds" (string), was "bad card" (string)
              ATTRIBUTE VALUE  charge: event exception: exception.type: expected "java.lang.IllegalStateException" (string), was "java.lang.IllegalArgumentException" (string)

                span charge
                    event exception
              ~       . exception.message = "bad card"  # expected "no funds" (string)
              ~       . exception.type = "java.lang.IllegalArgumentException"  # expected "java.lang.IllegalStateException" (string)\
            """);
  }

  @Test
  void a_link() {
    assertThat(message(() -> orders().hasSpan("ship").withLinkTo("orders"))).isEqualTo("""
            Expected a span ship, with a link to orders: 1 finding

              LINK TARGET  order > ship: a link points to order; expected orders

                span order
                span > ship ERROR
              ~     # link order, expected orders
                span > mail\
            """);
    assertThat(message(
            () -> orders().hasSpan("order").withLinkTo(span -> span.withKind(SpanKind.PRODUCER))))
        .isEqualTo("""
            Expected a span order, with a link to a span (with kind PRODUCER): 1 finding

              LINK MISSING  order: the link to a span (with kind PRODUCER) is missing

                span order
              -     # link a span (with kind PRODUCER) is missing
                span > ship ERROR
                span > mail\
            """);
  }
}
