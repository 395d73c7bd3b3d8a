package io.spantree.junit;

import io.spantree.check.Allowance;
import io.spantree.check.Checks;
import io.spantree.model.Recording;
import io.spantree.report.CheckReport;
import io.spantree.report.CheckText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    CheckReport.notChecked(recording, checks::looksFor)
        .forEach(each -> context.publishReportEntry(TreeReport.ENTRY, each));
    Checks.Result result = checks.of(recording);
    Set<Allowance> used = new HashSet<>(result.used());
    used.addAll(rules.thatLetGoOn(run.capture().namesThatWentOn()));
    AllowUse.note(context, used);
    List<String> unused = rules.ofMethod().stream()
        .filter(each -> !used.contains(each))
        .map(TestChecks::unused)
        .toList();
    String text = CheckReport.of(recording, result.findings(), unused, CheckText::howToAllow);
    say(mode, context, text);
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
}
