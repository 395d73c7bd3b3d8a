package io.spantree.report;

import io.spantree.compare.Comparison;
import io.spantree.model.Finding;
import io.spantree.model.Reading;
import java.util.ArrayList;
import java.util.List;

/** The text of a failure: headline, findings, one aligned tree, and what to do next. */
public final class Report {
  private static final int MOST_LINES = 60;
  private static final int MOST_FINDING_LINES = 34;
  private static final int BRIEF_FINDING_LINES = 12;
  private static final int BRIEF_TREE_LINES = 22;

  private Report() {}

  /**
   * Renders a failed comparison.
   *
   * @param headline what was expected, in a few words; the number of findings is added
   * @param comparison the findings and the trees
   * @param next what the reader can do now, a line each; may be empty
   */
  public static String of(String headline, Comparison comparison, List<String> next) {
    List<String> findings =
        new ArrayList<>(new FindingLines(comparison, MOST_FINDING_LINES).of(comparison.findings()));
    if (comparison.gaveUp()) {
      findings.add("");
      findings.add("  Not every pairing was tried, there are too many. Another one may leave fewer"
          + " findings.");
    }
    Reading reading = comparison.recording().reading();
    int below = ReadingText.lines(reading) + next.size();
    List<String> tree = AlignedTree.lines(comparison, MOST_LINES - findings.size() - below - 5);
    String counted = counted(headline, comparison.findings().size());
    return text(counted, findings, tree, reading, next);
  }

  /** The same where one thing was asked: of many findings the first tell enough. */
  public static String brief(String headline, Comparison comparison, List<String> next) {
    return several(List.of(new Part(headline, "", comparison.findings())), comparison, next);
  }

  /**
   * One of several things that were asked of the same recording.
   *
   * @param headline what was expected, in a few words
   * @param place the line of the test, such as {@code at OrderTest.places(OrderTest.java:42)}
   * @param findings why it does not hold
   */
  public record Part(String headline, String place, List<Finding> findings) {}

  /** All that was asked in vain, above one tree. */
  public static String several(List<Part> parts, Comparison comparison, List<String> next) {
    FindingLines findings = new FindingLines(comparison, BRIEF_FINDING_LINES);
    List<String> lines = new ArrayList<>();
    String headline = parts.get(0).headline();
    if (parts.size() == 1) {
      lines.addAll(findings.of(parts.get(0).findings()));
    } else {
      headline = parts.size() + " assertions failed";
      int told = 0;
      for (; told < parts.size() && lines.size() < MOST_FINDING_LINES; told++) {
        Part part = parts.get(told);
        lines.add("  " + part.headline());
        lines.add("  " + part.place());
        findings.of(part.findings()).forEach(line -> lines.add("  " + line));
      }
      if (told < parts.size()) {
        lines.add(
            "  … and " + Wording.count(parts.size() - told, "more assertion") + " that failed");
      }
    }
    int count = parts.stream().mapToInt(part -> part.findings().size()).sum();
    int left = Math.min(BRIEF_TREE_LINES, MOST_LINES - lines.size() - next.size() - 5);
    List<String> tree = AlignedTree.of(comparison, findings.shown(), left);
    return text(counted(headline, count), lines, tree, comparison.recording().reading(), next);
  }

  private static String counted(String headline, int findings) {
    return headline + ": " + Wording.count(findings, "finding");
  }

  private static String text(
      String headline,
      List<String> findings,
      List<String> tree,
      Reading reading,
      List<String> next) {
    StringBuilder text = new StringBuilder(headline).append("\n\n");
    findings.forEach(line -> text.append(line).append('\n'));
    List<String> lines = new ArrayList<>(tree);
    String notShown = ReadingText.notShown(reading);
    if (!notShown.isEmpty()) {
      lines.add("  # " + notShown);
    }
    paragraph(lines, text);
    paragraph(ReadingText.waitedInVain(reading), text);
    paragraph(next, text);
    return text.toString().stripTrailing();
  }

  private static void paragraph(List<String> lines, StringBuilder text) {
    if (!lines.isEmpty()) {
      text.append('\n');
      lines.forEach(line -> text.append("  ").append(line).append('\n'));
    }
  }
}
