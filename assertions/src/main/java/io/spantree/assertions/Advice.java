package io.spantree.assertions;

import io.spantree.model.Recording;
import java.util.List;

/** What a reader can do about a recording, whatever was expected of it. */
final class Advice {
  private static final List<String> NOTHING_RECORDED = List.of(
      "No span was recorded. Does the code under test get its OpenTelemetry from this test:",
      "a parameter of the @TraceTest, or SpanCapture.openTelemetry()? Others are not recorded.");

  private Advice() {}

  static List<String> on(Recording recording) {
    return recording.isEmpty() ? NOTHING_RECORDED : List.of();
  }
}
