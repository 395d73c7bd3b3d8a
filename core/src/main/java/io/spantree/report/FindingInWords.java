package io.spantree.report;

import io.spantree.compare.Comparison;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanPath;
import java.util.ArrayList;
import java.util.List;

/** Single findings in words, as a report says them. */
public final class FindingInWords {
  private FindingInWords() {}

  /** {@code LOST CONTEXT} for LOST_CONTEXT. */
  public static String label(FindingKind kind) {
    return Wording.label(kind);
  }

  /** The label and sentence of a finding, and below these what may have caused it. */
  public static List<String> of(Finding finding, Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add(sentence(finding, comparison));
    new Causes(comparison).of(finding).forEach(cause -> lines.add("    " + cause));
    return lines;
  }

  /** The label and sentence of a finding, which names the span alone and not its place. */
  public static String anywhere(Finding finding) {
    SpanPath path = SpanPath.of(finding.path().last());
    Finding somewhere = new Finding(
        finding.kind(), path, finding.part(), finding.expected(), finding.actual(), null);
    Comparison nothing = Comparison.ofFindings(new Recording(List.of(), null), List.of());
    return sentence(somewhere, nothing);
  }

  private static String sentence(Finding finding, Comparison comparison) {
    return label(finding.kind()) + "  " + new FindingText(comparison).sentence(finding);
  }
}
