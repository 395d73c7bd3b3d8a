package io.spantree.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.fixture.Hostile;
import io.spantree.fixture.Recordings;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.outline.Outline;
import io.spantree.outline.RecordedOutline;
import io.spantree.outline.TraceOutline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever an exporter hands over, the report is short, and its tree is in the notation. */
class HostileReportTest {
  private static final List<String> NEXT = List.of("accept: cp a b");
  private static final List<Outline> OTHERS = List.of(
      Outline.parse("span root\nspan > \"100% %n\"\n  k = 1\nspan >> b"),
      Outline.parse("span </.*/> ERROR x2\n  value = \"x\"\nspan > </s.*/> ordered\nspan >> s x3"),
      Outline.parse("span none orphan\nspan self parent=<remote>\nspan s cycle\n... traces"),
      Outline.parse(""));

  int many() {
    return 150;
  }

  private void isReported(Recording recording) {
    List<Outline> outlines = new ArrayList<>(OTHERS);
    Outline own = RecordedOutline.of(recording);
    List<TraceOutline> more = new ArrayList<>(own.traces());
    more.addAll(OTHERS.get(0).traces());
    outlines.add(new Outline(more, false, List.of()));
    for (Outline outline : outlines) {
      for (Mode mode : Mode.values()) {
        isShort(Comparison.of(outline, recording, mode));
      }
    }
    isShort(Comparison.ofFindings(recording, openSpans(recording)));
  }

  private static List<Finding> openSpans(Recording recording) {
    List<Finding> findings = new ArrayList<>();
    for (SpanNode span : recording.spans()) {
      findings.add(Finding.of(
          FindingKind.OPEN_SPAN, SpanPath.of("s", span.name()), null, Term.of("open"), span));
    }
    return findings;
  }

  private static void isShort(Comparison comparison) {
    if (comparison.matches()) {
      return;
    }
    String full = Report.of("Trace differs", comparison, NEXT);
    String brief = Report.brief("Trace differs", comparison, NEXT);
    String several = Report.several(
        Collections.nCopies(
            40, new Report.Part("asked", "at A.a(A.java:1)", some(comparison.findings()))),
        comparison,
        NEXT);
    for (String report : List.of(full, brief, several)) {
      assertThat(report.split("\n").length).as(report).isLessThanOrEqualTo(60);
      assertThat(report).hasSizeLessThan(20_000).contains("finding").endsWith("accept: cp a b");
      assertThat(report.lines()).allMatch(line -> line.length() < 1_200);
      String[] paragraphs = report.split("\n\n");
      Outline.parse(paragraphs[paragraphs.length - 2]);
    }
  }

  private static List<Finding> some(List<Finding> findings) {
    return findings.subList(0, Math.min(50, findings.size()));
  }

  @Test
  void many_siblings() {
    isReported(Hostile.siblings(i -> "s", many()));
    isReported(Hostile.siblings(i -> "s" + i, many()));
  }

  @Test
  void a_deep_chain() {
    isReported(Hostile.chain(i -> "s", many()));
    isReported(Hostile.chain(i -> "s" + i, many()));
  }

  @Test
  void many_traces() {
    isReported(Hostile.traces(i -> "s" + i % 7, many()));
  }

  @Test
  void spans_of_one_id() {
    isReported(Hostile.duplicates("s", many()));
  }

  @Test
  void parents_in_a_circle() {
    isReported(Hostile.cycle("s", 2));
    isReported(Hostile.cycle("s", many()));
  }

  @Test
  void ids_that_are_none_and_parents_that_are_the_span_itself() {
    isReported(Hostile.withoutIds(40));
    isReported(Hostile.withoutIds(many()));
  }

  @Test
  void very_long_texts_in_every_place() {
    isReported(Hostile.longTexts(20 * many()));
  }

  @Test
  void nothing_at_all() {
    isReported(Recording.of(List.of()));
  }

  @Test
  void many_failed_assertions_are_told_as_far_as_there_is_room_and_then_counted() {
    Comparison comparison = Comparison.of(
        Outline.parse("span a\n  k = 1"), Recordings.recorded("span a\n  k = 2"), Mode.OPEN);
    Report.Part part = new Report.Part("k is 1", "at A.a(A.java:1)", comparison.findings());

    String report = Report.several(Collections.nCopies(40, part), comparison, NEXT);

    assertThat(report)
        .startsWith("40 assertions failed: 40 findings\n")
        .contains("  … and 29 more assertions that failed\n")
        .containsOnlyOnce("~     k = 2                               # expected 1 (long)");
  }
}
