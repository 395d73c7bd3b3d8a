package io.spantree.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.StatusData;
import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeTest {

  private static TestSpan span(String name, TestSpan... children) {
    TestSpan span = new TestSpan(name);
    span.children.addAll(List.of(children));
    return span;
  }

  private static TestSpan span(String name, long value, TestSpan... children) {
    TestSpan span = span(name, children);
    span.attributes.put("k", value);
    return span;
  }

  /** Each root is a trace of its own. */
  private static String accepted(String golden, TestSpan... roots) {
    List<List<TestSpan>> traces = new ArrayList<>();
    for (TestSpan root : roots) {
      traces.add(List.of(root));
    }
    return accepted(golden, TestSpan.record(traces));
  }

  private static String accepted(String golden, Recording recording) {
    Comparison comparison = Comparison.of(Outline.parse(golden), recording, Mode.CLOSED);
    String accepted = Merge.of(comparison).print();
    assertThat(Comparison.of(Outline.parse(accepted), recording, Mode.CLOSED).findings())
        .isEmpty();
    return accepted;
  }

  @Test
  void a_changed_value_changes_its_line_alone() {
    String golden = """
        # the whole redemption
        span a
        span > b x0..3
            # depends on the day
            k = <range 0..9>
        span > c
            # counted
            k = 4
            # never sent
            secret = <absent>
        span > c ordered
            k = <long>
            l = <absent>
            ... events
        # rare
        span > d x0..
        # below all
        """;

    assertThat(accepted(golden, span("a", span("b", 1), span("c", 5), span("c", 5))))
        .isEqualTo(golden.replace("k = 4", "k = 5"));
  }

  @Test
  void equal_lines_of_the_golden_stay_apart() {
    String golden = """
        span a
        # the first try
        span > b
        # the second
        span > b
        """;

    assertThat(accepted(golden, span("a", span("b"), span("b"), span("new"))))
        .isEqualTo(golden + "span > new\n");
  }

  @Test
  void a_new_span_stands_behind_what_was_recorded_before_it() {
    assertThat(accepted("""
        span a
        span > c
        span > b
        """, span("a", span("b"), span("new", span("d"), span("d")), span("c"))))
        .isEqualTo("""
        span a
        span > c
        span > b
        span > new
        span >> d x2
        """);
  }

  @Test
  void surplus_copies_change_the_count_alone() {
    assertThat(accepted(
            """
            span a
            # one query for each coupon
            span > b
                k = <long>
            span >> c x1..2
                k = <long>
            """,
            span(
                "a",
                span("b", 1, span("c", 8)),
                span("b", 2, span("c", 7), span("c", 6)),
                span("b", 3, span("c", 9)))))
        .isEqualTo("""
            span a
            # one query for each coupon
            span > b x3
                k = <long>
            span >> c x1..2
                k = <long>
            """);
  }

  @Test
  void of_several_equal_spans_the_changed_one_stands_beside_the_others() {
    TestSpan failed = span("b", 1);
    failed.status = TestSpan.error("timeout");

    assertThat(accepted("""
        span a
        # retried
        span > b x3
            k = <any>
        """, span("a", span("b", 1), failed, span("b", 1)))).isEqualTo("""
        span a
        # retried
        span > b x2
            k = <any>
        span > b ERROR "timeout"
            k = <any>
        """);
  }

  @Test
  void renamed_moved_and_wrapped_spans_keep_their_matchers_and_comments() {
    assertThat(accepted(
            """
            span a
            # looks into the cache
            span > check
                # by chance
                k = <range 0..9>
            span > b
            span >> moved
                # anything
                k = <any>
            span > c x2
                # how often
                k = <long>
            """,
            span(
                "a",
                span("lookup", 5),
                span("b"),
                span("wrapper", span("c", 1), span("c", 2)),
                span("moved", 3))))
        .isEqualTo("""
            span a
            # looks into the cache
            span > lookup
                # by chance
                k = <range 0..9>
            span > b
            span > wrapper
            span >> c x2
                # how often
                k = <long>
            span > moved
                # anything
                k = <any>
            """);
  }

  @Test
  void the_recorded_order_replaces_one_that_was_not_kept() {
    assertThat(accepted("""
        span a ordered
        span > b x2
        span > c
        span > d x0..1
        """, span("a", span("b"), span("c"), span("b")))).isEqualTo("""
        span a ordered
        span > b
        span > c
        span > b
        span > d x0..1
        """);
  }

  @Test
  void what_lost_its_child_to_a_move_is_told_from_its_twins() {
    assertThat(
            accepted("""
        span a
        span > b x2
            k = <any>
        span >> c
        span > d
        """, span("a", span("b", 1, span("c")), span("b", 1), span("d", span("c")))))
        .isEqualTo("""
        span a
        span > b
            k = <any>
        span >> c
        span > b
            k = <any>
        span > d
        span >> c
        """);
  }

  @Test
  void a_status_that_holds_stays_as_it_is_written() {
    String golden = """
        span a INTERNAL UNSET
        span > b ERROR <any>
        span > c ERROR </time.*/>
            k = 1
        """;
    TestSpan undescribed = span("b");
    undescribed.status = StatusData.error();
    TestSpan described = span("c", 2);
    described.status = TestSpan.error("timeout");

    assertThat(accepted(golden, span("a", undescribed, described)))
        .isEqualTo(golden.replace("k = 1", "k = 2"));
  }

  @Test
  void a_status_that_does_not_hold_is_replaced() {
    TestSpan described = span("b");
    described.status = TestSpan.error("timeout");

    assertThat(accepted("""
        span a OK
        span > b ERROR
        """, span("a", described))).isEqualTo("""
        span a
        span > b ERROR "timeout"
        """);
  }

  @Test
  void events_and_links_are_merged_one_by_one() {
    TestSpan target = span("b");
    TestSpan span = span("c");
    span.events.addAll(List.of(new TestSpan.Event("new", 1), new TestSpan.Event("hit", 2)));
    span.links.addAll(List.of(new TestSpan("elsewhere"), target));

    assertThat(accepted("""
        span a
        span > b &producer
        span > c
            # once for each page
            event <string>
              # never negative
              . v = <range 0..>
            # the message
            link *producer
        """, span("a", target, span))).isEqualTo("""
        span a
        span > b &producer
        span > c
            # once for each page
            event <string>
              # never negative
              . v = <range 0..>
            event hit
              . v = 2
            # the message
            link *producer
            link <external>
        """);
  }

  @Test
  void a_new_link_names_its_target_by_a_new_label() {
    TestSpan target = span("b", 3);
    TestSpan other = span("c");
    other.links.add(target);

    assertThat(accepted("""
        span a
        span > b &1
            k = 2
        span > b
            k = <long>
        span > c
        """, span("a", span("b", 2), target, other))).isEqualTo("""
        span a
        span > b &1
            k = 2
        span > b &2
            k = <long>
        span > c
            link *2
        """);
  }

  @Test
  void a_label_stays_only_where_the_values_are_equal() {
    assertThat(accepted("""
        span a
            k = <long#customer>
        span > b
            k = <long#customer>
        span > c
            k = <long#customer>
        """, span("a", 1, span("b", 2), span("c", 1)))).isEqualTo("""
        span a
            k = <long#customer>
        span > b
            k = <long>
        span > c
            k = <long#customer>
        """);
  }

  @Test
  void what_was_forbidden_and_came_is_no_longer_forbidden() {
    assertThat(accepted("""
        span a
        span > </debug.*/> x0
        span > test x0
        """, span("a", span("debug.sql")))).isEqualTo("""
        span a
        span > debug.sql
        span > test x0
        """);
  }

  @Test
  void what_was_forbidden_and_did_not_come_stays_forbidden_whatever_else_came() {
    String golden = """
        # never twice
        span a
        # not for users
        span > db x0
            k = 1
        span > db
            k = 2
        """;

    assertThat(accepted(golden, span("a", span("db", 2), span("new"))))
        .isEqualTo(golden + "span > new\n");
    assertThat(accepted(golden, span("a", span("db", 2), span("db", 3))))
        .startsWith(golden.substring(0, golden.indexOf("span > db\n")));
    assertThat(accepted(golden, span("a", span("db", 2), span("db", 1)))).isEqualTo("""
        # never twice
        span a
        span > db
            k = 2
        span > db
            k = 1
        """);
  }

  @Test
  void what_two_lines_forbade_and_came_is_forbidden_by_neither() {
    assertThat(accepted("""
        # only this
        span a
        span > db x0
        span > db x0
            k = 1
        span > test x0
        """, span("a", span("db", 1)))).isEqualTo("""
        # only this
        span a
        span > db
            k = 1
        span > test x0
        """);
  }

  @Test
  void open_parts_stay_open() {
    TestSpan first = span("a", 1, span("b"), span("other"), span("other"));
    first.attributes.put("extra", 5L);

    assertThat(accepted("""
        span a
            k = 2
            ... attributes
            ... children
        span > b
        ... traces
        """, first, span("another"))).isEqualTo("""
        span a
            k = 1
            ... attributes
            ... children
        span > b
        ... traces
        """);
  }

  @Test
  void copies_of_a_described_trace_are_counted_even_beside_open_traces() {
    assertThat(accepted("""
        span a
            k = 1
        ... traces
        """, span("a", 1), span("a", 1), span("b"))).isEqualTo("""
        trace a x2
        span a
            k = 1
        ... traces
        """);
  }

  @Test
  void an_open_trace_that_becomes_a_copy_of_another_is_described_too() {
    assertThat(accepted("""
        # the first
        span a
        ... traces
        """, span("a", 1), span("a", 6))).isEqualTo("""
        trace a
        # the first
        span a
            k = 1
        trace a
        span a
            k = 6
        ... traces
        """);
  }

  @Test
  void below_a_copy_a_literal_name_is_continued_before_a_matcher() {
    String golden = """
        span a
        span > p
        span >> </c.*/>
            k = 1
        span >> c1
            k = 2
        """;

    assertThat(accepted(
            golden,
            span(
                "a",
                span("p", span("c1", 2), span("c2", 1)),
                span("p", span("c1", 2), span("c2", 1)))))
        .isEqualTo(golden.replace("> p", "> p x2"));
  }
}
