package io.spantree.report;

import io.spantree.compare.Comparison;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.NotChecked;
import io.spantree.model.NotChecked.Reason;
import io.spantree.model.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The text of checks that failed. */
public final class CheckReport {
  private CheckReport() {}

  /** What could not be checked, and why, a line each; only of kinds that are looked for. */
  public static List<String> notChecked(
      Recording recording, Predicate<? super FindingKind> lookedFor) {
    List<String> lines = new ArrayList<>();
    for (NotChecked each : recording.notChecked()) {
      if (lookedFor.test(each.kind())) {
        lines.add(CheckText.notChecked(each));
      }
    }
    if (recording.reading().ignored() > 0) {
      lines.add(CheckText.ignored(recording.reading().ignored()));
    }
    return lines;
  }

  /**
   * Renders what is wrong; empty when nothing is.
   *
   * @param recording the complete recording
   * @param findings what is wrong with it and not allowed
   * @param unused a line on each exception that was made for nothing
   * @param howToAllow a line on how to make one
   */
  public static String of(
      Recording recording,
      List<Finding> findings,
      List<String> unused,
      Function<Finding, String> howToAllow) {
    if (findings.isEmpty()) {
      return String.join("\n", unused);
    }
    List<String> next = new ArrayList<>();
    for (NotChecked each : recording.notChecked()) {
      if (each.reason() == Reason.TOO_MANY) {
        next.add(CheckText.notChecked(each));
      }
    }
    next.addAll(unused);
    next.add(howToAllow.apply(findings.get(0)));
    return Report.of(CheckText.headline(), Comparison.ofFindings(recording, findings), next);
  }
}
