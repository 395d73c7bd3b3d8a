package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.outline.Outline;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which of several explanations is chosen: each case goes another way when one rule is left out. */
class ChoicesTest {
  private static List<String> findings(Mode mode, String expected, String recorded) {
    return Comparison.of(Outline.parse(expected), recorded(recorded), mode).findings().stream()
        .map(finding -> finding.kind() + " " + finding.path())
        .toList();
  }

  private static List<String> closed(String expected, String recorded) {
    return findings(Mode.CLOSED, expected, recorded);
  }

  private static String times(int count, String lines) {
    return IntStream.range(0, count)
        .mapToObj(i -> lines.replace("%i", "" + i))
        .collect(Collectors.joining());
  }

  @Test
  void a_change_in_place_is_rather_told_than_one_that_came_and_one_that_went() {
    assertThat(closed(
            "span a\n k = \"1\"\nspan > a\n k = \"1\"\nspan >> a\n k = <any>",
            "span b\n k = 1\nspan > a\n k = \"1\"\nspan >> a\n k = \"2\""))
        .containsExactly("RENAMED b", "ATTRIBUTE_TYPE b");
  }

  @Test
  void a_span_that_is_there_is_not_called_gone() {
    for (Mode mode : Mode.values()) {
      assertThat(findings(
              mode,
              "span a\n k = 1\nspan > a\n k = \"1\"\nspan >> b\n k = \"1\"",
              "span a\n k = 1\nspan > a\n k = 1\nspan > b\n k = \"1\""))
          .containsExactly("MOVED a > b", "ATTRIBUTE_TYPE a > a");
    }
  }

  @Test
  void at_equal_cost_fewer_findings_are_told() {
    assertThat(findings(
            Mode.OPEN,
            "span b\n k = 2\n m = 1\nspan > a\n k = 2",
            "span b\n k = 1\nspan > b\n k = 1"))
        .hasSize(3);
  }

  @Test
  void an_orphan_is_told_although_its_parent_is_gone() {
    assertThat(closed("span a\nspan > b\nspan >> b", "span b\nspan b orphan\nspan > b"))
        .contains("ORPHANED b");
  }

  @Test
  void a_span_may_have_moved_and_lost_its_only_attribute() {
    assertThat(closed(
            "span r" + times(20, "\nspan > a%i\nspan > b%i\nspan >> c%i\n k = 1"),
            "span r" + times(20, "\nspan > a%i\nspan >> c%i\nspan > b%i")))
        .hasSize(40)
        .allMatch(
            finding -> finding.startsWith("MOVED") || finding.startsWith("ATTRIBUTE_MISSING"));
  }

  @Test
  void of_two_that_may_have_moved_the_nearer_one_did() {
    String line = "\nspan > a%i\nspan >> s\nspan > c%i";
    String span = "\nspan > c%i\nspan >> s\nspan > a%i\nspan >> w\nspan >>> s";

    assertThat(closed("span r" + times(20, line), "span r" + times(20, span)))
        .hasSize(40)
        .allMatch(finding -> finding.startsWith("WRAPPED") || finding.startsWith("UNEXPECTED"));
  }

  @Test
  void a_sibling_with_another_key_is_no_copy() {
    assertThat(closed(
            "span r\nspan > a\n k = 1", "span r\nspan > a\n k = 1\nspan > a\n k = 1\n m = 2"))
        .containsExactly("UNEXPECTED r > a");
  }

  @Test
  void of_very_many_siblings_those_of_which_most_is_said_choose_first() {
    assertThat(findings(
            Mode.OPEN,
            "span r\nspan > s x250\n k = 1\nspan > s x250\n k = 1\n m = 2",
            "span r\nspan > s x250\n k = 1\n m = 2\nspan > s x250\n k = 1"))
        .isEmpty();
  }

  @Test
  void of_very_many_changed_siblings_those_that_differ_least_find_each_other_first() {
    String lines = IntStream.range(0, 500)
        .mapToObj(i -> "\nspan > s\n group = " + i / 2 + "\n id = " + i + "\n x = 1")
        .collect(Collectors.joining());
    String spans = IntStream.range(0, 500)
        .mapToObj(i -> 499 - i)
        .map(i -> "\nspan > s\n group = " + i / 2 + "\n id = " + i + "\n x = 2")
        .collect(Collectors.joining());

    assertThat(closed("span r" + lines, "span r" + spans)).hasSize(500);
  }

  @Test
  void an_ordered_line_leaves_the_span_in_another_order_to_its_unordered_twin() {
    assertThat(closed(
            "span r\nspan > a ordered\nspan >> b\nspan >> c\nspan > a\nspan >> b\nspan >> c",
            "span r\nspan > a\nspan >> c\nspan >> b\nspan > a\nspan >> b\nspan >> c"))
        .isEmpty();
  }

  @Test
  void an_open_line_leaves_the_span_without_more_to_its_closed_twin() {
    assertThat(closed(
            "span r\nspan > a\n ... children\nspan > a", "span r\nspan > a\nspan > a\nspan >> b"))
        .isEmpty();
  }

  @Test
  void a_line_without_a_link_leaves_the_span_with_one_to_its_twin() {
    assertThat(closed(
            "span r\nspan > a\nspan > a\n link <external>",
            "span r\nspan > a\n link <external>\nspan > a"))
        .isEmpty();
  }

  @Test
  void of_what_was_renamed_half_must_be_there_and_more_where_the_kind_is_another() {
    assertThat(
            closed("span r\nspan > x\n k = 1\n l = 1\n m = 1", "span r\nspan > y\n k = 2\n l = 2"))
        .containsExactly("MISSING r > x", "UNEXPECTED r > y");
    assertThat(closed("span r\nspan > x\n k = 1\n m = 1", "span r\nspan > y\n k = 2\n m = 2"))
        .contains("RENAMED r > y");
    assertThat(
            closed("span r\nspan > x\n k = 1\n m = 1", "span r\nspan > y CLIENT\n k = 2\n m = 2"))
        .containsExactly("MISSING r > x", "UNEXPECTED r > y");
  }
}
