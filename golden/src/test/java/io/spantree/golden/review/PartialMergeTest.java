package io.spantree.golden.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.golden.noise.NoiseRules;
import io.spantree.golden.recorded.RecordedFile;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.outline.Outline;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartialMergeTest {
  private static final String GOLDEN = """
      # the whole
      span apply OK
          # never the real one
          customer = <uuid#c>
          coins = 42
          gone = <hex 16>
      # looked up first
      span > check
          hit = false
          event slow
            . lag = <range 0..>
      span > review CLIENT
      span >> pool
      span > insert x2
          table = "r"
      """;

  /** Merges so that only findings of these kinds are taken, and says what is left. */
  private static String taking(String golden, String recorded, FindingKind... kinds) {
    Comparison comparison = compare(golden, recorded);
    Set<FindingKind> wanted = Set.copyOf(Arrays.asList(kinds));
    assertThat(comparison.findings()).extracting(Finding::kind).containsAll(wanted);
    List<Finding> left = comparison.findings().stream()
        .filter(finding -> !wanted.contains(finding.kind()))
        .toList();
    assertThat(left).isNotEmpty();
    String merged =
        PartialMerge.leaving(left, comparison, NoiseRules.standard()).print();
    assertThat(compare(merged, recorded).findings())
        .extracting(Finding::kind)
        .containsExactlyElementsOf(left.stream().map(Finding::kind).toList());
    return merged;
  }

  private static Comparison compare(String golden, String recorded) {
    return Comparison.of(
        Outline.parse(golden), RecordedFile.read(recorded, "recorded"), Mode.CLOSED);
  }

  private static final String RENAMED_AND_LOST = """
      span apply OK
          customer = "0b0c1b2e-7f5f-4b54-9c4b-111111111111"
          coins = 42
      span > lookup
          hit = false
          event slow
            . lag = 7
      span > review CLIENT
      span >> pool
      span > insert
          table = "r"
      span > insert
          table = "r"
      """;

  @Test
  void takes_a_rename_and_leaves_a_lost_attribute_with_its_matcher() {
    assertThat(taking(GOLDEN, RENAMED_AND_LOST, FindingKind.RENAMED))
        .isEqualTo(GOLDEN_SORTED.replace("span > check", "span > lookup"));
  }

  @Test
  void takes_a_lost_attribute_and_leaves_the_rename() {
    assertThat(taking(GOLDEN, RENAMED_AND_LOST, FindingKind.ATTRIBUTE_MISSING))
        .isEqualTo(GOLDEN_SORTED.replace("    gone = <hex 16>\n", ""));
  }

  private static final String GOLDEN_SORTED = """
      # the whole
      span apply OK
          coins = 42
          # never the real one
          customer = <uuid#c>
          gone = <hex 16>
      # looked up first
      span > check
          hit = false
          event slow
            . lag = <range 0..>
      span > review CLIENT
      span >> pool
      span > insert x2
          table = "r"
      """;

  @Test
  void of_two_equal_events_the_one_that_the_finding_expects_is_left() {
    String golden = "span a\n    event e\n      . v = 1\n    event e\n      . v = 2\n";
    String recorded = golden.replace("1", "9").replace("2", "9");
    for (String left : List.of("1", "2")) {
      Comparison comparison = compare(golden, recorded);
      List<Finding> rejected = comparison.findings().stream()
          .filter(finding -> finding.expected().notation().equals(left))
          .toList();
      assertThat(rejected).hasSize(1);

      assertThat(
              PartialMerge.leaving(rejected, comparison, NoiseRules.standard()).print())
          .isEqualTo(golden.replace(left.equals("1") ? "2" : "1", "9"));
    }
  }

  @Test
  void of_two_equal_links_the_one_that_the_finding_expects_is_left() {
    String golden = """
        span a
            link <external>
              . v = 1
            link <external>
              . v = 2
        """;
    String recorded = golden.replace("1", "9").replace("2", "9");
    for (String left : List.of("1", "2")) {
      Comparison comparison = compare(golden, recorded);
      List<Finding> rejected = comparison.findings().stream()
          .filter(finding -> finding.expected().notation().equals(left))
          .toList();
      assertThat(rejected).hasSize(1);

      assertThat(
              PartialMerge.leaving(rejected, comparison, NoiseRules.standard()).print())
          .isEqualTo(golden.replace(left.equals("1") ? "2" : "1", "9"));
    }
  }

  @Test
  void leaves_a_missing_span_with_what_hangs_under_it() {
    String recorded = """
        span apply OK
            customer = "0b0c1b2e-7f5f-4b54-9c4b-111111111111"
            coins = 43
            gone = "0123456789abcdef"
        span > check
            hit = false
            event slow
              . lag = 7
        span > insert
            table = "r"
        span > insert
            table = "r"
        """;

    assertThat(taking(GOLDEN, recorded, FindingKind.ATTRIBUTE_VALUE))
        .isEqualTo(GOLDEN_SORTED.replace("coins = 42", "coins = 43"));
    assertThat(taking(GOLDEN, recorded, FindingKind.MISSING))
        .isEqualTo(GOLDEN_SORTED.replace("span > review CLIENT\nspan >> pool\n", ""));
  }

  @Test
  void leaves_a_lost_context_under_its_parent_and_takes_the_unexpected_span() {
    String recorded = """
        trace a
        span apply OK
            customer = "0b0c1b2e-7f5f-4b54-9c4b-111111111111"
            coins = 42
            gone = "0123456789abcdef"
        span > check
            hit = false
            event slow
              . lag = 7
        span > audit
        span > insert
            table = "r"
        span > insert
            table = "r"
        trace b
        span review CLIENT lost
        span > pool
        """;

    assertThat(taking(GOLDEN, recorded, FindingKind.UNEXPECTED))
        .isEqualTo(GOLDEN_SORTED.replace("span > review", "span > audit\nspan > review"));
  }

  @Test
  void takes_one_of_two_spans_that_one_line_describes() {
    String recorded = """
        span a
        span > b
            k = 1
        span > b
            k = 2
        span > c
        """;

    assertThat(taking("""
        span a
        span > b x2
            k = 1
        span > d
        """, recorded, FindingKind.ATTRIBUTE_VALUE)).isEqualTo("""
        span a
        span > b
            k = 1
        span > b
            k = 2
        span > d
        """);
  }

  @Test
  void leaves_the_count_of_a_loop_and_takes_the_kind() {
    String recorded = """
        span a SERVER
        span > b
        span > b
        span > b
        """;

    assertThat(taking("span a\nspan > b\n", recorded, FindingKind.KIND))
        .isEqualTo("span a SERVER\nspan > b\n");
    assertThat(taking("span a\nspan > b\n", recorded, FindingKind.COUNT))
        .isEqualTo("span a\nspan > b x3\n");
  }

  @Test
  void leaves_a_wrapper_out_and_takes_the_status() {
    String recorded = """
        span a ERROR "boom"
        span > w
        span >> b
        """;

    assertThat(taking("span a\nspan > b\n", recorded, FindingKind.STATUS))
        .isEqualTo("span a ERROR \"boom\"\nspan > b\n");
    assertThat(taking("span a\nspan > b\n", recorded, FindingKind.WRAPPED))
        .isEqualTo("span a\nspan > w\nspan >> b\n");
  }

  @Test
  void keeps_a_vanished_wrapper_and_takes_an_event() {
    String recorded = """
        span a
            event e
        span > b
        """;

    assertThat(taking("span a\nspan > w\nspan >> b\n", recorded, FindingKind.EVENT_UNEXPECTED))
        .isEqualTo("span a\n    event e\nspan > w\nspan >> b\n");
  }

  @Test
  void leaves_each_change_of_an_event_and_a_link() {
    String golden = """
        span a &1
            event e
              . k = <uuid>
              . l = 1
            event gone
            link <external>
        span > b
            link *1
        """;
    String recorded = """
        span a SERVER &1
            event new
            event e
              . k = "none"
              . m = 2
        span > b
            link *1
            link <external>
        """;

    assertThat(taking(golden, recorded, FindingKind.KIND))
        .isEqualTo(golden.replace("span a &1", "span a SERVER &1"));
    assertThat(taking(golden, recorded, FindingKind.ATTRIBUTE_VALUE, FindingKind.KIND))
        .isEqualTo(golden.replace("span a &1", "span a SERVER &1").replace("<uuid>", "\"none\""));
    assertThat(taking(golden, recorded, FindingKind.EVENT_UNEXPECTED))
        .isEqualTo(golden.replace("    event e\n", "    event new\n    event e\n"));
  }
}
