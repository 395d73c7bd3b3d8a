package acme;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.capture.SpanCapture;
import io.spantree.junit.TraceTest;
import org.junit.jupiter.api.Test;

/** Each execution, the reruns too, must find a recording of its own. */
@TraceTest
class FlakyTest {

  @Test
  void passes(Tracer tracer, SpanCapture capture) {
    begin(tracer, capture, "passes").end();
    assertTrace().hasExactShape("span \"passes\"");
  }

  @Test
  void fails_and_then_passes(Tracer tracer, SpanCapture capture) throws Exception {
    Span span = begin(tracer, capture, "at first open");
    if (Notes.run("fails_and_then_passes") > 1) {
      span.end();
    }
  }

  @Test
  void fails_and_fails_again(Tracer tracer, SpanCapture capture) throws Exception {
    begin(tracer, capture, "open in run " + Notes.run("fails_and_fails_again"));
  }

  @Test
  void asserts_what_is_not_there(Tracer tracer, SpanCapture capture) {
    begin(tracer, capture, "apply").end();
    assertTrace().hasSpan("aply");
  }

  private static Span begin(Tracer tracer, SpanCapture capture, String name) {
    assertThat(capture.recording().isEmpty()).isTrue();
    return tracer.spanBuilder(name).startSpan();
  }
}
