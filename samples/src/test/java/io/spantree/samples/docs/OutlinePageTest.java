package io.spantree.samples.docs;

import static io.opentelemetry.api.trace.SpanKind.CLIENT;
import static io.opentelemetry.api.trace.SpanKind.CONSUMER;
import static io.opentelemetry.api.trace.SpanKind.PRODUCER;
import static io.opentelemetry.api.trace.SpanKind.SERVER;
import static io.opentelemetry.api.trace.StatusCode.ERROR;
import static io.spantree.outline.Matchers.anyString;
import static io.spantree.outline.Matchers.matching;
import static io.spantree.outline.Multiplicity.UNBOUNDED;
import static io.spantree.outline.Outline.event;
import static io.spantree.outline.Outline.span;
import static io.spantree.outline.Outline.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.outline.OpenPart;
import io.spantree.outline.Outline;
import org.junit.jupiter.api.Test;

/** What docs/notation.md shows of outlines built in code. */
class OutlinePageTest {
  // snippet: outline-in-code
  private static Outline built() {
    return Outline.ofTraces(
        trace(
            "http",
            span("POST /v1/redemptions")
                .withKind(SERVER)
                .withStatus(ERROR, "fraud service unavailable")
                .withRemoteParent()
                .withAttr("http.response.status_code", 503)
                .withMore(OpenPart.ATTRIBUTES)
                .child(span("rewards.redemption.apply")
                    .withStatus(ERROR)
                    .ordered()
                    .withEvent(event("exception")
                        .withAttr("exception.message", anyString())
                        .withMoreAttributes())
                    .child(span("SELECT fraud_rules").withKind(CLIENT).times(1, 3))
                    .child(span(matching("cache\\.(get|put)")).times(0, UNBOUNDED))
                    .child(span("kafka.publish").withKind(PRODUCER).labelled("1")))),
        trace(
            "consumer",
            span("redemptions process")
                .withKind(CONSUMER)
                .withLinkTo("1")
                .withMore(OpenPart.CHILDREN)));
  }

  private static Outline parsed() {
    return Outline.parse("""
        trace http
        span "POST /v1/redemptions" SERVER ERROR "fraud service unavailable" parent=<remote>
            http.response.status_code = 503
            ... attributes
        span > rewards.redemption.apply ERROR ordered
            event exception
              . exception.message = <string>
              . ...
        span >> "SELECT fraud_rules" CLIENT x1..3
        span >> </cache\\.(get|put)/> x0..
        span >> kafka.publish PRODUCER &1
        trace consumer
        span "redemptions process" CONSUMER
            link *1
            ... children
        """);
  }

  // end

  @Test
  void the_outline_built_in_code_is_the_one_that_is_parsed() {
    assertThat(built()).isEqualTo(parsed());
    assertThat(Outline.parse(built().print())).isEqualTo(built());
  }
}
