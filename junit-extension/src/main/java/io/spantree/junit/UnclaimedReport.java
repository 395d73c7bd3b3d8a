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

  /** Whether they fail the test. */
  static boolean fails() {
    return Settings.choice(PROPERTY, "show", "fail").equals("fail");
  }

  /**
   * Publishes them, if there are any.
   *
   * @param passed whether the test would pass without them
   */
  static void publish(SpanCapture capture, ExtensionContext context, boolean passed) {
    List<UnclaimedSpan> unclaimed = capture.unclaimed(); // before they are counted
    if (unclaimed.isEmpty()) {
      return;
    }
    String text = UnclaimedText.of(unclaimed, capture.unclaimedCount());
    context.publishReportEntry(PROPERTY, text);
    if (passed && fails()) {
      throw new AssertionError(text);
    }
  }
}
