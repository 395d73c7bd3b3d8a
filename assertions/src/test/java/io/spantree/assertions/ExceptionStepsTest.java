package io.spantree.assertions;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.spantree.assertions.Recorded.byExporter;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Exceptions, which a span records as text. */
class ExceptionStepsTest {
  private static final RuntimeException ANONYMOUS = new IllegalStateException("anonymous") {};

  private static final class Declined extends RuntimeException {
    private static final long serialVersionUID = 1;

    Declined(String message) {
      super(message);
    }
  }

  @Test
  void finds_each_of_several_exceptions() {
    recording(new IOException("down"), new Declined("no funds"), new Declined("expired"))
        .withException(IOException.class)
        .withException(Declined.class)
        .withException(Declined.class, "expired")
        .withException(Declined.class, "no funds")
        .once();
  }

  @Test
  void takes_an_anonymous_class_for_itself_and_for_what_it_extends() {
    recording(ANONYMOUS)
        .withException(ANONYMOUS.getClass())
        .withException(IllegalStateException.class)
        .withException(IllegalStateException.class, "anonymous")
        .once();

    assertThat(findings(span -> span.withException(RuntimeException.class), ANONYMOUS))
        .hasSize(1);
    assertThat(findings(span -> span.withException(IllegalStateException.class, "x"), ANONYMOUS))
        .isNotEmpty();
  }

  @Test
  void takes_a_local_class_for_itself() {
    @SuppressWarnings("serial")
    class Local extends RuntimeException {}

    recording(new Local()).withException(Local.class).once();
  }

  @Test
  void finds_a_type_that_was_recorded_by_hand() {
    byExporter(orders -> orders
            .span("charge")
            .addEvent(
                "exception", Attributes.of(stringKey("exception.type"), Declined.class.getName()))
            .end())
        .hasSpan("charge")
        .withException(Declined.class)
        .once();
  }

  @Test
  void fails_on_another_type_and_on_another_message() {
    assertThat(findings(span -> span.withException(IOException.class), new Declined("expired")))
        .containsExactly("ATTRIBUTE_VALUE charge event exception exception.type");
    assertThat(findings(
            span -> span.withException(Declined.class, "no funds"), new Declined("expired")))
        .containsExactly("ATTRIBUTE_VALUE charge event exception exception.message");
  }

  @Test
  void does_not_take_a_superclass_for_the_class() {
    assertThat(findings(span -> span.withException(Exception.class), new IOException("down")))
        .hasSize(1);
  }

  @Test
  void fails_when_no_exception_was_recorded() {
    assertThat(findings(span -> span.withException(IOException.class)))
        .containsExactly("EVENT_MISSING charge event exception");
  }

  private static List<String> findings(Consumer<SpanAssert> steps, Throwable... thrown) {
    return Recorded.findings(
            orders -> record(orders, thrown), trace -> steps.accept(trace.hasSpan("charge")))
        .stream()
        .map(Recorded::brief)
        .toList();
  }

  private static SpanAssert recording(Throwable... thrown) {
    return byExporter(orders -> record(orders, thrown)).hasSpan("charge");
  }

  private static void record(Orders orders, Throwable... thrown) {
    var span = orders.span("charge");
    for (Throwable each : thrown) {
      span.recordException(each);
    }
    span.end();
  }
}
