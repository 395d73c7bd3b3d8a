package io.spantree.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedTracesTest {
  private static final String GOLDEN = """
      # the request
      trace http
      span a
          # any
          k = <any>
      # one for each message
      trace consumer x1..3
      span b
          k = <long>
      # at night
      trace nightly x0..1
      span c
      """;

  private static TestSpan span(String name, long value) {
    TestSpan span = new TestSpan(name);
    span.attributes.put("k", value);
    return span;
  }

  private static String accepted(List<List<TestSpan>> traces) {
    Recording recording = TestSpan.record(traces);
    String accepted =
        Merge.of(Comparison.of(Outline.parse(GOLDEN), recording, Mode.CLOSED)).print();
    assertThat(Comparison.of(Outline.parse(accepted), recording, Mode.CLOSED).findings())
        .isEmpty();
    return accepted;
  }

  @Test
  void traces_that_hold_stay_as_they_are_written() {
    assertThat(
            accepted(List.of(List.of(span("b", 2)), List.of(span("a", 1)), List.of(span("b", 3)))))
        .isEqualTo(GOLDEN);
  }

  @Test
  void a_new_trace_comes_last_and_is_named_after_its_root() {
    assertThat(accepted(List.of(
            List.of(new TestSpan("new")),
            List.of(span("a", 1)),
            List.of(span("b", 2)),
            List.of(new TestSpan("new")))))
        .isEqualTo(GOLDEN + "trace new x2\nspan new\n");
  }

  @Test
  void a_second_root_of_the_same_trace_stays_in_it() {
    TestSpan stray = new TestSpan("stray");
    stray.above = TestSpan.Above.UNKNOWN;

    assertThat(accepted(List.of(List.of(span("a", 1), stray), List.of(span("b", 2)))))
        .isEqualTo(GOLDEN.replace("k = <any>\n", "k = <any>\nspan stray orphan\n"));
  }

  @Test
  void a_changed_trace_stands_beside_its_equals() {
    TestSpan failed = span("b", 3);
    failed.status = TestSpan.error("no");

    assertThat(accepted(List.of(List.of(span("a", 1)), List.of(span("b", 2)), List.of(failed))))
        .isEqualTo(GOLDEN.replace("""
            # at night
            """, """
            trace consumer
            span b ERROR "no"
                k = <long>
            # at night
            """));
  }

  @Test
  void more_traces_than_allowed_change_the_count() {
    assertThat(accepted(List.of(
            List.of(span("a", 1)),
            List.of(span("b", 1)),
            List.of(span("b", 2)),
            List.of(span("b", 3)),
            List.of(span("b", 4)))))
        .isEqualTo(GOLDEN.replace("x1..3", "x4"));
  }

  @Test
  void a_trace_that_is_gone_is_gone_with_its_comments() {
    assertThat(accepted(List.of(List.of(span("b", 1)))))
        .isEqualTo(GOLDEN.substring(GOLDEN.indexOf("# one for each")));
  }
}
