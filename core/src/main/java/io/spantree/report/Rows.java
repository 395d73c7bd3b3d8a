package io.spantree.report;

import java.util.ArrayList;
import java.util.List;

/** The lines of a tree, as many as there is room for; the rest is counted. */
final class Rows {
  /** The column from which trailing comments are aligned, where the line is short enough. */
  private static final int COMMENTS = 42;

  private final int most;
  private final List<String> lines = new ArrayList<>();
  private boolean leftOut;

  Rows(int most) {
    this.most = most;
  }

  /** Adds a line with its margin sign and its trailing comment, which may be empty. */
  void add(char margin, String text, String comment) {
    if (lines.size() >= most) {
      leftOut = true;
      return;
    }
    String line = margin + " " + text;
    if (!comment.isEmpty()) {
      line += " ".repeat(Math.max(2, COMMENTS - line.length())) + "# " + comment;
    }
    lines.add(line);
  }

  void comment(int indent, String comment) {
    add(' ', " ".repeat(indent) + "# " + comment, "");
  }

  boolean isFull() {
    return lines.size() >= most;
  }

  /** The lines, and one that says so when there is more. */
  List<String> lines(boolean more) {
    List<String> all = new ArrayList<>(lines);
    if (more || leftOut) {
      all.add("  # … and more of the tree, left out here");
    }
    return all;
  }
}
