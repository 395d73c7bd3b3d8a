package io.spantree.report;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.outline.Notation;
import io.spantree.outline.Outline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Of every finding that a report shows, place, expected, actual and start site survive in 60 lines;
 * what it leaves out is counted by kind.
 */
class ReportLawTest {
  private static final Pattern ALIKE = Pattern.compile(" {4,}… and (\\d+) more like this one");
  private static final Pattern LEFT = Pattern.compile(" {2}… and (\\d+) more: (.*)");
  private static final List<String> NEXT = List.of("accept: cp a b", "(or: accept x)");

  private int shown;
  private int leftOut;

  @Test
  void nothing_of_a_shown_finding_is_lost_and_the_rest_is_counted() {
    reports(50, 1);
  }

  @Test
  @Tag("proof")
  void nothing_of_a_shown_finding_is_lost_and_the_rest_is_counted_five_thousand_times() {
    reports(5_000, 2);
  }

  private void reports(int count, long seed) {
    RandomChanges changes = new RandomChanges(seed);
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      changes.next(1 + random.nextInt(i % 10 == 0 ? 120 : 12), random.nextInt(20));
      Mode mode = Mode.values()[i % 2];
      Comparison comparison =
          Comparison.of(Outline.parse(changes.expected()), recorded(changes.recorded()), mode);
      if (!comparison.matches()) {
        check(comparison);
      }
    }
    System.out.println(
        "reports: " + count + " cases, " + shown + " findings shown, " + leftOut + " counted");
    assertThat(leftOut).isPositive();
  }

  private void check(Comparison comparison) {
    String report = Report.of("Trace differs", comparison, NEXT);
    String[] paragraphs = report.split("\n\n");
    try {
      assertThat(report.split("\n").length).as("lines").isLessThanOrEqualTo(60);
      assertThat(paragraphs[0])
          .matches("Trace differs: " + comparison.findings().size() + " findings?");
      List<List<String>> told = told(paragraphs[1]);
      findings(comparison.findings(), told);
      Outline.parse(paragraphs[paragraphs.length - 2]);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(report + "\n\n" + comparison.findings(), e);
    }
  }

  /** The lines of each finding; a label begins a new one. */
  private static List<List<String>> told(String paragraph) {
    List<List<String>> told = new ArrayList<>();
    for (String line : paragraph.split("\n")) {
      if (line.matches(" {2}[A-Z…].*")) {
        told.add(new ArrayList<>());
      }
      told.get(told.size() - 1).add(line);
    }
    return told;
  }

  private void findings(List<Finding> findings, List<List<String>> told) {
    Set<SpanNode> located = new HashSet<>();
    List<Finding> untold = new ArrayList<>(findings);
    for (List<String> lines : told) {
      Matcher left = LEFT.matcher(lines.get(0));
      if (left.matches()) {
        assertThat(untold).as("counted as left out").hasSize(Integer.parseInt(left.group(1)));
        kinds(untold, left.group(2));
        leftOut += untold.size();
        untold.clear();
      } else {
        Finding finding = untold.remove(0);
        told(finding, String.join("\n", lines), located);
        removeAlike(finding, lines.get(lines.size() - 1), untold);
        shown++;
      }
    }
    assertThat(untold).as("neither told nor counted").isEmpty();
  }

  private static void kinds(List<Finding> left, String counts) {
    for (String count : counts.split(", ")) {
      FindingKind kind =
          FindingKind.valueOf(count.substring(count.indexOf(' ') + 1).replace(' ', '_'));
      assertThat(left.stream().filter(finding -> finding.kind() == kind))
          .hasSize(Integer.parseInt(count.substring(0, count.indexOf(' '))));
    }
  }

  private static void removeAlike(Finding finding, String last, List<Finding> untold) {
    Matcher alike = ALIKE.matcher(last);
    int more = alike.matches() ? Integer.parseInt(alike.group(1)) : 0;
    int before = untold.size();
    untold.removeIf(other -> other.kind() == finding.kind()
        && other.path().equals(finding.path())
        && other.part().equals(finding.part())
        && String.valueOf(other.expected()).equals(String.valueOf(finding.expected()))
        && String.valueOf(other.actual()).equals(String.valueOf(finding.actual()))
        && site(other).equals(site(finding)));
    assertThat(before - untold.size()).as("alike").isEqualTo(more);
  }

  private static String site(Finding finding) {
    return finding.span() == null ? "" : Wording.started(finding.span()).orElse("");
  }

  private static void told(Finding finding, String text, Set<SpanNode> located) {
    assertThat(text).startsWith("  " + finding.kind().name().replace('_', ' ') + "  ".substring(1));
    List<String> names = finding.path().names();
    assertThat(text).as("place").contains(Notation.name(names.get(names.size() - 1)));
    if (finding.kind() != FindingKind.MOVED && names.size() <= 6) {
      String path = String.join(" > ", names.stream().map(Notation::name).toList());
      assertThat(text).as("path").contains(path);
    }
    sides(finding, text);
    if (finding.span() != null) {
      boolean first = located.add(finding.span());
      assertThat(text.contains("started on")).as("site of its first finding").isEqualTo(first);
    }
  }

  private static void sides(Finding finding, String text) {
    switch (finding.kind()) {
      case KIND, STATUS, ATTRIBUTE_VALUE, ATTRIBUTE_TYPE, EVENT_ORDER, RENAMED, ORDER ->
        assertThat(text).contains(finding.expected().notation());
      case COUNT ->
        assertThat(text)
            .contains(finding.expected().notation().replace("x0", "none"))
            .contains(finding.actual().notation());
      case ATTRIBUTE_MISSING ->
        assertThat(text)
            .contains(Notation.key(finding.part().key()))
            .contains(finding.expected().notation());
      case MOVED ->
        assertThat(text)
            .contains("stands under " + finding.actual().notation())
            .contains("expected " + (isTwin(finding) ? "under another" : expectedPlace(finding)));
      case MISSING ->
        assertThat(text)
            .contains(
                finding.expected().notation().equals("x1")
                    ? ""
                    : finding.expected().notation());
      case WRAPPED -> assertThat(text).contains(finding.actual().notation());
      case UNWRAPPED -> assertThat(text).contains(finding.expected().notation());
      case ATTRIBUTE_UNEXPECTED ->
        assertThat(text)
            .contains(
                Notation.key(finding.part().key()) + " = " + finding.actual().notation());
      case EVENT_MISSING, EVENT_UNEXPECTED ->
        assertThat(text).contains(finding.part().owner());
      case NEW_ROOT, LOST_CONTEXT, ORPHANED, REMOTE_PARENT -> {
        if (finding.expected() != null) {
          assertThat(text).contains("expected " + expectedPlace(finding));
        }
      }
      default -> {}
    }
    boolean both = Arrays.asList(
            FindingKind.KIND,
            FindingKind.STATUS,
            FindingKind.ATTRIBUTE_VALUE,
            FindingKind.ATTRIBUTE_TYPE,
            FindingKind.EVENT_ORDER)
        .contains(finding.kind());
    if (both) {
      assertThat(text).contains(finding.actual().notation());
    }
  }

  private static boolean isTwin(Finding finding) {
    return finding.actual().equals(finding.expected());
  }

  private static String expectedPlace(Finding finding) {
    if (finding.expected() == null) {
      return "as a root span";
    }
    String notation = finding.expected().notation();
    return switch (notation) {
      case "lost", "orphan", "cycle" -> notation;
      case "parent=<remote>" -> "one";
      default -> "under " + notation;
    };
  }
}
