package io.spantree.report;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.outline.Notation;
import io.spantree.outline.Outline;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every report keeps to, however large or hostile the trees are. */
class ReportTest {
  private static String report(String expected, String recorded) {
    return report(expected, recorded, Mode.CLOSED);
  }

  private static String report(String expected, String recorded, Mode mode) {
    Comparison comparison = Comparison.of(Outline.parse(expected), recorded(recorded), mode);
    return Report.of("Trace differs", comparison, List.of("accept: cp a b"));
  }

  /** The tree alone, as a reader would copy it. */
  private static String tree(String report) {
    String[] paragraphs = report.split("\n\n");
    return paragraphs[paragraphs.length - 2];
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 50, 1_000, 50_000})
  void has_at_most_60_lines_whatever_the_size(int spans) {
    StringBuilder expected = new StringBuilder("span top\n");
    StringBuilder recorded = new StringBuilder("span top\n");
    for (int i = 0; i < spans; i++) {
      expected.append("span > s").append(i).append("\n  n = 1\n");
      recorded
          .append("span > s")
          .append(i)
          .append("\n  n = ")
          .append(i % 5 == 0 ? 2 : 1)
          .append('\n');
    }

    String report = report(expected.toString(), recorded.toString());

    assertThat(report).hasLineCount(report.split("\n").length);
    assertThat(report.split("\n").length).isLessThanOrEqualTo(60);
    assertThat(report)
        .contains(spans / 5 + " finding")
        .contains("top > s0: n: expected 1 (long), was 2 (long)");
    Outline.parse(tree(report));
  }

  @Test
  void what_was_asked_of_one_attribute_has_one_row_and_each_event_of_a_name_its_own() {
    Comparison comparison = Comparison.of(
        Outline.parse(
            "span a\n k = 1\n event e\n  . n = 1\n event e\n  . n = 2\n event f\n event f"),
        recorded("span a\n k = 3\n event e\n  . n = 3\n event e\n  . n = 4"),
        Mode.CLOSED);
    Comparison other =
        Comparison.of(Outline.parse("span a\n k = \"1\""), comparison.recording(), Mode.OPEN);
    List<Report.Part> parts = List.of(
        new Report.Part("one", "at A.a(A.java:1)", comparison.findings()),
        new Report.Part("another", "at A.a(A.java:2)", other.findings()));

    String report = Report.several(parts, comparison, List.of("accept: cp a b"));

    assertThat(tree(report)).isEqualTo("""
          span a
        ~     k = 3                               # expected 1 (long); expected "1" (string)
              event e
        ~       . n = 3                           # expected 1 (long)
              event e
        ~       . n = 4                           # expected 2 (long)
        -     event f
        -     event f""".indent(2).stripTrailing());
    Outline.parse(tree(report));
  }

  @Test
  void counts_the_findings_that_it_leaves_out_by_kind() {
    String report = report(
        "span top\n" + "span > a\n  n = 1\n".repeat(1) + lines(10_000, "t"),
        "span top\nspan > a\n  n = 2\n" + lines(10_000, "s"));

    assertThat(report)
        .contains("20001 findings")
        .contains("… and 19979 more: 9978 MISSING, 10000 UNEXPECTED, 1 ATTRIBUTE VALUE");
    assertThat(report.split("\n").length).isLessThanOrEqualTo(60);
  }

  private static String lines(int count, String name) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("span > ").append(name).append(i).append(" CLIENT\n");
    }
    return lines.toString();
  }

  @Test
  void folds_what_has_no_finding_in_a_large_tree() {
    String report =
        report("span top\n" + lines(99, "s") + "span > x", "span top\n" + lines(99, "s"));

    assertThat(tree(report)).isEqualTo("""
            span top
                # … 99 spans without a finding
          - span > x""".indent(2).stripTrailing());
  }

  @Test
  void names_the_one_missing_span_of_30_in_less_than_2_000_characters() {
    String report =
        report("span top\n" + lines(29, "span.name."), "span top\n" + lines(28, "span.name."));

    assertThat(report).contains("MISSING  top > span.name.28").hasSizeLessThan(2_000);
  }

  @Test
  void shows_no_ids_and_no_dumps() {
    String report = report("span a\nspan > b", "span a\nspan b orphan\nspan c");

    assertThat(report).doesNotContainPattern("[0-9a-f]{16}").doesNotContain("SpanData", "[", "@");
  }

  @Test
  void what_stands_in_names_and_values_is_nothing_but_text() {
    String report = report(
        "span \"100% %s %n\"\n  \"k %d\" = \"%1$s\\n\\u202e\"",
        "span \"100% %s %n\"\n  \"k %d\" = \"नमस्ते 🛒\"");

    assertThat(report)
        .contains(
            "\"100% %s %n\": \"k %d\": expected \"%1$s\\n\\u202e\" (string), was \"नमस्ते 🛒\" (string)");
  }

  @Test
  void of_long_values_the_part_that_differs_is_shown() {
    String same = "x".repeat(3_000);

    String report = report(
        "span a\n k = \"" + same + "left" + same + "\"",
        "span a\n k = \"" + same + "right" + same + "\"");

    assertThat(report)
        .contains("expected \"…" + "x".repeat(20) + "leftxxx")
        .contains(", was \"…" + "x".repeat(20) + "rightxxx");
    assertThat(report.length()).isLessThan(1_500);
    Outline.parse(tree(report));
  }

  @Test
  void clips_where_no_escape_is_torn() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      String text = random
          .ints(150, 0, 6)
          .mapToObj(n -> List.of("\\", "\"", "\n", "🛒", "\u202e", "x").get(n))
          .collect(Collectors.joining());
      String notation = Notation.string(text);
      for (String clipped :
          List.of(Clip.value(notation), Clip.from(random.nextInt(notation.length()), notation))) {
        Outline.parse("span a\n k = " + clipped);
        assertThat(clipped.length()).isLessThanOrEqualTo(Clip.MOST + 20);
      }
    }
  }

  @Test
  void a_tree_copied_out_of_a_report_parses() {
    String hostile = Notation.string("%s\n\"#\" 🛒 " + "é".repeat(500));
    String expected = "span " + hostile + " ERROR " + hostile + "\n  " + hostile + " = [" + hostile
        + ", 1]\n  event " + hostile + "\n    . " + hostile
        + " = 1\n  link *1\n  . n = 1\nspan > b &1\nspan >> c x2\nspan > </d.*/> ordered";
    String recorded = "span " + hostile
        + " ERROR\n  event x\n  link *2\nspan > b\nspan > w &2\nspan >> c open\nspan z lost";

    for (Mode mode : Mode.values()) {
      String tree = tree(report(expected, recorded, mode));
      assertThat(Outline.parse(tree).spanCount()).isGreaterThan(4);
    }
  }

  @Test
  void a_missing_span_stands_below_the_parent_that_it_should_have_however_deep_that_is_now() {
    String tree =
        tree(report("span a\nspan > b\nspan >> c\nspan >>> d\nspan >>>> e", "span a\nspan > d"));

    Outline.parse(tree);
    assertThat(tree).contains("- span >> e");
  }

  @Test
  void a_deep_chain_is_cut_and_still_parses() {
    StringBuilder chain = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      chain.append("span ").append(">".repeat(i)).append(" s").append(i).append('\n');
    }

    String report = report(chain.toString(), chain + "span " + ">".repeat(300) + " surplus");

    assertThat(report).contains("UNEXPECTED  s237 > s238 > … > s298 > s299 > surplus");
    Outline.parse(tree(report));
  }

  @Test
  void what_many_findings_have_in_common_is_told_once() {
    String expected = "span a\nspan > b x50\n k = 1";

    assertThat(report(expected, expected.replace("k = 1", "k = 2")))
        .contains("ATTRIBUTE VALUE  a > b: k: expected 1 (long), was 2 (long)")
        .contains("… and 49 more like this one");
  }

  @Test
  void the_nearest_name_is_no_guess_among_short_ones() {
    assertThat(report("span a", "span b SERVER\n k = 1")).doesNotContain("Did you mean");
    assertThat(report("span \"pay order\"", "span \"pay orders\" CLIENT\n k = 1"))
        .contains("Did you mean \"pay orders\"?");
  }

  @Test
  void the_site_of_a_span_is_told_once() {
    String report = report("span a\n k = 1\n l = 1", "span a\n k = 2\n l = 2");

    assertThat(report).containsOnlyOnce("started on main at io.acme.Orders.place(Orders.java:17)");
  }

  @Test
  void a_tree_without_a_comparison_shows_the_findings_beside_the_spans() {
    var recording = recorded("span a\nspan > b open");
    var finding = io.spantree.model.Finding.of(
        io.spantree.model.FindingKind.OPEN_SPAN,
        io.spantree.model.SpanPath.of("a", "b"),
        null,
        io.spantree.model.Term.of("open"),
        recording.spans().get(1));

    assertThat(Report.of(
            "1 span is still open", Comparison.ofFindings(recording, List.of(finding)), List.of()))
        .isEqualTo("""
            1 span is still open: 1 finding

              OPEN SPAN  a > b was never ended
                         started on main at io.acme.Orders.place(Orders.java:17)
                         Do all paths end it, also exceptions? try { … } finally { span.end(); }

                span a
              ~ span > b open                           # never ended""");
  }
}
