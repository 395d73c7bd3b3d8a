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

/** Findings as lines, each with its cause; what finds no room is counted by its kind. */
final class FindingLines {
  /** So many equal ones are marked in the tree. */
  private static final int MOST_ALIKE = 8;

  private final FindingText texts;
  private final Causes causes;
  private final int most;
  private final List<Finding> shown = new ArrayList<>();
  private int lines;

  /**
   * The lines of one report, in which no cause is told twice.
   *
   * @param most when there are so many lines, no further finding is shown
   */
  FindingLines(Comparison comparison, int most) {
    this.texts = new FindingText(comparison);
    this.causes = new Causes(comparison);
    this.most = most;
  }

  /** Those which found room until now; of equal ones the first few. */
  List<Finding> shown() {
    return shown;
  }

  /** Findings that read the same are shown once. */
  List<String> of(List<Finding> findings) {
    Map<Likeness, List<Finding>> alike = new LinkedHashMap<>();
    for (Finding finding : findings) {
      alike.computeIfAbsent(Likeness.of(finding), same -> new ArrayList<>(1)).add(finding);
    }
    List<Finding> told = new ArrayList<>();
    List<List<String>> paragraphs = new ArrayList<>();
    Map<FindingKind, Integer> left = new EnumMap<>(FindingKind.class);
    for (List<Finding> same : alike.values()) {
      Finding finding = same.get(0);
      if (lines >= most) {
        left.merge(finding.kind(), same.size(), Integer::sum);
        continue;
      }
      List<String> paragraph = paragraph(finding, alike(same));
      lines += paragraph.size();
      told.add(finding);
      shown.addAll(same.subList(0, Math.min(MOST_ALIKE, same.size())));
      paragraphs.add(paragraph);
    }
    return layOut(told, paragraphs, left);
  }

  private List<String> paragraph(Finding finding, long more) {
    List<String> paragraph = new ArrayList<>();
    if (LifecycleText.tells(finding)) {
      paragraph.addAll(LifecycleText.lines(finding));
    } else {
      paragraph.add(texts.sentence(finding));
      paragraph.addAll(causes.of(finding));
    }
    if (more > 0) {
      paragraph.add("… and " + more + " more like this one");
    }
    return paragraph;
  }

  private static long alike(List<Finding> same) {
    return same.size() - 1 + same.stream().mapToLong(FindingLines::elsewhere).sum();
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
