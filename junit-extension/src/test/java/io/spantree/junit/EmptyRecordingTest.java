package io.spantree.junit;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A test that asserts on spans and has none is told why. */
@TraceTest
class EmptyRecordingTest {
  private static final String HEADLINE = "No span was recorded.";
  private static final String LAST = "  - Did the code run, up to the line that starts the span?";

  @Test
  void by_a_step() {
    assertThatThrownBy(() -> assertTrace().hasSpan("apply"))
        .message()
        .contains("MISSING")
        .containsOnlyOnce(HEADLINE)
        .endsWith(LAST);
  }

  @Test
  void by_a_shape() {
    assertThatThrownBy(() -> assertTrace().hasShape("span apply"))
        .message()
        .contains("MISSING")
        .containsOnlyOnce(HEADLINE)
        .endsWith(LAST);
  }
}
