package io.spantree.report;

import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import io.spantree.outline.RecordedOutline;

/** A recording as a reader gets it when nothing was compared: the outline, and the same as Java. */
public final class RecordingText {
  /** Each line has its depth in markers: a chain of 100,000 spans would fill gigabytes. */
  private static final int DEEPEST = 200;

  private RecordingText() {}

  /** The tree in the notation, with a comment on what it leaves out. */
  public static String outline(Recording recording) {
    String notShown = ReadingText.notShown(recording.reading());
    Outline whole = RecordedOutline.of(recording);
    Outline shown = whole.upTo(DEEPEST);
    int deeper = whole.spanCount() - shown.spanCount();
    String tree = shown.print().stripTrailing()
        + (deeper == 0
            ? ""
            : "\n# … and " + Wording.count(deeper, "line") + " deeper than " + DEEPEST);
    return notShown.isEmpty() ? tree : tree + "\n# " + notShown;
  }

  /** The first lines, and how many there are more. */
  public static String clipped(String outline, int most) {
    String[] lines = outline.split("\n", -1);
    if (lines.length <= most) {
      return outline;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < most; i++) {
      text.append(lines[i]).append('\n');
    }
    return text + "# … and " + Wording.count(lines.length - most, "line") + " more";
  }

  /** An assertion that this outline is what was recorded, to be pasted into a test. */
  public static String asJava(String outline) {
    StringBuilder java = new StringBuilder("assertTrace().hasExactShape(\"\"\"\n");
    outline.lines().forEach(line -> java.append("    ").append(escaped(line)).append('\n'));
    return java + "    \"\"\");\n";
  }

  private static String escaped(String line) {
    String escaped = line.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"");
    // A text block drops white space at the end of a line.
    return escaped.endsWith(" ") ? escaped.substring(0, escaped.length() - 1) + "\\s" : escaped;
  }
}
