package io.spantree.report;

import io.spantree.compare.Comparison;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The text of a failure: headline, findings, one aligned tree, and what to do next. */
public final class Report {
  private static final int MOST_LINES = 60;
  private static final int MOST_FINDING_LINES = 34;

  private Report() {}

  /**
   * Renders a failed comparison.
   *
   * @param headline what was expected, in a few words; the number of findings is added
   * @param comparison the findings and the trees
   * @param next what the reader can do now, a line each; may be empty
   */
  public static String of(String headline, Comparison comparison, List<String> next) {
    List<Finding> findings = comparison.findings();
    StringBuilder text = new StringBuilder(headline);
    text.append(": ").append(Wording.count(findings.size(), "finding")).append("\n\n");
    List<String> lines = findingLines(comparison);
    lines.forEach(line -> text.append(line).append('\n'));
    int left = MOST_LINES - lines.size() - next.size() - 5;
    List<String> tree = AlignedTree.lines(comparison, left);
    if (!tree.isEmpty()) {
      text.append('\n');
      tree.forEach(line -> text.append("  ").append(line).append('\n'));
    }
    if (!next.isEmpty()) {
      text.append('\n');
      next.forEach(line -> text.append("  ").append(line).append('\n'));
    }
    return text.toString().stripTrailing();
  }

  /** Findings that read the same are shown once; what finds no room is counted by its kind. */
  private static List<String> findingLines(Comparison comparison) {
    FindingText texts = new FindingText(comparison);
    Causes causes = new Causes(comparison);
    Map<Likeness, List<Finding>> alike = new LinkedHashMap<>();
    for (Finding finding : comparison.findings()) {
      alike.computeIfAbsent(Likeness.of(finding), same -> new ArrayList<>(1)).add(finding);
    }
    List<Finding> shown = new ArrayList<>();
    List<List<String>> paragraphs = new ArrayList<>();
    Map<FindingKind, Integer> left = new EnumMap<>(FindingKind.class);
    int lines = 0;
    for (List<Finding> same : alike.values()) {
      Finding finding = same.get(0);
      if (lines >= MOST_FINDING_LINES) {
        left.merge(finding.kind(), same.size(), Integer::sum);
        continue;
      }
      List<String> paragraph = new ArrayList<>();
      if (LifecycleText.tells(finding)) {
        paragraph.addAll(LifecycleText.lines(finding));
      } else {
        paragraph.add(texts.sentence(finding));
        paragraph.addAll(causes.of(finding));
      }
      long more = same.size() - 1 + same.stream().mapToLong(Report::elsewhere).sum();
      if (more > 0) {
        paragraph.add("… and " + more + " more like this one");
      }
      lines += paragraph.size();
      shown.add(finding);
      paragraphs.add(paragraph);
    }
    return layOut(shown, paragraphs, left);
  }

  /** The other spans of the same cause; of what has no span in the recording each one counts. */
  private static long elsewhere(Finding finding) {
    Set<SpanNode> spans = new HashSet<>();
    long without = 0;
    for (Finding other : finding.alike()) {
      if (other.span() == null) {
        without++;
      } else if (other.span() != finding.span()) {
        spans.add(other.span());
      }
    }
    return without + spans.size();
  }

  /** What a reader sees of a finding. */
  private record Likeness(Finding finding, String started) {
    static Likeness of(Finding finding) {
      Finding withoutSpan = new Finding(
          finding.kind(),
          finding.path(),
          finding.part(),
          finding.expected(),
          finding.actual(),
          null);
      return new Likeness(withoutSpan, Wording.started(finding.span()).orElse(""));
    }
  }

  private static List<String> layOut(
      List<Finding> findings, List<List<String>> paragraphs, Map<FindingKind, Integer> left) {
    int width = 0;
    for (Finding finding : findings) {
      width = Math.max(width, Wording.label(finding.kind()).length());
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      String label = Wording.label(findings.get(i).kind());
      for (String line : paragraphs.get(i)) {
        lines.add("  " + label + " ".repeat(width - label.length()) + "  " + line);
        label = "";
      }
    }
    if (!left.isEmpty()) {
      List<String> kinds = new ArrayList<>();
      left.forEach((kind, count) -> kinds.add(count + " " + Wording.label(kind)));
      int count = left.values().stream().mapToInt(Integer::intValue).sum();
      lines.add("  … and " + count + " more: " + String.join(", ", kinds));
    }
    return lines;
  }
}
