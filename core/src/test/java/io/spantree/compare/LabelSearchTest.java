package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.outline.Outline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What labels mean is settled by a bounded search, which says so when it gave up. */
class LabelSearchTest {
  private static String below(String root, List<String> lines) {
    return root + "\n" + String.join("\n", lines);
  }

  @Test
  void each_message_is_found_by_the_id_that_both_its_spans_have() {
    List<String> lines = new ArrayList<>();
    List<String> spans = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      lines.add("span > publish\n  id = <long#m" + i + ">");
      lines.add("span > process\n  id = <long#m" + i + ">");
      spans.add("span > publish\n  id = " + i);
      spans.add("span > process\n  id = " + i);
    }
    Outline outline = Outline.parse(below("span root", lines));
    Collections.shuffle(spans, new Random(7));

    for (Mode mode : Mode.values()) {
      Comparison comparison = Comparison.of(outline, recorded(below("span root", spans)), mode);

      assertThat(comparison.findings()).isEmpty();
      assertThat(comparison.gaveUp()).isFalse();
    }
  }

  @Test
  void a_search_that_ended_before_all_meanings_were_tried_says_so() {
    List<String> lines = new ArrayList<>();
    List<String> spans = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      lines.add("span > s\n  k = <any#a" + i + ">\n  m = <any#a" + (i + 1) % 30 + ">");
      spans.add("span > s\n  k = " + i % 15 + "\n  m = " + i % 7);
    }

    Comparison comparison = Comparison.of(
        Outline.parse(below("span root", lines)), recorded(below("span root", spans)), Mode.CLOSED);

    assertThat(comparison.gaveUp()).isTrue();
  }

  @Test
  void a_difference_that_no_meaning_explains_is_told_without_giving_up() {
    Comparison comparison = Comparison.of(
        Outline.parse("span a\n  k = <any#x>\n  m = <any#x>"),
        recorded("span a\n  k = 1\n  m = 2"),
        Mode.CLOSED);

    assertThat(comparison.findings()).hasSize(1);
    assertThat(comparison.gaveUp()).isFalse();
  }

  @Test
  void a_value_that_no_found_pair_has_is_tried_where_another_pair_has_it() {
    Comparison comparison = Comparison.of(Outline.parse("""
            span root
            span > b
            span >> b
            span >>> a
              k = <any#l0>
            span >>> <any>
              k = <long>
            span >> a
            span >> a
              m = <long#l0>
            span >> b
              k = <long>
            span >>> <any>
              k = <range 1..9>
            """), recorded("""
            span root
            span > b
            span >> a
              m = 0
            span >> a
              k = 0
              m = 1
            span >> b
              k = 1
            span >>> b
              k = 1
            span >> b
              k = 1
            span >>> a
              k = 2
            span >>> a
              k = 0
            """), Mode.OPEN);

    assertThat(comparison.findings()).isEmpty();
  }

  @Test
  void one_finding_does_not_end_the_search_for_what_labels_mean() {
    Comparison comparison = Comparison.of(Outline.parse("""
            span root
            span > <any> &1
            span > b
              k = <any#l1>
              link *1
            span > b &2
            span > a
            span > b
              link *2
            span >> b
            """), recorded("""
            span root
            span > b
              k = 1
              link *2
            span >> b
            span > a
              k = 2
            span > b &1
              k = 2
              m = 1
            span > b
              k = 1
              link *1
            span > b &2
            """), Mode.OPEN);

    assertThat(comparison.findings()).isEmpty();
  }

  @Test
  void labels_of_values_and_of_links_may_have_to_change_together() {
    String golden = """
        span root
        span > <any>
          k = 0
          link *1
        span > a
          k = 0
          m = <long#l0>
        span >> <any>
          k = 1
        span >>> b
          k = <any#l2>
        span >>> b &1
          k = <long>
        span >>> b
          k = <any#l0>
        """;
    String recording = """
        span root
        span > b
          k = 0
          link *1
        span > a
          k = 0
          m = 0
        span >> a
          k = 1
        span >>> b
          k = 0
        span >>> b
          k = 2
        span >>> b &1
          k = 0
        """;

    Comparison comparison = Comparison.of(Outline.parse(golden), recorded(recording), Mode.CLOSED);

    assertThat(comparison.findings()).isEmpty();
  }

  @Test
  void a_span_between_others_is_told_as_such_though_its_name_is_theirs() {
    Comparison comparison = Comparison.of(
        Outline.parse("span a\nspan > a\nspan > b x2"),
        recorded("span a\nspan > b\nspan >> a\nspan > b\nspan > b"),
        Mode.OPEN);

    assertThat(comparison.findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.WRAPPED);
  }

  @Test
  void siblings_too_many_to_try_all_pairs_say_so_only_where_another_pairing_may_be_better() {
    List<String> exact = new ArrayList<>();
    List<String> ranges = new ArrayList<>();
    List<String> spans = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      exact.add("span > s\n  k = " + i);
      ranges.add("span > s\n  k = <range " + i + ".." + (i + 2) + ">");
      spans.add("span > s\n  k = " + (i + 1_000));
    }

    assertThat(List.of(gaveUp(exact, spans), gaveUp(ranges, spans))).containsExactly(false, true);
  }

  private static boolean gaveUp(List<String> lines, List<String> spans) {
    Outline outline = Outline.parse(below("span root", lines));
    return Comparison.of(outline, recorded(below("span root", spans)), Mode.CLOSED)
        .gaveUp();
  }
}
