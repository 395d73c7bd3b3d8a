package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.model.SpanNode;
import io.spantree.outline.Outline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an assumption about a label says of each line and span. */
class HypothesisTest {
  @Test
  void the_span_of_a_label_stands_for_its_line_and_for_no_other() {
    List<ExpectedSpan> lines =
        ExpectedTree.of(Outline.parse("span a &1\nspan b\nspan c &2")).spans();
    List<SpanNode> spans = recorded("span a\nspan b").spans();
    Hypothesis assumed = Hypothesis.NONE.with("1", spans.get(0));

    assertThat(lines)
        .extracting(line -> assumed.refuses(line, spans.get(0)))
        .containsExactly(false, true, true);
    assertThat(lines)
        .extracting(line -> assumed.refuses(line, spans.get(1)))
        .containsExactly(true, false, false);
    assertThat(lines).noneMatch(line -> Hypothesis.NONE.refuses(line, spans.get(0)));
  }
}
