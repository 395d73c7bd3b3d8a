package io.spantree.capture;

import static io.spantree.capture.Spans.begin;
import static io.spantree.capture.Spans.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.spantree.model.Phase;
import io.spantree.model.SpanNode;
import org.junit.jupiter.api.Test;

/** What assertions see of a recording in which fixtures took part. */
class BodyTest {

  private static void run(SpanCapture capture) {
    capture.enter(Phase.FIXTURE);
    record(capture, "insert");
    Span around = begin(capture, "around");
    try (Scope scope = around.makeCurrent()) {
      record(capture, "prepare");
      capture.enter(Phase.BODY);
      record(capture, "apply");
      capture.enter(Phase.FIXTURE);
      record(capture, "delete");
    }
    around.end();
  }

  @Test
  void is_the_spans_of_the_body_and_what_they_are_below() {
    try (SpanCapture capture = SpanCapture.start()) {
      run(capture);

      assertThat(capture.awaitBody().spans())
          .extracting(SpanNode::name)
          .containsExactly("around", "apply");
      assertThat(capture.awaitBody().reading().fixture()).isEqualTo(3);
      assertThat(capture.awaitRecording().spans()).hasSize(5);
    }
  }

  @Test
  void is_all_where_fixtures_are_asked_for() {
    try (SpanCapture capture = SpanCapture.builder().fixtures(true).start()) {
      run(capture);

      assertThat(capture.awaitBody().spans()).hasSize(5);
    }
  }

  @Test
  void is_empty_for_a_reason_when_fixtures_alone_began_spans() {
    try (SpanCapture capture = SpanCapture.start()) {
      capture.enter(Phase.FIXTURE);
      record(capture, "insert");

      assertThat(capture.whyEmpty().get(0))
          .isEqualTo("1 span began in a constructor or a fixture method such as @BeforeEach, and"
              + " none in the body of the test, which is what assertions see; fixtures = true shows"
              + " all.");
    }
  }

  @Test
  void is_empty_for_a_reason_when_all_is_ignored() {
    try (SpanCapture capture = SpanCapture.builder().ignore("*").start()) {
      record(capture, "apply");

      assertThat(capture.whyEmpty().get(0))
          .isEqualTo("1 span was recorded and left out by ignore.");
    }
  }
}
