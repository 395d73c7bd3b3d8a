package io.spantree.junit;

import io.spantree.capture.SpanCapture;
import io.spantree.model.Recording;
import io.spantree.report.RecordingText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.MediaType;
import org.junit.platform.commons.JUnitException;

/** The tree of a test, in its report: the failure itself may say nothing of spans. */
final class TreeReport {
  static final String ENTRY = "spantree";
  static final String OUTLINE = "trace.spans";
  static final String JAVA = "trace.java.txt";

  private static final int MOST_LINES = 60;

  private TreeReport() {}

  /** Publishes what was recorded, fixtures included, and as Java what assertions see of it. */
  static void publish(ExtensionContext context, SpanCapture capture) {
    Recording recording = capture.recording();
    if (recording.isEmpty()) {
      return;
    }
    String outline = RecordingText.outline(recording);
    context.publishReportEntry(ENTRY, RecordingText.clipped(outline, MOST_LINES));
    publishFile(context, OUTLINE, outline + "\n");
    Recording body = capture.body();
    if (!body.isEmpty()) {
      publishFile(context, JAVA, RecordingText.asJava(RecordingText.outline(body)));
    }
  }

  /** To the standard output. */
  static void print(ExtensionContext context, SpanCapture capture) {
    Recording recording = capture.recording();
    String tree = recording.isEmpty() ? "# no span was recorded" : RecordingText.outline(recording);
    System.out.println(context.getRequiredTestClass().getSimpleName() + " > "
        + context.getDisplayName() + "\n" + tree.indent(2).stripTrailing());
  }

  /** What cannot be written must not take the place of the failure that it was to explain. */
  private static void publishFile(ExtensionContext context, String name, String text) {
    try {
      context.publishFile(
          name,
          MediaType.TEXT_PLAIN_UTF_8,
          file -> Files.writeString(file, text, StandardCharsets.UTF_8));
    } catch (JUnitException | LinkageError e) { // a JUnit to come may know MediaType no more
      context.publishReportEntry(ENTRY, name + " was not published: " + e.getMessage());
    }
  }
}
