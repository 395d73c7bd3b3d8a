package io.spantree.assertions;

import static io.spantree.assertions.Recorded.byExporter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Bounds on the number of spans that are left. */
class CountStepsTest {

  @Test
  void accepts_what_lies_within_the_bounds() {
    TraceAssert trace = byExporter(Orders::place);

    assertThat(trace
            .hasSpan("reserve stock")
            .atLeast(1)
            .hasSpan("reserve stock")
            .atLeast(2)
            .hasSpan("reserve stock")
            .atMost(2)
            .hasSpan("reserve stock")
            .withAttr("app.sku", "A-1")
            .atMost(1))
        .isSameAs(trace);
  }

  @Test
  void fails_on_what_lies_outside_of_them() {
    assertThat(findings(trace -> trace.hasSpan("reserve stock").atLeast(3)))
        .containsExactly("COUNT reserve stock");
    assertThat(findings(trace -> trace.hasSpan("reserve stock").atMost(1)))
        .containsExactly("COUNT reserve stock", "COUNT reserve stock");
    assertThat(findings(
            trace -> trace.hasSpan("reserve stock").withAttr("app.sku", "A-1").atLeast(2)))
        .containsExactly("COUNT reserve stock", "ATTRIBUTE_VALUE reserve stock app.sku");
  }

  @Test
  void refuses_bounds_that_say_nothing_or_never_hold() {
    SpanAssert charge = byExporter(Orders::place).hasSpan("charge card");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> charge.atLeast(0))
        .withMessage("atLeast(0) holds of every trace, so it asserts nothing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> charge.atMost(0))
        .withMessage("atMost(0) can never hold after hasSpan, which requires a span;"
            + " hasNoSpan(name) forbids it");
  }

  private static List<String> findings(Consumer<TraceAssert> assertion) {
    return Recorded.findings(Orders::place, assertion).stream()
        .map(Recorded::brief)
        .toList();
  }
}
