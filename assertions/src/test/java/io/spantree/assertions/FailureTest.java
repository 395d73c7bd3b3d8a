package io.spantree.assertions;

import static io.spantree.assertions.Recorded.byExporter;
import static io.spantree.assertions.Recorded.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What stands around the report: descriptions, messages of one's own, the stack trace. */
class FailureTest {
  private static final String HOSTILE = "100%s %n {0}\nनमस्ते 🎉";
  private static final String QUOTED = "\"100%s %n {0}\\nनमस्ते 🎉\"";

  @Test
  void begins_with_the_description() {
    assertThat(failure(() -> place().as("order %s, 100%%", 7).hasSpan("refund")))
        .startsWith("[order 7, 100%] Expected a span refund: 1 finding");
    assertThat(failure(() -> place().as("100% %s").hasSpan("refund"))).startsWith("[100% %s] ");
    assertThat(failure(() -> place().as("shape").hasShape("span refund\n")))
        .startsWith("[shape] Trace does not have the shape");
    assertThat(failure(() -> place().as("forbidden").hasNoSpan("charge card")))
        .startsWith("[forbidden] Expected no span");
  }

  @Test
  void carries_the_description_to_the_steps() {
    assertThat(failure(() -> place().as("order").hasSpan("charge card").withAttr("a", 1)))
        .startsWith("[order] Expected a span \"charge card\", with a = 1");
    assertThat(failure(() -> place()
            .as("order")
            .hasSpan("reserve stock")
            .withAttr("app.sku", "A-1")
            .times(2)))
        .startsWith("[order] ");
  }

  @Test
  void carries_the_representation_to_the_steps() {
    assertThat(failure(() -> place()
            .withRepresentation(value -> "spans of the order")
            .hasSpan("charge card")
            .withKind(SpanKind.INTERNAL)
            .isNull()))
        .contains("but was: spans of the order");
  }

  @Test
  void honours_a_description_between_the_steps() {
    assertThat(failure(() -> place().hasSpan("charge card").as("card").withAttr("a", 1)))
        .startsWith("[card] Expected a span");
    assertThat(failure(
            () -> place().as("order").hasSpan("reserve stock").as("stock").once()))
        .startsWith("[stock] Expected a span");
  }

  @Test
  void describes_the_trace_as_before_after_the_steps() {
    assertThat(failure(
            () -> place().as("order").hasSpan("charge card").as("card").once().hasSpan("refund")))
        .startsWith("[order] Expected a span refund");
  }

  @Test
  void says_what_the_user_says_instead() {
    assertThat(failure(() -> place().overridingErrorMessage("mine").hasSpan("refund")))
        .isEqualTo("mine");
    assertThat(failure(
            () -> place().withFailMessage(() -> "100%s").hasSpan("charge card").childOf("refund")))
        .isEqualTo("100%s");
    assertThat(failure(
            () -> place().hasSpan("charge card").overridingErrorMessage("mine").withAttr("a", 1)))
        .isEqualTo("mine");
    assertThat(failure(() -> place().overridingErrorMessage("mine").hasShape("span refund\n")))
        .isEqualTo("mine");
  }

  @Test
  void treats_a_message_of_the_user_as_assertj_does() {
    assertThat(failure(() -> place().as("order").withFailMessage("mine").hasSpan("refund")))
        .isEqualTo(failure(
            () -> Assertions.assertThat(1).as("order").withFailMessage("mine").isEqualTo(2)));
    assertThat(failure(() -> place().withFailMessage("").hasSpan("refund")))
        .startsWith("Expected a span refund");
  }

  @Test
  void keeps_percent_signs_newlines_and_every_script() {
    TraceAssert trace = byExporter(orders ->
        orders.span(HOSTILE).setAttribute(HOSTILE, HOSTILE).addEvent(HOSTILE).end());
    trace.hasSpan(HOSTILE).withAttr(HOSTILE, HOSTILE).withEvent(HOSTILE).once();

    assertThat(failure(() -> trace.hasSpan(HOSTILE).childOf(HOSTILE + "!")))
        .startsWith("Expected a span " + QUOTED + ", child of ");
    assertThat(failure(() -> trace.hasSpan(HOSTILE).withAttr(HOSTILE, "%d")))
        .contains(QUOTED + ": " + QUOTED + ": expected \"%d\" (string), was " + QUOTED);
    assertThat(failure(() -> trace.hasSpan(HOSTILE).withEvent("%")))
        .contains(QUOTED + ": event \"%\" is missing");
    assertThat(failure(() -> trace.hasNoSpan(HOSTILE))).contains("UNEXPECTED  " + QUOTED);
    assertThat(failure(() -> trace.hasSpan(""))).contains("MISSING  \"\"");
  }

  @Test
  void begins_its_stack_trace_at_the_line_that_asserts() {
    TraceExpectation refuses = recording -> new Verdict.Mismatched(List.of(), "no");

    for (Throwable error : List.of(
        catchThrowable(() -> place().hasSpan("refund")),
        catchThrowable(() -> place().hasSpan("charge card").childOf("refund")),
        catchThrowable(() -> place().hasSpan("reserve stock").once()),
        catchThrowable(() -> place().matches(refuses)))) {
      assertThat(error.getStackTrace()[0].getClassName()).isEqualTo(FailureTest.class.getName());
    }
  }

  @Test
  void leaves_the_stack_trace_whole_when_assertj_is_told_so() {
    Assertions.setRemoveAssertJRelatedElementsFromStackTrace(false);
    try {
      assertThat(
              catchThrowable(() -> place().hasSpan("refund")).getStackTrace()[0].getClassName())
          .isEqualTo(Failure.class.getName());
    } finally {
      Assertions.setRemoveAssertJRelatedElementsFromStackTrace(true);
    }
  }

  private static TraceAssert place() {
    return byExporter(Orders::place);
  }
}
