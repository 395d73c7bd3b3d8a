package io.spantree.assertions;

import static io.spantree.assertions.Recorded.byCapture;
import static io.spantree.assertions.Recorded.byExporter;
import static io.spantree.assertions.Recorded.captured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which span began first. */
class StartOrderTest {

  @Test
  void knows_what_began_before_and_after_all_of_a_name() {
    byCapture(Orders::place)
        .hasSpan("reserve stock")
        .startedBefore("charge card")
        .times(2)
        .hasSpan("charge card")
        .startedAfter("SELECT stock")
        .startedAfter("POST /orders")
        .once()
        .hasSpan("SELECT stock")
        .startedAfter("reserve stock") // the first one began before the second reservation
        .once();
  }

  @Test
  void compares_spans_of_one_name_with_the_others() {
    byCapture(Orders::place)
        .hasSpan("reserve stock")
        .startedBefore("reserve stock")
        .withAttr("app.sku", "A-1")
        .once();
  }

  @Test
  void fails_on_the_other_order() {
    assertThat(findings(trace -> trace.hasSpan("charge card").startedBefore("SELECT stock")))
        .containsExactly("ORDER charge card");
    assertThat(findings(trace -> trace.hasSpan("POST /orders").startedAfter("charge card")))
        .containsExactly("ORDER POST /orders");
  }

  @Test
  void fails_when_there_is_nothing_to_compare_with() {
    assertThat(findings(trace -> trace.hasSpan("charge card").startedBefore("refund")))
        .containsExactly("MISSING refund");
    assertThat(findings(trace -> trace.hasSpan("charge card").startedAfter("charge card")))
        .containsExactly("MISSING charge card");
  }

  @Test
  void takes_no_times_for_an_order() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> byExporter(Orders::place).hasSpan("charge card").startedAfter("SELECT stock"))
        .withMessage("\"charge card\" has no recorded order: only spans recorded by @TraceTest or"
            + " SpanCapture know which began first; times are no order");
  }

  private static List<String> findings(Consumer<TraceAssert> assertion) {
    return captured(Orders::place, assertion).stream().map(Recorded::brief).toList();
  }
}
