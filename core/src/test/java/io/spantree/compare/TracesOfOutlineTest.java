package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.model.Finding;
import io.spantree.outline.Outline;
import io.spantree.outline.RecordedOutline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code trace} lines say, and what an outline without them does not. */
class TracesOfOutlineTest {

  private static List<String> findings(String expected, String recorded, Mode mode) {
    return Comparison.of(Outline.parse(expected), recorded(recorded), mode).findings().stream()
        .map(TracesOfOutlineTest::text)
        .toList();
  }

  private static String text(Finding finding) {
    String expected = finding.expected() == null ? "" : finding.expected().notation();
    String actual = finding.actual() == null ? "" : finding.actual().notation();
    return finding.kind() + " " + finding.path() + " [" + expected + "] [" + actual + "]";
  }

  private static void both(String expected, String recorded, String... findings) {
    for (Mode mode : Mode.values()) {
      assertThat(findings(expected, recorded, mode)).as("%s", mode).containsExactly(findings);
    }
  }

  private static final String ONE = "trace t\nspan a\nspan b";
  private static final String TWO = "trace t\nspan a\ntrace u\nspan b";

  @Test
  void two_roots_of_one_trace_must_not_be_in_two() {
    both(ONE, ONE);
    both(ONE, TWO, "MOVED b [a] []");
  }

  @Test
  void two_roots_of_two_traces_must_not_be_in_one() {
    both(TWO, TWO);
    both(TWO, ONE, "MOVED b [] [a]");
  }

  @Test
  void an_outline_without_trace_lines_says_nothing_of_traces() {
    both("span a\nspan b", ONE);
    both("span a\nspan b", TWO);
    both("span a x2", "trace t\nspan a\nspan a");
    both("span a x2", "trace t\nspan a\ntrace u\nspan a");
  }

  @Test
  void the_outline_of_a_recording_says_that_two_roots_are_in_one_trace() {
    String own = RecordedOutline.of(recorded(ONE)).print();

    assertThat(own).isEqualTo("trace a\nspan a\nspan b\n");
    assertThat(RecordedOutline.of(recorded("span a\nspan > b")).print())
        .isEqualTo("span a\nspan > b\n");
  }

  @Test
  void the_roots_of_one_trace_find_each_other_whatever_they_share_with_others() {
    String expected = "trace t\nspan a\nspan b\ntrace u\nspan a\nspan c";
    both(expected, "trace t\nspan c\nspan a\ntrace u\nspan b\nspan a");
    both(
        expected,
        "trace t\nspan b\nspan c\ntrace u\nspan a\nspan a",
        "MOVED b [a] [c]",
        "MOVED a [c] [a]");
  }

  @Test
  void what_differs_in_much_was_rather_moved_than_changed() {
    String expected = """
        trace t
        span a
            k = 1
        span b
            k = 1
        trace u
        span a
            k = 2
        span b
            k = 2
        """;
    String other = expected.replace("span b\n    k = 1", "span b\n    k = 3");
    both(expected, other, "ATTRIBUTE_VALUE b [1] [3]");
    String swapped = expected
        .replace("span b\n    k = 1", "span b\n    k = 3")
        .replace("span b\n    k = 2", "span b\n    k = 1")
        .replace("k = 3", "k = 2");
    both(expected, swapped, "ATTRIBUTE_VALUE b [1] [2]", "ATTRIBUTE_VALUE b [2] [1]");
    both(more(expected), more(swapped), "MOVED b [a] [a]", "MOVED b [a] [a]");
  }

  /** With one more value in each span. */
  private static String more(String outline) {
    return outline.replaceAll("(span .\n +)k = (.)", "$1k = $2\n    m = $2");
  }

  @Test
  void a_root_too_many_is_one_finding_whichever_began_first() {
    both(ONE, ONE + "\ntrace u\nspan b", "COUNT b [x1] [x2]");
    both(ONE, "trace u\nspan b\n" + ONE, "COUNT b [x1] [x2]");
  }

  @Test
  void so_many_traces_must_there_be() {
    both("trace t x2\nspan a", "trace t\nspan a\nspan a", "MOVED a [] [a]");
    both("trace t\nspan a x2", "trace t\nspan a\ntrace u\nspan a", "MOVED a [a] []");
    both("trace t x2\nspan a x1..2", "trace t\nspan a\nspan a", "MOVED a [] [a]");
    both("trace t x2\nspan a", "trace t\nspan a", "COUNT a [x2] [x1]");
    both(
        "trace t x2\nspan a",
        "trace t\nspan a\ntrace t\nspan a\ntrace t\nspan a",
        "COUNT a [x2] [x3]");
    both("trace t x2\nspan a", "trace t\nspan a\ntrace t\nspan a");
  }

  @Test
  void each_trace_must_have_its_own_share() {
    both(
        "trace t x1..3\nspan a\nspan b",
        "trace t\nspan a\nspan b\ntrace u\nspan a",
        "MISSING b [x1] []");
    both(
        "trace t x1..3\nspan a\nspan b",
        "trace t\nspan a\nspan b\ntrace u\nspan a\ntrace v\nspan b",
        "MOVED b [a] []");
    both("trace t x1..3\nspan a\nspan b x0..1", "trace t\nspan a\nspan b\ntrace u\nspan a");
  }

  @Test
  void a_trace_with_too_few_of_a_root_is_one_finding_however_many_lack() {
    String many = "trace t\nspan b\nspan a x100\n";

    both("trace t x1..3\nspan b\nspan a x100", many + "trace u\nspan b", "MISSING a [x100] []");
    both(
        "trace t x1..3\nspan b\nspan a x100",
        many + "trace u\nspan b\nspan a\ntrace v\nspan b\nspan a x98",
        "COUNT a [x100] [x98]",
        "COUNT a [x100] [x1]");
    both(
        "trace t x1..3\nspan b\nspan a x999999999",
        "trace t\nspan b\ntrace u\nspan b",
        "MISSING a [x999999999..] []");
  }

  @Test
  void a_trace_of_which_nothing_need_be_there_need_not_be_there() {
    both("trace t x2\nspan a x0..1", "trace t\nspan a");
    both("trace t\nspan a\ntrace u x2\nspan b x0..", "trace t\nspan a");
  }

  @Test
  void other_traces_may_be_there_beside_the_described_ones() {
    assertThat(findings(ONE + "\n... traces", TWO + "\ntrace v\nspan c", Mode.CLOSED))
        .containsExactly("MOVED b [a] []");
    assertThat(findings(ONE + "\n... traces", ONE + "\ntrace v\nspan c", Mode.CLOSED))
        .isEmpty();
  }

  @Test
  void a_root_that_says_why_it_is_elsewhere_is_one_finding() {
    String expected = "trace t\nspan a parent=<remote>\nspan b parent=<remote>";
    String lost = "trace t\nspan a parent=<remote>\ntrace u\nspan b";
    String began = "trace u\nspan b\ntrace t\nspan a parent=<remote>";
    both(expected, lost, "REMOTE_PARENT b [parent=<remote>] []");
    both(expected, began, "REMOTE_PARENT b [parent=<remote>] []");
    assertThat(findings(expected, lost.replace("span b", "span b lost"), Mode.CLOSED))
        .containsExactly("LOST_CONTEXT b [] [lost]", "REMOTE_PARENT b [parent=<remote>] []");
  }

  @Test
  void in_open_mode_a_root_that_is_not_asked_for_its_parent_must_be_in_its_trace() {
    assertThat(findings(
            "trace t\nspan a parent=<remote>\nspan b",
            "trace t\nspan a parent=<remote>\ntrace u\nspan b lost",
            Mode.OPEN))
        .containsExactly("MOVED b [a] []");
  }

  @Test
  void in_open_mode_optional_spans_stay_in_their_traces() {
    String expected = """
        trace t
        span a
        span > x
        span b x0..
        trace u
        span c
        span b x0..
        """;
    both(expected, """
        trace t
        span c
        span b
        trace u
        span b
        span b
        span a
        span > x
        """);
  }

  @Test
  void a_span_that_need_not_be_there_may_be_in_another_trace_where_there_may_be_others() {
    String other = "trace t\nspan a\ntrace u\nspan b";
    for (String count : List.of("x0..1", "x0..")) {
      String expected = "trace t\nspan a\nspan b " + count + "\n";
      assertThat(findings(expected, other, Mode.OPEN)).isEmpty();
      assertThat(findings(expected + "... traces", other, Mode.CLOSED)).isEmpty();
      assertThat(findings(expected, other, Mode.CLOSED)).containsExactly("MOVED b [a] []");
      String deeper = expected.replace("span b", "span > x\nspan b");
      assertThat(findings(deeper, other.replace("span a", "span a\nspan > x"), Mode.OPEN))
          .isEmpty();
    }
  }

  @Test
  void in_open_mode_a_deeper_span_is_in_its_trace_too() {
    String expected = "trace t\nspan a\nspan b\ntrace u\nspan c";
    assertThat(
            findings(expected, "trace t\nspan x\nspan > a\nspan >> b\ntrace u\nspan c", Mode.OPEN))
        .isEmpty();
    assertThat(
            findings(expected, "trace t\nspan x\nspan > a\ntrace u\nspan c\nspan > b", Mode.OPEN))
        .containsExactly("MOVED c > b [a] [c]");
  }

  @Test
  void a_child_that_was_torn_off_into_a_trace_of_its_own_is_one_finding() {
    assertThat(findings(
            "trace t\nspan a\nspan > c\nspan b",
            "trace t\nspan a\nspan b\ntrace u\nspan c lost",
            Mode.CLOSED))
        .containsExactly("LOST_CONTEXT c [a] []");
  }

  @Test
  void links_and_labels_tell_equal_roots_of_several_traces_apart() {
    String expected = """
        trace t
        span a &1
        span b
        trace u
        span a
        span b
        trace v
        span c
            link *1
        """;
    both(expected, """
        trace t
        span b
        span a
        trace u
        span a &1
        span b
        trace v
        span c
            link *1
        """);
  }
}
