package io.spantree.golden;

import io.spantree.model.Recording;
import java.util.List;

/** What a test says whose golden does not exist yet. */
final class PendingText {
  private static final int MOST_LINES = 45;

  private PendingText() {}

  static String of(String name, Recording recording, String received, List<String> next) {
    StringBuilder text = new StringBuilder();
    text.append("Golden is pending: ").append(name).append(" does not exist yet\n\n");
    if (recording.isEmpty()) {
      text.append("  Nothing was recorded; is the instrumented code given the test's SDK?\n\n");
    }
    List<String> lines = received.lines().skip(1).toList();
    for (String line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
      text.append("  ").append(line).append('\n');
    }
    if (lines.size() > MOST_LINES) {
      text.append("  # … ").append(lines.size() - MOST_LINES).append(" lines more in the file\n");
    }
    text.append("\n  Is this tree right? Then commit it:\n");
    next.forEach(line -> text.append("  ").append(line).append('\n'));
    return text.toString().stripTrailing();
  }
}
