package io.spantree.junit;

import io.spantree.check.Allowance;
import io.spantree.check.Checks;
import io.spantree.compare.Comparison;
import io.spantree.model.Finding;
import io.spantree.model.NotChecked.Reason;
import io.spantree.model.Recording;
import io.spantree.report.CheckText;
import io.spantree.report.Report;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Judges the recording of a test that passed. */
final class TestChecks {
  private TestChecks() {}

  /** Fails the test with one report if its recording is wrong; a failed test is left as it is. */
  static void run(ExtensionContext context, TestRun run) {
    CheckMode mode = CheckMode.current();
    if (mode == CheckMode.OFF || context.getExecutionException().isPresent()) {
      return;
    }
    CheckRules rules = CheckRules.of(context, run.configuration().required);
    Checks checks = rules.checks();
    Recording recording = run.capture().completeRecording();
    List<String> notChecked = recording.notChecked().stream()
        .filter(each -> checks.looksFor(each.kind()))
        .map(CheckText::notChecked)
        .toList();
    notChecked.forEach(each -> context.publishReportEntry(TreeReport.ENTRY, each));
    if (recording.reading().ignored() > 0) {
      context.publishReportEntry(
          TreeReport.ENTRY, CheckText.ignored(recording.reading().ignored()));
    }
    Checks.Result result = checks.of(recording);
    AllowUse.note(context, result.used());
    List<String> next = new ArrayList<>();
    recording.notChecked().stream()
        .filter(each -> each.reason() == Reason.TOO_MANY && !result.findings().isEmpty())
        .forEach(each -> next.add(CheckText.notChecked(each)));
    for (Allowance allowance : rules.ofMethod()) {
      if (!result.used().contains(allowance)) {
        next.add(unused(allowance));
      }
    }
    say(mode, context, text(recording, result.findings(), next));
  }

  /** Fails, or only shows, unless there is nothing to say. */
  static void say(CheckMode mode, ExtensionContext context, String text) {
    if (text.isEmpty()) {
      return;
    } else if (mode == CheckMode.FAIL) {
      throw new AssertionError(text);
    }
    context.publishReportEntry(TreeReport.ENTRY, text);
    System.err.println(context.getDisplayName() + ": " + text);
  }

  static String unused(Allowance allowance) {
    return CheckText.unused(allowance.kind(), allowance.span(), allowance.reason());
  }

  private static String text(Recording recording, List<Finding> findings, List<String> next) {
    if (findings.isEmpty()) {
      return String.join("\n", next);
    }
    List<String> lines = new ArrayList<>(next);
    lines.add(CheckText.howToAllow(findings.get(0)));
    return Report.of(CheckText.headline(), Comparison.ofFindings(recording, findings), lines);
  }
}
