package io.spantree.report;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.outline.Outline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pins the text of each shape of finding once; everything else asserts on findings. */
class ReportTest {
  private static final String SITE = "started on main at io.acme.Orders.place(Orders.java:42)";

  @Test
  void shows_what_a_lost_context_lost_where_and_why() {
    assertThat(closed("""
            span apply OK
                coins = 4200
            span > review
                decision = "manual"
            span > store
            """, """
            span apply OK
                coins = 4200
            span > store
            span review lost
                decision = "manual"
            """)).isEqualTo("""
            Trace differs: 1 finding

              LOST CONTEXT  review is a root span; expected under apply
                            started on pool-1 at io.acme.Orders.place(Orders.java:42), where no span was current.
                            Was the executor wrapped? Context.taskWrapping(executor) carries the context to its threads.

                span apply OK
                    # 1 attribute equal
                span > store
              - span > review                           # stands elsewhere
              + span review lost                        # lost its context
                    # 1 attribute equal

              accept: cp received golden""");
  }

  @Test
  void names_a_renamed_span_by_both_names() {
    assertThat(
            closed("span a\nspan > check\n    hit = true", "span a\nspan > lookup\n    hit = true"))
        .isEqualTo("""
            Trace differs: 1 finding

              RENAMED  a > lookup, was check
                       SITE

                span a
              ~ span > lookup                           # was check
                    # 1 attribute equal

              accept: cp received golden""");
  }

  @Test
  void shows_both_types_of_an_attribute_that_changed_its_type() {
    assertThat(closed(
            "span a\n    n = 4200\n    s = \"x\"", "span a\n    n = \"4200\"\n    s = \"x\""))
        .isEqualTo("""
            Trace differs: 1 finding

              ATTRIBUTE TYPE  a: n: expected 4200 (long), was "4200" (string); the type changed
                              SITE

                span a
              ~     n = "4200"                          # expected 4200 (long)
                    # 1 attribute equal

              accept: cp received golden""");
  }

  @Test
  void names_the_nearest_span_for_one_that_is_missing_and_where_its_parent_is() {
    assertThat(findings(
            "span a\nspan > \"pay order\"", "span a\nspan > \"pay orders\" CLIENT\n    x = 1"))
        .isEqualTo("""
              MISSING     a > "pay order"
                          Did you mean "pay orders"?
                          its parent SITE
              UNEXPECTED  a > "pay orders"
                          SITE""");
  }

  @Test
  void says_where_a_moved_span_stands_and_where_it_was_expected() {
    assertThat(findings("span a\nspan > b\nspan > c", "span a\nspan > b\nspan >> c"))
        .isEqualTo("""
              MOVED  c stands under a > b; expected under a
                     SITE""");
  }

  @Test
  void names_a_span_that_came_between_and_one_that_is_gone() {
    assertThat(findings("span a\nspan > b\nspan > c", "span a\nspan > w\nspan >> b\nspan >> c"))
        .isEqualTo("""
              WRAPPED  a > w came between a and b, c
                       SITE""");
    assertThat(findings("span a\nspan > w\nspan >> b\nspan >> c", "span a\nspan > b\nspan > c"))
        .isEqualTo("""
              UNWRAPPED  a > w is gone from above b, c
                         SITE""");
  }

  @Test
  void says_what_is_known_of_a_root_that_lost_no_context() {
    assertThat(findings("span a\nspan > c", "span a\nspan c")).isEqualTo("""
              NEW ROOT  c is a root span; expected under a
                        SITE
                        No span was current there; was its parent made current?""");
    assertThat(findings("span a\nspan > c", "span a\nspan c orphan")).isEqualTo("""
              ORPHANED  c has a parent that is neither recorded nor remote; expected under a
                        SITE
                        Was its parent recorded by another SDK, or its SpanContext built by hand?""");
  }

  @Test
  void counts_copies_once() {
    assertThat(closed("span a\nspan > q", "span a\nspan > q x3")).contains("""
              COUNT  a > q: expected x1, was x3
            """, """
              ~ span > q                                # expected x1
              + span > q x2                             # surplus
            """.indent(0));
  }

  @Test
  void explains_two_traces_where_one_was_expected_beside_the_rest() {
    assertThat(findings("span a\n    n = 1", "span a\n    n = 2\nspan b")).isEqualTo("""
              UNEXPECTED       b, a root span in a trace of its own
                               SITE
              ATTRIBUTE VALUE  a: n: expected 1 (long), was 2 (long)
                               SITE""");
  }

  @Test
  void names_the_event_that_holds_an_attribute() {
    assertThat(findings(
            "span a\n    event q\n      . wait = 1", "span a\n    event q\n      . wait = 2"))
        .isEqualTo("""
              ATTRIBUTE VALUE  a: event q: wait: expected 1 (long), was 2 (long)
                               SITE""");
  }

  @Test
  void shows_where_long_values_begin_to_differ() {
    String alike = "span a\n    k = \"" + "x".repeat(300);

    assertThat(findings(alike + "1\"", alike + "2\""))
        .contains("expected … (281 characters alike) …xxxxxxxxxxxxxxxxxxxx1\" (string), was …")
        .hasSizeLessThan(400);
  }

  @Test
  void says_what_many_findings_have_in_common_once() {
    String expected = "span a\nspan > b x50\n    k = 1";

    assertThat(findings(expected, expected.replace("k = 1", "k = 2"))).isEqualTo("""
              ATTRIBUTE VALUE  a > b: k: expected 1 (long), was 2 (long)
                               SITE
                               … and 49 more like this one""");
  }

  @Test
  void takes_names_and_values_as_they_are() {
    String name = "span \"100% a\\nb\"\n    k = \"%s %d\"";

    assertThat(closed(name, name.replace("%d", "%n")))
        .contains("\"100% a\\nb\": k: expected \"%s %d\" (string), was \"%s %n\" (string)");
  }

  @Test
  void is_at_most_60_lines_long_and_counts_what_it_leaves_out() {
    StringBuilder expected = new StringBuilder("span a\n");
    for (int i = 0; i < 5_000; i++) {
      expected.append("span > op").append(i).append("\n    k = ").append(i).append('\n');
    }

    String report = closed(expected.toString(), expected.toString().replace("k = ", "k = 1"));

    assertThat(report.lines()).hasSizeLessThanOrEqualTo(60);
    assertThat(report).startsWith("Trace differs: 5000 findings").contains("more: 4983 ATTRIBUTE");
  }

  @Test
  void folds_what_is_equal_in_a_large_tree() {
    StringBuilder expected = new StringBuilder("span a\n");
    for (int i = 0; i < 1_000; i++) {
      expected.append("span > op\n    k = ").append(i).append('\n');
    }

    String report = closed(expected.toString(), expected.toString().replace("= 777\n", "= 7\n"));

    assertThat(report).contains("# … 999 spans without a finding");
    assertThat(report.lines()).hasSizeLessThan(15);
  }

  @Test
  void prints_a_tree_that_can_be_read_again() {
    String report =
        closed("span a\n    n = 1\nspan > b\nspan > c", "span a\n    n = 2\nspan > b\nspan c lost");
    String tree = report.substring(report.indexOf("    span a"), report.indexOf("  accept"));

    assertThat(Outline.parse(tree).spanCount()).isEqualTo(4);
  }

  @Test
  void shows_no_ids() {
    assertThat(closed("span a\nspan > b", "span a\nspan b lost\n    link <external>"))
        .doesNotContainPattern("[0-9a-f]{16}");
  }

  private static String closed(String expected, String actual) {
    Comparison comparison = compare(expected, actual, Mode.CLOSED);
    return Report.of("Trace differs", comparison, List.of("accept: cp received golden"))
        .replace(SITE, "SITE");
  }

  private static String findings(String expected, String actual) {
    String report = Report.of("", compare(expected, actual, Mode.CLOSED), List.of());
    String findings = report.split("\n\n")[1].replace(SITE, "SITE");
    return findings.stripIndent(); // as text blocks are
  }

  private static Comparison compare(String expected, String actual, Mode mode) {
    return Comparison.of(Outline.parse(expected), recorded(actual), mode);
  }
}
