package io.spantree.report;

import io.spantree.outline.Notation;
import java.util.ArrayList;
import java.util.List;

/** What a test says of its golden file, beside the findings. */
public final class GoldenText {
  private static final int MOST_LINES = 45;
  private static final int MOST_PROPOSALS = 5;
  private static final int MOST_OF_A_PROPOSAL = 60;

  private GoldenText() {}

  /** The headline of a report on findings. */
  public static String differs(String name) {
    return "Trace differs from the golden " + name;
  }

  /**
   * Of a golden that does not exist yet.
   *
   * @param tree the text of the received file
   * @param proposals what was recorded where the tree proposes matchers
   * @param next what the reader can do now, a line each
   */
  public static String pending(
      String name, String tree, List<String> proposals, List<String> next) {
    StringBuilder text = new StringBuilder();
    text.append("Golden is pending: ").append(name).append(" does not exist yet\n\n");
    List<String> lines = tree.lines().skip(1).toList();
    if (lines.isEmpty()) {
      return text.append("  Nothing was recorded; is the instrumented code given the test's SDK?\n")
          .append("  There is no tree to accept.")
          .toString();
    }
    for (String line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
      text.append("  ").append(line).append('\n');
    }
    if (lines.size() > MOST_LINES) {
      text.append("  # … ").append(lines.size() - MOST_LINES).append(" lines more in the file\n");
    }
    if (!proposals.isEmpty()) {
      text.append('\n').append(proposed(proposals)).append('\n');
    }
    text.append("\n  Is this tree right? Then commit it:\n");
    next.forEach(line -> text.append("  ").append(line).append('\n'));
    return text.toString().stripTrailing();
  }

  private static String proposed(List<String> proposals) {
    List<String> shown =
        new ArrayList<>(proposals.subList(0, Math.min(MOST_PROPOSALS, proposals.size())));
    shown.replaceAll(GoldenText::clipped);
    int left = proposals.size() - shown.size();
    return "  <…> is proposed where a value looks as if it differs each time; recorded was "
        + String.join(", ", shown)
        + (left == 0 ? "" : ", … and " + left + " more");
  }

  private static String clipped(String proposal) {
    return proposal.length() <= MOST_OF_A_PROPOSAL
        ? proposal
        : proposal.substring(0, MOST_OF_A_PROPOSAL) + "…";
  }

  /** The two ways to accept, the plain one first; all lines together can be pasted into a shell. */
  public static List<String> accept(String make, String received, String golden, String command) {
    return List.of(
        "accept: " + (make.isEmpty() ? "" : "mkdir -p " + make + " && ") + "cp " + received + " \\",
        "           " + golden,
        "      # or: " + command);
  }

  /** On a build server. */
  public static List<String> acceptNotOnCi(String variable, String received) {
    return List.of(
        "accept: not possible on CI (" + variable + " is set). Run the test on your machine and"
            + " accept it there.",
        "        What was received is in " + received);
  }

  /** Where only a copy of the golden is there. */
  public static List<String> acceptNotOnClassPath(String resource, String received) {
    return List.of(
        "accept: not possible here: the golden was found on the class path only,",
        "        in " + resource,
        "        What was received is in " + received,
        "        Name the folder of the sources with"
            + " -Dspantree.golden.dir=…/src/test/resources/golden");
  }

  /**
   * Where another tree was recorded for the same golden.
   *
   * @param other the test that recorded it; empty when it is the same one
   */
  public static List<String> acceptNotShared(String other) {
    return other.isEmpty()
        ? List.of(
            "accept: not possible, because the test has compared another tree with this golden.",
            "        Give each tree a golden of its own, as in golden(\"before\") and"
                + " golden(\"after\").")
        : List.of(
            "accept: not possible, because another test has this golden and recorded another tree:",
            "          " + other,
            "        If both are right, give each a golden of its own, as in"
                + " golden(\"large-order\"), by a name that does not change.");
  }

  /** Where a golden lies at the place that it had in an earlier version. */
  public static List<String> formerly(String former, List<String> next) {
    List<String> lines = new ArrayList<>(next);
    lines.add("There is a golden where it lay before, which no test compares; delete or move it:");
    lines.add("        " + former);
    return lines;
  }

  /** A golden without a line that something could differ from. */
  public static String matchesAll(String golden) {
    return "the golden " + golden + " says only \"... traces\", which any recording matches;"
        + " say which spans must be there, or delete it and run the test again";
  }

  /** A golden without any span, where none was recorded. */
  public static String isEmpty(String golden) {
    return "the golden " + golden + " holds no span, and none was recorded; is the instrumented"
        + " code given the test's SDK? Say which spans must be there, or delete it and run the test"
        + " again";
  }

  /** Two tests that recorded different trees have one golden. */
  public static String shared(String name, String first, String second) {
    return "Two tests have one golden, " + name + ", and record different trees:\n\n"
        + "  " + first + "\n"
        + "  " + second + "\n\n"
        + "  Give each a golden of its own, as in golden(\"large-order\"), by a name that does not"
        + " change.";
  }

  /** Two goldens have names that are one on some machines. */
  public static String differInCase(String name, String other) {
    return "Two goldens have names that differ in case alone, which some file systems do not tell"
        + " apart:\n\n"
        + "  " + other + "\n"
        + "  " + name + "\n\n"
        + "  Rename one of them.";
  }

  /** Of a test that passed, and may have received something earlier. */
  public static String notRemoved(String problem, String received) {
    return "Spantree: " + problem + "\n  The test is as its golden says; " + received
        + " may be of an earlier run.";
  }

  /** A setting that is none. */
  public static String unknownMode(String setting, String value) {
    return setting + "=" + Notation.string(value) + " is no mode of goldens; there are check (a"
        + " golden that is missing or differs fails its test) and off";
  }

  /** Said once when goldens are not compared. */
  public static String off() {
    return "Spantree: goldens are not compared, because spantree.golden is off.";
  }
}
