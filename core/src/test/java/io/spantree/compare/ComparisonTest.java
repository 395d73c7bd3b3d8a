package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static io.spantree.model.FindingKind.ATTRIBUTE_MISSING;
import static io.spantree.model.FindingKind.ATTRIBUTE_TYPE;
import static io.spantree.model.FindingKind.ATTRIBUTE_UNEXPECTED;
import static io.spantree.model.FindingKind.ATTRIBUTE_VALUE;
import static io.spantree.model.FindingKind.COUNT;
import static io.spantree.model.FindingKind.CYCLE;
import static io.spantree.model.FindingKind.DUPLICATE_ID;
import static io.spantree.model.FindingKind.EVENT_MISSING;
import static io.spantree.model.FindingKind.EVENT_ORDER;
import static io.spantree.model.FindingKind.EVENT_UNEXPECTED;
import static io.spantree.model.FindingKind.KIND;
import static io.spantree.model.FindingKind.LINK_MISSING;
import static io.spantree.model.FindingKind.LINK_TARGET;
import static io.spantree.model.FindingKind.LINK_UNEXPECTED;
import static io.spantree.model.FindingKind.LOST_CONTEXT;
import static io.spantree.model.FindingKind.MISSING;
import static io.spantree.model.FindingKind.MOVED;
import static io.spantree.model.FindingKind.NEW_ROOT;
import static io.spantree.model.FindingKind.OPEN_SPAN;
import static io.spantree.model.FindingKind.ORDER;
import static io.spantree.model.FindingKind.ORPHANED;
import static io.spantree.model.FindingKind.REMOTE_PARENT;
import static io.spantree.model.FindingKind.RENAMED;
import static io.spantree.model.FindingKind.STATUS;
import static io.spantree.model.FindingKind.UNEXPECTED;
import static io.spantree.model.FindingKind.UNWRAPPED;
import static io.spantree.model.FindingKind.WRAPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.fixture.Hostile;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Term;
import io.spantree.outline.Outline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a comparison finds, kind by kind; both sides stand in the notation. */
class ComparisonTest {
  private static List<Finding> closed(String expected, String recorded) {
    return Comparison.of(Outline.parse(expected), recorded(recorded), Mode.CLOSED)
        .findings();
  }

  private static List<Finding> open(String expected, String recorded) {
    return Comparison.of(Outline.parse(expected), recorded(recorded), Mode.OPEN).findings();
  }

  private static List<FindingKind> kinds(List<Finding> findings) {
    return findings.stream().map(Finding::kind).toList();
  }

  private static @Nullable String notation(@Nullable Term term) {
    return term == null ? null : term.notation();
  }

  private static void assertOne(
      List<Finding> findings,
      FindingKind kind,
      String path,
      @Nullable String expected,
      @Nullable String actual) {
    assertThat(kinds(findings)).as("%s", findings).containsExactly(kind);
    Finding finding = findings.get(0);
    assertThat(finding.path()).hasToString(path);
    assertThat(notation(finding.expected())).as("expected").isEqualTo(expected);
    assertThat(notation(finding.actual())).as("actual").isEqualTo(actual);
  }

  // places

  @Test
  void a_missing_span_is_named_by_its_place() {
    assertOne(
        closed("span a\nspan > b\nspan >> c", "span a\nspan > b"),
        MISSING,
        "a > b > c",
        "x1",
        null);
  }

  @Test
  void a_missing_subtree_is_one_finding() {
    assertOne(
        closed("span a\nspan > b\nspan >> c\nspan >> d", "span a"), MISSING, "a > b", "x1", null);
  }

  @Test
  void an_unexpected_subtree_is_one_finding() {
    assertOne(closed("span a", "span a\nspan > b\nspan >> c"), UNEXPECTED, "a > b", null, "b");
  }

  @Test
  void a_span_that_hangs_under_a_twin_of_its_parent_moved() {
    String expected = "span a\nspan > b x2\nspan >> c";
    String recorded = "span a\nspan > b\nspan >> c\nspan >> c\nspan > b";

    assertOne(closed(expected, recorded), MOVED, "a > b > c", "a > b", "a > b");
    assertOne(open(expected, recorded), MOVED, "a > b > c", "a > b", "a > b");
  }

  @Test
  void siblings_too_many_to_be_assigned_fill_their_counts_although_each_differs() {
    String expected = "span a\nspan > b x250\n k = <range 1..2>\nspan > b x250\n k = <range 2..3>";
    List<Finding> findings = closed(expected, "span a\nspan > b x500\n k = -1");

    assertThat(findings).hasSize(500).extracting(Finding::kind).containsOnly(ATTRIBUTE_VALUE);
  }

  @Test
  void a_renamed_inner_span_is_one_finding() {
    List<Finding> findings = closed(
        "span a\nspan > b\n k = 1\nspan >> c\nspan >> d",
        "span a\nspan > x\n k = 1\nspan >> c\nspan >> d");

    assertOne(findings, RENAMED, "a > x", "b", "x");
  }

  @Test
  void a_renamed_span_above_one_of_its_old_name_is_one_finding() {
    List<Finding> findings = closed(
        "span a\nspan > b CLIENT\n k = 1\n l = 2\n m = 3\nspan >> b\n n = 1",
        "span a\nspan > x CLIENT\n k = 1\n l = 2\n m = 3\nspan >> b\n n = 1");

    assertOne(findings, RENAMED, "a > x", "b", "x");
  }

  @Test
  void a_renamed_root_is_one_finding() {
    assertOne(closed("span a\nspan > b", "span x\nspan > b"), RENAMED, "x", "a", "x");
  }

  @Test
  void spans_that_share_nothing_are_missing_and_unexpected_and_not_renamed() {
    List<Finding> findings = closed(
        "span a\nspan > b CLIENT\n k = 1\n l = 2", "span a\nspan > x SERVER\n m = 1\n n = 1");

    assertThat(kinds(findings)).containsExactly(MISSING, UNEXPECTED);
  }

  @Test
  void two_renamed_siblings_pair_with_what_they_resemble() {
    List<Finding> findings = closed(
        "span a\nspan > b\n k = 1\nspan > c\n m = \"x\"",
        "span a\nspan > y\n m = \"x\"\nspan > x\n k = 1");

    assertThat(kinds(findings)).containsExactly(RENAMED, RENAMED);
    assertThat(findings)
        .extracting(f -> notation(f.expected()) + " -> " + notation(f.actual()))
        .containsExactly("b -> x", "c -> y");
  }

  @Test
  void a_moved_span_says_where_it_was_expected() {
    assertOne(
        closed("span a\nspan > b\nspan >> c\nspan > d", "span a\nspan > b\nspan > d\nspan >> c"),
        MOVED,
        "a > d > c",
        "a > b",
        "a > d");
  }

  @Test
  void a_span_that_comes_between_is_named_with_what_it_wraps() {
    assertOne(
        closed("span a\nspan > b\nspan > c", "span a\nspan > w\nspan >> b\nspan >> c"),
        WRAPPED,
        "a > w",
        null,
        "b, c");
  }

  @Test
  void a_span_that_is_gone_from_between_is_named_with_what_hung_below() {
    assertOne(
        closed("span a\nspan > w\nspan >> b\nspan >> c", "span a\nspan > b\nspan > c"),
        UNWRAPPED,
        "a > w",
        "b, c",
        null);
  }

  @Test
  void a_span_that_lost_its_context_is_one_finding_with_all_below_it() {
    List<Finding> findings = closed("span a\nspan > b\nspan >> c", "span a\nspan b lost\nspan > c");

    assertOne(findings, LOST_CONTEXT, "b", "a", null);
    assertThat(findings.get(0).span().evidence().orElseThrow().thread()).isEqualTo("fraud-pool-1");
  }

  @Test
  void roots_say_why_they_are_roots() {
    String expected = "span a\nspan > b";

    assertOne(closed(expected, "span a\nspan b orphan"), ORPHANED, "b", "a", null);
    assertOne(closed(expected, "span a\nspan b"), NEW_ROOT, "b", "a", null);
    assertOne(closed(expected, "span a\nspan b parent=<remote>"), REMOTE_PARENT, "b", "a", null);
  }

  @Test
  void an_unexpected_root_that_lost_its_context_says_so() {
    assertOne(closed("span a", "span a\nspan b lost"), LOST_CONTEXT, "b", null, "b");
    assertOne(closed("span a", "span a\nspan b orphan"), ORPHANED, "b", null, "b");
    assertOne(closed("span a", "span a\nspan b"), UNEXPECTED, "b", null, "b");
  }

  @Test
  void two_renamed_spans_one_in_the_other_are_two_findings() {
    List<Finding> findings = closed(
        "span a\nspan > b\nspan >> c\nspan >>> d", "span a\nspan > x\nspan >> y\nspan >>> d");

    assertThat(kinds(findings)).containsOnly(RENAMED).hasSize(2);
  }

  @Test
  void a_rename_does_not_yield_moves_of_what_hangs_below_two_equal_names() {
    List<Finding> findings = closed(
        "span a\nspan > b\nspan >> q\nspan > c\nspan >> q",
        "span a\nspan > x\nspan >> q\nspan > c\nspan >> q");

    assertOne(findings, RENAMED, "a > x", "b", "x");
  }

  // counts and order

  @Test
  void surplus_siblings_are_one_count_even_when_a_value_differs_in_each() {
    StringBuilder recorded = new StringBuilder("span a\n");
    for (int i = 0; i < 101; i++) {
      recorded.append("span > db.query CLIENT\n  row = ").append(i).append('\n');
    }

    List<Finding> findings =
        closed("span a\nspan > db.query CLIENT\n  row = 0", recorded.toString());

    assertOne(findings, COUNT, "a > db.query", "x1", "x101");
  }

  @Test
  void too_few_is_a_count_and_none_is_missing() {
    assertOne(closed("span a\nspan > b x3", "span a\nspan > b x2"), COUNT, "a > b", "x3", "x2");
    assertOne(closed("span a\nspan > b x1..", "span a"), MISSING, "a > b", "x1..", null);
    assertThat(closed("span a\nspan > b x0..1", "span a")).isEmpty();
    assertThat(closed("span a\nspan > b x2..5", "span a\nspan > b x5")).isEmpty();
    assertOne(
        closed("span a\nspan > b x2..5", "span a\nspan > b x6"), COUNT, "a > b", "x2..5", "x6");
  }

  @Test
  void each_parent_is_counted_by_itself() {
    assertOne(
        closed("span a x2\nspan > b", "span a\nspan > b\nspan a\nspan > b x2"),
        COUNT,
        "a > b",
        "x1",
        "x2");
  }

  @Test
  void a_count_of_zero_forbids() {
    assertThat(closed("span a\nspan > b x0", "span a")).isEmpty();
    assertOne(closed("span a\nspan > b x0", "span a\nspan > b"), COUNT, "a > b", "x0", "x1");
    assertOne(open("span a\nspan > b x0", "span a\nspan > b x3"), COUNT, "a > b", "x0", "x3");
    assertThat(open("span a\nspan > b x0", "span a\nspan > c\nspan >> b")).isEmpty();
  }

  @Test
  void a_forbidden_root_line_forbids_at_any_depth_unless_it_says_root() {
    assertOne(open("span b x0", "span a\nspan > c\nspan >> b"), COUNT, "b", "x0", "x1");
    assertThat(open("span b root x0", "span a\nspan > b")).isEmpty();
    assertOne(open("span b root x0", "span b"), COUNT, "b", "x0", "x1");
  }

  @Test
  void what_a_forbidding_line_describes_must_be_there_to_be_forbidden() {
    String forbidden = "span a\nspan > db.query x0\n  db.table = \"users\"";

    assertThat(open(forbidden, "span a\nspan > db.query\n  db.table = \"orders\""))
        .isEmpty();
    assertOne(
        open(forbidden, "span a\nspan > db.query\n  db.table = \"users\"\n  rows = 1"),
        COUNT,
        "a > db.query",
        "x0",
        "x1");
  }

  @Test
  void siblings_may_begin_in_any_order_unless_the_line_says_ordered() {
    String recorded = "span a\nspan > c\nspan > b\nspan > d";

    assertThat(closed("span a\nspan > b\nspan > c\nspan > d", recorded)).isEmpty();
    assertOne(
        closed("span a ordered\nspan > b\nspan > c\nspan > d", recorded),
        ORDER,
        "a",
        "b, c, d",
        "c, b, d");
    assertOne(open("span a ordered\nspan > b\nspan > c", recorded), ORDER, "a", "b, c", "c, b");
    assertThat(open("span a ordered\nspan > c\nspan > d", recorded)).isEmpty();
  }

  @Test
  void ordered_siblings_of_one_name_are_taken_in_order() {
    String expected = "span a ordered\nspan > b\n k = <any>\nspan > c\nspan > b\n k = <any>";

    assertThat(closed(expected, "span a\nspan > b\n k = 1\nspan > c\nspan > b\n k = 2"))
        .isEmpty();
    assertThat(kinds(closed(expected, "span a\nspan > b\n k = 1\nspan > b\n k = 2\nspan > c")))
        .containsExactly(ORDER);
  }

  // the span itself

  @Test
  void kind_and_status_are_compared_in_their_words() {
    assertOne(closed("span a SERVER", "span a CLIENT"), KIND, "a", "SERVER", "CLIENT");
    assertOne(closed("span a", "span a CLIENT"), KIND, "a", "INTERNAL", "CLIENT");
    assertOne(closed("span a OK", "span a ERROR \"boom\""), STATUS, "a", "OK", "ERROR \"boom\"");
    assertOne(closed("span a", "span a OK"), STATUS, "a", "UNSET", "OK");
    assertOne(
        closed("span a ERROR", "span a ERROR \"boom\""), STATUS, "a", "ERROR", "ERROR \"boom\"");
    assertOne(
        closed("span a ERROR </b.*/>", "span a ERROR \"x\""),
        STATUS,
        "a",
        "ERROR </b.*/>",
        "ERROR \"x\"");
    assertThat(closed("span a ERROR </b.*/>", "span a ERROR \"boom\"")).isEmpty();
  }

  @Test
  void in_open_mode_what_is_left_out_is_not_constrained() {
    String recorded = """
        span a SERVER ERROR "boom"
          k = 1
          event e
            . n = 1
          link <external>
        span > b
        span > c
        span other
        """;

    assertThat(open("span a", recorded)).isEmpty();
    assertThat(open("span a ERROR", recorded)).isEmpty();
    assertThat(open("span a\n event e", recorded)).isEmpty();
    assertThat(open("span b", recorded)).isEmpty();
    assertOne(open("span b root", recorded), WRAPPED, "a", null, "b");
    assertOne(open("span a\n event f", recorded), EVENT_MISSING, "a", "event f", null);
    assertThat(kinds(closed("span a", recorded)))
        .containsExactlyInAnyOrder(
            UNEXPECTED,
            UNEXPECTED,
            UNEXPECTED,
            KIND,
            STATUS,
            ATTRIBUTE_UNEXPECTED,
            EVENT_UNEXPECTED,
            LINK_UNEXPECTED);
  }

  @Test
  void open_markers_leave_one_part_open_in_closed_mode() {
    String recorded = """
        span a
          k = 1
          event e
            . n = 1
          link <external>
        span > b
        """;
    String expected =
        "span a\n event e\n  . ...\n ... attributes\n ... events\n ... links\n ... children";

    assertThat(closed(expected, recorded)).isEmpty();
    assertThat(kinds(closed(expected.replace(" ... attributes\n", ""), recorded)))
        .containsExactly(ATTRIBUTE_UNEXPECTED);
    assertThat(kinds(closed(expected.replace("  . ...\n", ""), recorded)))
        .containsExactly(ATTRIBUTE_UNEXPECTED);
    assertThat(kinds(closed(expected.replace(" ... links\n", ""), recorded)))
        .containsExactly(LINK_UNEXPECTED);
    assertThat(kinds(closed(expected.replace("\n ... children", ""), recorded)))
        .containsExactly(UNEXPECTED);
    assertThat(closed("trace t\nspan a\n... traces", "span a\nspan b")).isEmpty();
    assertThat(kinds(closed(
            "span a\n event x\n ... events",
            recorded.replace("k = 1", "").replace("link <external>", "").replace("span > b", ""))))
        .containsExactly(EVENT_MISSING);
  }

  @Test
  void attributes_are_missing_unexpected_of_another_value_or_of_another_type() {
    assertOne(closed("span a\n k = 1", "span a"), ATTRIBUTE_MISSING, "a", "1", null);
    assertOne(closed("span a", "span a\n k = 1"), ATTRIBUTE_UNEXPECTED, "a", null, "1");
    assertOne(closed("span a\n k = 1", "span a\n k = 2"), ATTRIBUTE_VALUE, "a", "1", "2");
    assertOne(
        closed("span a\n k = <range 5..>", "span a\n k = 2"),
        ATTRIBUTE_VALUE,
        "a",
        "<range 5..>",
        "2");
    assertOne(
        closed("span a\n k = <absent>", "span a\n k = 2"),
        ATTRIBUTE_UNEXPECTED,
        "a",
        "<absent>",
        "2");
    assertThat(closed("span a\n k = <absent>", "span a")).isEmpty();
  }

  @Test
  void a_changed_type_names_both_types() {
    List<Finding> findings = closed("span a\n k = 4200", "span a\n k = \"4200\"");

    assertOne(findings, ATTRIBUTE_TYPE, "a", "4200", "\"4200\"");
    assertThat(findings.get(0).expected().type()).isEqualTo("long");
    assertThat(findings.get(0).actual().type()).isEqualTo("string");
    assertThat(kinds(closed("span a\n k = 1", "span a\n k = 1.0"))).containsExactly(ATTRIBUTE_TYPE);
    assertThat(kinds(closed("span a\n k = [] : long[]", "span a\n k = [] : string[]")))
        .containsExactly(ATTRIBUTE_TYPE);
    assertThat(kinds(closed("span a\n k = <long>", "span a\n k = \"1\"")))
        .containsExactly(ATTRIBUTE_TYPE);
  }

  @Test
  void events_are_missing_unexpected_or_in_another_order() {
    assertOne(closed("span a\n event e", "span a"), EVENT_MISSING, "a", "event e", null);
    assertOne(closed("span a", "span a\n event e"), EVENT_UNEXPECTED, "a", null, "event e");
    assertOne(
        closed("span a\n event e\n event f", "span a\n event f\n event e"),
        EVENT_ORDER,
        "a",
        "e, f",
        "f, e");
    List<Finding> findings = closed("span a\n event e\n  . k = 1", "span a\n event e\n  . k = 2");
    assertOne(findings, ATTRIBUTE_VALUE, "a", "1", "2");
    assertThat(findings.get(0).part()).isEqualTo(new Finding.Part("event e", "k"));
  }

  @Test
  void events_of_one_name_pair_with_the_most_similar() {
    String recorded = "span a\n event retry\n  . n = 1\n event retry\n  . n = 2";

    assertOne(
        closed("span a\n event retry\n  . n = 2", recorded),
        EVENT_UNEXPECTED,
        "a",
        null,
        "event retry");
    assertThat(open("span a\n event retry\n  . n = 2", recorded)).isEmpty();
  }

  @Test
  void events_that_leave_a_choice_are_chosen_so_that_all_are_found() {
    String recorded = "span a\n event retry\n  . n = 1\n  . last = true\n event retry\n  . n = 2";

    assertThat(open("span a\n event retry\n event retry\n  . n = 1", recorded))
        .as("the second line wants what the first could take, in another order")
        .extracting(Finding::kind)
        .containsExactly(EVENT_ORDER);
    assertThat(open("span a\n event retry\n  . n = <long>\n event retry\n  . n = 2", recorded))
        .isEmpty();
  }

  @Test
  void links_are_compared_by_the_span_they_point_to() {
    String two = "span a\nspan > b &1\nspan > c &2\nspan > d\n link *";

    assertThat(closed(two + "1", two + "1")).isEmpty();
    assertOne(closed(two + "1", two + "2"), LINK_TARGET, "a > d", "*1", "*2");
    assertOne(closed("span a\n link <external>", "span a"), LINK_MISSING, "a", "<external>", null);
    assertOne(
        closed("span a", "span a\n link <external>"), LINK_UNEXPECTED, "a", null, "<external>");
    assertOne(
        closed("span a\nspan > b &1\n link *1", "span a\nspan > b\n link <external>"),
        LINK_TARGET,
        "a > b",
        "*1",
        "<external>");
  }

  @Test
  void a_link_out_of_the_recording_is_not_one_to_a_span_in_it() {
    assertOne(
        closed("span a &1\nspan > b\n link <external>", "span a &1\nspan > b\n link *1"),
        LINK_TARGET,
        "a > b",
        "<external>",
        "*1");
  }

  @Test
  void a_link_may_have_other_attributes_where_the_outline_says_so() {
    String recorded = "span a\n link <external>\n  . n = 1";

    assertThat(closed("span a\n link <external>\n  . ...", recorded)).isEmpty();
    assertThat(open("span a\n link <external>", recorded)).isEmpty();
    assertThat(kinds(closed("span a\n link <external>", recorded)))
        .containsExactly(ATTRIBUTE_UNEXPECTED);
  }

  @Test
  void each_of_several_links_may_point_to_another_span() {
    assertThat(kinds(closed(
            "span a &1\nspan > b &2\nspan > c\n link *1\n link *1",
            "span a &1\nspan > b &2\nspan > c\n link *2\n link *2")))
        .containsExactly(LINK_TARGET, LINK_TARGET);
  }

  @Test
  void links_to_equal_siblings_are_told_apart_by_what_points_to_them() {
    String expected =
        "span a\nspan > send &1\nspan > send &2\nspan > x\n link *1\nspan > y\n link *2";

    assertThat(closed(
            expected,
            "span a\nspan > send &2\nspan > send &1\nspan > x\n link *1\nspan > y\n link *2"))
        .isEmpty();
    assertThat(kinds(closed(
            expected,
            "span a\nspan > send &1\nspan > send &2\nspan > x\n link *1\nspan > y\n link *1")))
        .containsExactly(LINK_TARGET);
  }

  @Test
  void two_links_to_one_span_pair_by_their_attributes() {
    String expected = "span a &1\n link *1\n  . n = 1\n link *1\n  . n = 2";

    assertThat(closed(expected, "span a &1\n link *1\n  . n = 2\n link *1\n  . n = 1"))
        .isEmpty();
  }

  @Test
  void a_label_in_matchers_stands_for_one_value() {
    String expected = "span a\n id = <string#x>\nspan > b\n id = <string#x>";

    assertThat(closed(expected, "span a\n id = \"7\"\nspan > b\n id = \"7\"")).isEmpty();
    assertOne(
        closed(expected, "span a\n id = \"7\"\nspan > b\n id = \"8\""),
        ATTRIBUTE_VALUE,
        "a > b",
        "<string#x>",
        "\"8\"");
    assertThat(kinds(closed(
            "span a\n id = [<any#x>, 1]\nspan > b\n id = <any#x>",
            "span a\n id = [7, 1]\nspan > b\n id = 8")))
        .containsExactly(ATTRIBUTE_VALUE);
    assertThat(kinds(closed("span <any#x>\n id = <any#x>", "span a\n id = \"b\"")))
        .containsExactly(ATTRIBUTE_VALUE);
  }

  @Test
  void labels_decide_which_of_two_like_siblings_is_which() {
    String expected = """
        span a
        span > in
            id = <any#x>
        span > in
            id = <any#y>
        span > first
            id = <any#x>
        span > second
            id = <any#y>
        """;

    assertThat(closed(
            expected,
            "span a\nspan > in\n id = 1\nspan > in\n id = 2\nspan > first\n id = 2\n"
                + "span > second\n id = 1"))
        .isEmpty();
    assertThat(kinds(closed(
            expected,
            "span a\nspan > in\n id = 1\nspan > in\n id = 2\nspan > first\n id = 2\n"
                + "span > second\n id = 3")))
        .containsExactly(ATTRIBUTE_VALUE);
  }

  @Test
  void states_are_findings_unless_the_line_says_so() {
    assertOne(closed("span a", "span a open"), OPEN_SPAN, "a", null, "open");
    assertOne(closed("span a", "span a orphan"), ORPHANED, "a", null, "orphan");
    assertOne(closed("span a", "span a lost"), LOST_CONTEXT, "a", null, "lost");
    assertOne(
        closed("span a", "span a parent=<remote>"), REMOTE_PARENT, "a", null, "parent=<remote>");
    assertOne(
        closed("span a parent=<remote>", "span a"), REMOTE_PARENT, "a", "parent=<remote>", null);
    assertOne(closed("span a open", "span a"), OPEN_SPAN, "a", "open", null);
    for (String state : List.of("open", "orphan", "lost", "parent=<remote>")) {
      assertThat(closed("span a " + state, "span a " + state)).isEmpty();
      assertThat(open("span a", "span a " + state)).isEmpty();
      assertThat(open("span a " + state, "span a")).hasSize(1);
    }
  }

  @Test
  void siblings_that_only_a_state_or_a_link_tells_apart_find_their_lines() {
    assertThat(closed("span r\nspan > a\nspan > a open", "span r\nspan > a open\nspan > a"))
        .isEmpty();
    assertThat(closed(
            "span r\nspan > a\nspan > a\n link <external>",
            "span r\nspan > a\n link <external>\nspan > a"))
        .isEmpty();
  }

  @Test
  void duplicate_ids_and_cycles_are_findings() {
    assertThat(
            kinds(Comparison.of(Outline.parse("span a x2"), Hostile.duplicates("a", 2), Mode.CLOSED)
                .findings()))
        .containsExactly(DUPLICATE_ID);
    assertThat(Comparison.of(
                Outline.parse("span a\nspan a duplicate"), Hostile.duplicates("a", 2), Mode.CLOSED)
            .findings())
        .isEmpty();
    assertThat(kinds(
            Comparison.of(Outline.parse("span a\nspan > a"), Hostile.cycle("a", 2), Mode.CLOSED)
                .findings()))
        .containsExactly(CYCLE);
    assertThat(Comparison.of(
                Outline.parse("span a cycle\nspan > a"), Hostile.cycle("a", 2), Mode.CLOSED)
            .findings())
        .isEmpty();
  }

  @Test
  void a_torn_off_span_is_told_to_be_open_or_a_duplicate_as_well() {
    assertThat(kinds(closed("span a\nspan > b", "span a\nspan b orphan open")))
        .containsExactly(ORPHANED, OPEN_SPAN);
    assertThat(kinds(closed("span a\nspan > b", "span a\nspan b lost open")))
        .containsExactly(LOST_CONTEXT, OPEN_SPAN);
    assertThat(kinds(closed("span a\nspan > b open", "span a\nspan b orphan")))
        .containsExactly(ORPHANED, OPEN_SPAN);
  }

  @Test
  void a_link_with_a_matcher_leaves_the_link_that_only_another_line_accepts() {
    String recorded = "span a &1\nspan > b\n link *1\n . k = 1\n link *1\n . k = 2";

    assertThat(closed("span a &1\nspan > b\n link *1\n . k = <long>\n link *1\n . k = 1", recorded))
        .isEmpty();
    assertThat(open("span a &1\nspan > b\n link *1\n . k = <any>\n link *1\n . k = 1", recorded))
        .isEmpty();
  }

  @Test
  void other_traces_do_not_hide_a_root_that_was_torn_off_a_described_one() {
    String recorded = "trace t\nspan a\nspan b orphan";

    assertOne(closed("span a\n... traces", recorded), ORPHANED, "b", null, "b");
    assertThat(closed("span a\n... traces", "trace t\nspan a\ntrace u\nspan b")).isEmpty();
  }

  // choices

  @Test
  void what_is_forbidden_is_not_taken_for_another_span_of_the_same_place() {
    for (String rest : List.of("span > <any> x0..", "span > a x0..", "span > </[a-z]/> x1..2")) {
      String lines = "span r\nspan > a x0\n k = 1\n ... attributes\n" + rest + "\n ... attributes";

      assertOne(
          closed(lines, "span r\nspan > a\n k = 2\nspan > a\n k = 1"), COUNT, "r > a", "x0", "x1");
      assertThat(closed(lines, "span r\nspan > a\n k = 2")).isEmpty();
      assertOne(
          open(lines, "span r\nspan > a\n k = 2\nspan > a\n k = 1"), COUNT, "r > a", "x0", "x1");
      assertThat(open(lines, "span r\nspan > a\n k = 2")).isEmpty();
    }
    assertOne(open("span a x0\nspan <any> x0..", "span c\nspan > a"), COUNT, "a", "x0", "x1");
    assertOne(open("span a x0\nspan > b\nspan a x0..", "span a\nspan > b"), COUNT, "a", "x0", "x1");
    assertThat(open("span a x0\nspan > b\nspan a x0..", "span a")).isEmpty();
  }

  @Test
  void what_a_line_still_may_have_goes_to_the_spans_that_it_describes() {
    String shape = "span a x1..2\n v = 1\nspan > c";
    String right = "span > a\n v = 1\nspan >> c\n";

    assertThat(open(shape, "span r\nspan > a\n v = 2\nspan >> c\n" + right + right))
        .isEmpty();
    assertThat(open(shape, "span r\n" + right + "span > a\n v = 2\nspan >> c\n" + right))
        .isEmpty();
    assertOne(
        open(shape, "span r\nspan > a\n v = 2\nspan >> c\n" + right + right + right),
        COUNT,
        "a",
        "x1..2",
        "x3");
  }

  @Test
  void an_optional_line_wants_another_span_when_the_line_below_it_has_taken_one() {
    String recorded = "span a\n k = 1\nspan > a\n k = 2\nspan > b\nspan >> a\n k = 2";

    assertThat(open("span a x0..2\n k = 1\nspan > a", recorded)).isNotEmpty();
  }

  @Test
  void a_forbidden_name_matcher_means_only_what_literal_names_leave() {
    for (String line : List.of("span > <any> x0", "span > </a|b/> x0")) {
      String lines = "span r\nspan > a\n" + line;
      assertThat(open(lines, "span r\nspan > a")).isEmpty();
      assertThat(closed(lines, "span r\nspan > a")).isEmpty();
      assertThat(kinds(open(lines, "span r\nspan > a\nspan > b"))).containsExactly(COUNT);
      assertThat(kinds(closed(lines, "span r\nspan > a\nspan > b"))).containsExactly(COUNT);
    }
    assertThat(open("span a root\nspan <any> root x0", "span a")).isEmpty();
    assertOne(
        open("span r\nspan > <any> x0..\nspan > </a.*/> x0", "span r\nspan > a1"),
        COUNT,
        "r > </a.*/>",
        "x0",
        "x1");
  }

  @Test
  void what_an_optional_line_describes_is_not_passed_over_because_much_is_wrong_with_it() {
    String line = "span a x0..1\n k = 1\n m = 1";

    assertThat(kinds(open(line, "span a\n k = 2\n m = 2")))
        .containsExactly(ATTRIBUTE_VALUE, ATTRIBUTE_VALUE);
    assertThat(kinds(
            open("span r\n" + line.replace(" a", " > a"), "span r\nspan > a\n k = 2\n m = 2")))
        .containsExactly(ATTRIBUTE_VALUE, ATTRIBUTE_VALUE);
    assertThat(open(line, "span b")).isEmpty();
  }

  @Test
  void an_optional_line_of_depth_0_leaves_a_span_to_the_line_below_another() {
    String lines = "span redeem\nspan > db.query\nspan db.query x0..";

    assertThat(open(lines, "span redeem\nspan > db.query")).isEmpty();
    assertThat(open(lines, "span redeem\nspan > db.query\nspan audit\nspan > db.query"))
        .isEmpty();
    assertOne(
        open(lines, "span redeem\nspan audit\nspan > db.query"),
        MISSING,
        "redeem > db.query",
        "x1",
        null);
  }

  @Test
  void a_required_line_is_not_robbed_by_an_optional_one() {
    assertThat(closed(
            "span r\nspan > a x0..1\n k = 1\nspan > a\n k = <any>", "span r\nspan > a\n k = 1"))
        .isEmpty();
  }

  @Test
  void siblings_in_another_order_pair_although_32_bits_do_not_tell_their_values_apart() {
    for (String[] twins : List.of(
        new String[] {" k = 0", " k = -1"},
        new String[] {" k = \"FB\"", " k = \"Ea\""},
        new String[] {" FB = 1", " Ea = 1"},
        new String[] {" k = [\"FB\"]", " k = [\"Ea\"]"},
        new String[] {" k = [0, 1]", " k = [-1, 1]"},
        new String[] {" event FB", " event Ea"},
        new String[] {" event e\n . k = 0", " event e\n . k = -1"})) {
      String one = "span > call\n" + twins[0] + "\n";
      String other = "span > call\n" + twins[1] + "\n";

      assertThat(closed(many() + one + other, many() + other + one)).as(one).isEmpty();
    }
    assertThat(closed(
            many() + "span > call ERROR \"FB\"\nspan > call ERROR \"Ea\"",
            many() + "span > call ERROR \"Ea\"\nspan > call ERROR \"FB\""))
        .isEmpty();
  }

  /** So many equal siblings that not all other pairings are tried. */
  private static String many() {
    return "span r\n" + "span > call\n z = 1\n".repeat(300);
  }

  @Test
  void what_stands_below_an_absent_optional_or_forbidden_line_is_not_demanded_elsewhere() {
    String recorded = "span root\nspan > other\nspan >> load";

    assertThat(open("span root\nspan > cache x0..1\nspan >> load", recorded)).isEmpty();
    assertThat(open("span root\nspan > cache x0\nspan >> load", recorded)).isEmpty();
    assertThat(open("span root\nspan > cache x0..\nspan >> a\nspan >>> load", recorded))
        .isEmpty();
    assertOne(
        closed("span root\nspan > cache x0..1\nspan >> load", recorded),
        UNEXPECTED,
        "root > other",
        null,
        "other");
  }

  @Test
  void an_optional_span_that_is_there_is_not_taken_for_absent_because_much_of_it_differs() {
    String line = "span > a x0..1\n k = 1\n m = 1\nspan >> b\n k = 1";
    String span = "span > a\n k = 2\n m = 2\nspan >> b\n k = 2";

    assertThat(kinds(open("span r\n" + line, "span r\n" + span))).hasSize(3);
    assertThat(kinds(closed("span r\n ... children\n" + line, "span r\n" + span)))
        .hasSize(3);
    assertThat(kinds(open(
            "span r\nspan > a x1..\n k = 1\n m = 1",
            "span r\nspan > a\n k = 1\n m = 1\nspan > a\n k = 2\n m = 2")))
        .containsExactly(ATTRIBUTE_VALUE, ATTRIBUTE_VALUE);
  }

  @Test
  void a_name_matcher_pairs_what_literal_names_leave() {
    assertThat(closed("span r\nspan > <any>\nspan > a", "span r\nspan > a\nspan > b"))
        .isEmpty();
    assertOne(
        closed("span r\nspan > </b.*/> x2\nspan > a", "span r\nspan > a\nspan > b"),
        COUNT,
        "r > </b.*/>",
        "x2",
        "x1");
    assertThat(open("span r\nspan > b\nspan > </b/>\n k = 1", "span r\nspan > b\n k = 1\nspan > b"))
        .isEmpty();
  }

  @Test
  void a_root_line_of_an_open_outline_leaves_deeper_spans_to_deeper_lines() {
    assertThat(open("span a\nspan a\nspan > a", "span r\nspan > a\nspan >> a\nspan > a"))
        .isEmpty();
    assertThat(open("span b\nspan a\nspan > b", "span a\nspan > b\nspan b")).isEmpty();
    assertThat(open("span process\nspan > commit", loop(500))).isEmpty();
  }

  /** Many rounds of one name, of which only the last has the child. */
  private static String loop(int rounds) {
    return "span r\n" + "span > process\n".repeat(rounds) + "span >> commit";
  }

  @Test
  void extra_copies_of_a_described_span_are_a_count_in_open_mode_and_others_are_fine() {
    assertOne(
        open("span r\nspan > a\n k = 1", "span r\nspan > a x2\n k = 1"),
        COUNT,
        "r > a",
        "x1",
        "x2");
    assertThat(open("span r\nspan > a\n k = 1", "span r\nspan > a\n k = 1\nspan > a\n k = 2"))
        .isEmpty();
  }

  @Test
  void a_closed_copy_has_the_same_keys_where_these_are_all_described() {
    assertThat(
            kinds(closed("span r\nspan > a\n k = 1", "span r\nspan > a\n k = 1\nspan > a\n m = 2")))
        .containsExactly(UNEXPECTED);
    assertThat(kinds(closed(
            "span r\nspan > a\n k = 1\n ... attributes",
            "span r\nspan > a\n k = 1\n z = 1\nspan > a\n k = 1\n m = 2")))
        .containsExactly(COUNT);
    assertThat(
            kinds(closed("span r\nspan > a\n k = 1\n n = <absent>", "span r\nspan > a x2\n k = 1")))
        .containsExactly(COUNT);
  }

  @Test
  void traces_are_counted_by_their_roots() {
    String one = "span a\nspan > b\n";
    assertThat(closed("trace t x3\nspan a\nspan > b", one + one + one)).isEmpty();
    assertOne(closed("trace t x3\nspan a\nspan > b", one + one), COUNT, "a", "x3", "x2");
    assertOne(closed("span a", "span a\nspan b"), UNEXPECTED, "b", null, "b");
  }

  @Test
  void all_findings_are_returned_heaviest_first() {
    List<Finding> findings = closed(
        "span a\n k = 1\nspan > b\nspan > c",
        "span a OK\n k = \"1\"\nspan > d SERVER\n x = 1\nspan c lost");

    List<FindingKind> kinds = new ArrayList<>(kinds(findings));
    assertThat(kinds)
        .contains(LOST_CONTEXT, MISSING, UNEXPECTED, STATUS, ATTRIBUTE_TYPE)
        .isSorted();
  }

  @Test
  void an_empty_recording_misses_all_and_an_empty_outline_expects_nothing() {
    assertOne(closed("span a\nspan > b", ""), MISSING, "a", "x1", null);
    assertOne(closed("", "span a"), UNEXPECTED, "a", null, "a");
    assertThat(closed("", "")).isEmpty();
    assertThat(open("", "span a")).isEmpty();
  }
}
