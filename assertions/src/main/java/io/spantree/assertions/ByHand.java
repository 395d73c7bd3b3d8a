package io.spantree.assertions;

import io.spantree.check.Allowance;
import io.spantree.check.Checks;
import io.spantree.compare.Comparison;
import io.spantree.model.Finding;
import io.spantree.model.NotChecked;
import io.spantree.model.Recording;
import io.spantree.report.CheckText;
import io.spantree.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The checks of {@code @TraceTest} for a recording that was begun by hand. */
final class ByHand {
  private ByHand() {}

  /** Fails with one report for all, and returns what could not be checked. */
  static List<String> check(Recording recording, List<Allowance> allowed) {
    Checks checks = new Checks(Set.of(), allowed);
    List<String> notChecked = recording.notChecked().stream()
        .filter(each -> checks.looksFor(each.kind()))
        .map(CheckText::notChecked)
        .toList();
    Checks.Result result = checks.of(recording);
    List<String> next = new ArrayList<>();
    for (NotChecked each : recording.notChecked()) {
      if (each.reason() == NotChecked.Reason.TOO_MANY && !result.findings().isEmpty()) {
        next.add(CheckText.notChecked(each));
      }
    }
    for (Allowance allowance : allowed) {
      if (!result.used().contains(allowance)) {
        next.add(CheckText.unusedByHand(allowance.kind(), allowance.span(), allowance.reason()));
      }
    }
    String text = text(recording, result.findings(), next);
    if (!text.isEmpty()) {
      throw new AssertionError(text);
    }
    return notChecked;
  }

  private static String text(Recording recording, List<Finding> findings, List<String> next) {
    if (findings.isEmpty()) {
      return String.join("\n", next);
    }
    List<String> lines = new ArrayList<>(next);
    lines.add(CheckText.howToAllowByHand(findings.get(0)));
    return Report.of(CheckText.headline(), Comparison.ofFindings(recording, findings), lines);
  }
}
