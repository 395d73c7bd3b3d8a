package io.spantree.golden.cli;

import io.spantree.golden.review.FailedGolden;
import io.spantree.golden.run.JsonObject;
import java.util.List;

/** Words about goldens that could not be compared. */
final class FailedText {
  private FailedText() {}

  static void show(List<FailedGolden> failed, Terminal terminal) {
    if (!failed.isEmpty()) {
      terminal.line(Text.goldens(failed.size()) + " could not be compared:");
      failed.forEach(each -> terminal.line("  " + each.name() + "  (" + each.reason() + ")"));
      terminal.line(
          failed.size() == 1
              ? "Mend it, and run its test again."
              : "Mend them, and run their tests again.");
    }
  }

  static List<JsonObject> json(List<FailedGolden> failed) {
    return failed.stream()
        .map(each -> each.compared().json().put("reason", each.reason()))
        .toList();
  }
}
