package io.spantree.junit;

import io.spantree.capture.SpanCapture;
import io.spantree.check.Allowance;
import io.spantree.check.Checks;
import io.spantree.compare.Comparison;
import io.spantree.model.Finding;
import io.spantree.model.Recording;
import io.spantree.report.CheckText;
import io.spantree.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Judges the recording of a test that passed. */
final class TestChecks {
  private static final String ENTRY = "spantree";

  private TestChecks() {}

  /** Fails the test with one report if its recording is wrong; a failed test is left as it is. */
  static void run(ExtensionContext context, SpanCapture capture) {
    CheckMode mode = CheckMode.current();
    if (mode == CheckMode.OFF || context.getExecutionException().isPresent()) {
      return;
    }
    CheckRules rules = CheckRules.of(context);
    Checks checks = rules.checks();
    Recording recording = capture.completeRecording();
    List<String> notChecked = recording.notChecked().stream()
        .filter(each -> checks.looksFor(each.kind()))
        .map(CheckText::notChecked)
        .toList();
    notChecked.forEach(each -> context.publishReportEntry(ENTRY, each));
    Checks.Result result = checks.of(recording);
    AllowUse.note(context, result.used());
    List<String> unused = new ArrayList<>();
    for (Allowance allowance : rules.ofMethod()) {
      if (!result.used().contains(allowance)) {
        unused.add(unused(allowance));
      }
    }
    say(mode, context, text(recording, result.findings(), unused));
  }

  /** Fails, or only shows, unless there is nothing to say. */
  static void say(CheckMode mode, ExtensionContext context, String text) {
    if (text.isEmpty()) {
      return;
    } else if (mode == CheckMode.FAIL) {
      throw new AssertionError(text);
    }
    context.publishReportEntry(ENTRY, text);
    System.err.println(context.getDisplayName() + ": " + text);
  }

  static String unused(Allowance allowance) {
    return CheckText.unused(allowance.kind(), allowance.span(), allowance.reason());
  }

  private static String text(Recording recording, List<Finding> findings, List<String> unused) {
    if (findings.isEmpty()) {
      return unused.stream().collect(Collectors.joining("\n"));
    }
    List<String> next = new ArrayList<>(unused);
    next.add(CheckText.howToAllow(findings.get(0)));
    return Report.of(CheckText.headline(), Comparison.ofFindings(recording, findings), next);
  }
}
