package io.spantree.junit;

import io.spantree.capture.Settings;
import io.spantree.capture.SpanCapture;
import io.spantree.model.UnclaimedSpan;
import io.spantree.report.UnclaimedText;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Shows a test the root spans that it may have lost to no test at all. */
final class UnclaimedReport {
  /** Set to {@code fail}, it fails a test that would else pass with such spans. */
  static final String PROPERTY = "spantree.unclaimed";

  private UnclaimedReport() {}

  static void publish(SpanCapture capture, ExtensionContext context) {
    List<UnclaimedSpan> unclaimed = capture.unclaimed(); // before they are counted
    if (unclaimed.isEmpty()) {
      return;
    }
    String text = UnclaimedText.of(unclaimed, capture.unclaimedCount());
    context.publishReportEntry(PROPERTY, text);
    if ("fail".equals(Settings.get(PROPERTY)) && context.getExecutionException().isEmpty()) {
      throw new AssertionError(text);
    }
  }
}
