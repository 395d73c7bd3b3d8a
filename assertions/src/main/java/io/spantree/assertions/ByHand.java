package io.spantree.assertions;

import io.spantree.check.Allowance;
import io.spantree.check.Checks;
import io.spantree.model.Recording;
import io.spantree.report.CheckReport;
import io.spantree.report.CheckText;
import java.util.List;
import java.util.Set;

/** The checks of {@code @TraceTest} for a recording that was begun by hand. */
final class ByHand {
  private ByHand() {}

  /** Fails with one report for all, and returns what could not be checked. */
  static List<String> check(Recording recording, List<Allowance> allowed) {
    Checks checks = new Checks(Set.of(), allowed);
    Checks.Result result = checks.of(recording);
    List<String> unused = allowed.stream()
        .filter(each -> !result.used().contains(each))
        .map(each -> CheckText.unusedByHand(each.kind(), each.span(), each.reason()))
        .toList();
    String text = CheckReport.of(recording, result.findings(), unused, CheckText::howToAllowByHand);
    if (!text.isEmpty()) {
      throw new AssertionError(text);
    }
    return CheckReport.notChecked(recording, checks::looksFor);
  }
}
