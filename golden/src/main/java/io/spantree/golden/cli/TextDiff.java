package io.spantree.golden.cli;

import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi.Style;

/** A unified diff as git shows it: each hunk names the span that it stands in. */
final class TextDiff {
  private static final int CONTEXT = 3;

  private TextDiff() {}

  static List<String> lines(String golden, String received, String name, Terminal terminal) {
    List<String> from = golden.lines().toList();
    List<String> to = received.lines().toList();
    String before = golden.isEmpty() ? "/dev/null" : "golden/" + name;
    List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
        before, "received/" + name, from, LineDiff.of(from, to), CONTEXT);
    List<String> shown = new ArrayList<>(diff.size());
    for (int i = 0; i < diff.size(); i++) {
      shown.add(styled(diff.get(i), i < 2, from, terminal));
    }
    return shown;
  }

  private static String styled(String line, boolean head, List<String> from, Terminal terminal) {
    if (head) {
      return terminal.styled(line, Style.bold);
    } else if (line.startsWith("@@")) {
      return terminal.styled(line + enclosing(line, from), Style.fg_cyan);
    } else if (line.startsWith("-")) {
      return terminal.styled(line, Style.fg_red);
    }
    return line.startsWith("+") ? terminal.styled(line, Style.fg_green) : line;
  }

  /** The last line that begins with {@code span} above the hunk. */
  private static String enclosing(String hunk, List<String> from) {
    String start = hunk.substring(hunk.indexOf('-') + 1).split("[, ]", 2)[0];
    int above = Math.min(from.size(), Integer.parseInt(start) - 1);
    for (int i = above - 1; i >= 0; i--) {
      if (from.get(i).startsWith("span ")) {
        return " " + from.get(i);
      }
    }
    return "";
  }
}
