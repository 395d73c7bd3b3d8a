package io.spantree.golden.cli;

import io.spantree.golden.review.PendingGolden;
import io.spantree.golden.review.Refusal;
import io.spantree.golden.run.Loss;
import io.spantree.model.Finding;
import io.spantree.report.FindingInWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was accepted and what was not, in lines that fit into a pull request. */
final class Summary {
  private static final int MOST_NAMES = 10;

  private final Set<PendingGolden> changed = new LinkedHashSet<>();
  private final List<PendingGolden> fresh = new ArrayList<>();
  private final Map<String, Set<PendingGolden>> taken = new LinkedHashMap<>();
  private final Map<String, Set<PendingGolden>> left = new LinkedHashMap<>();
  private final Map<Refusal, List<PendingGolden>> refused = new LinkedHashMap<>();
  private final List<PendingGolden> undecided = new ArrayList<>();

  void acceptedNew(PendingGolden golden) {
    fresh.add(golden);
  }

  void accepted(PendingGolden golden, Collection<Finding> findings) {
    changed.add(golden);
    findings.forEach(finding -> note(taken, finding, golden));
  }

  void loosened(PendingGolden golden) {
    taken
        .computeIfAbsent("values loosened to matchers", l -> new LinkedHashSet<>())
        .add(golden);
  }

  /** The reader calls it a fault of the code, or has not decided. */
  void left(PendingGolden golden, Collection<Finding> findings) {
    findings.forEach(finding -> note(left, finding, golden));
    if (findings.isEmpty()) {
      undecided.add(golden);
    }
  }

  void refused(PendingGolden golden, Refusal why) {
    refused.computeIfAbsent(why, w -> new ArrayList<>()).add(golden);
  }

  private static void note(
      Map<String, Set<PendingGolden>> lines, Finding finding, PendingGolden golden) {
    String line = (Loss.is(finding) ? "LOSS: " : "") + FindingInWords.anywhere(finding);
    lines.computeIfAbsent(line, l -> new LinkedHashSet<>()).add(golden);
  }

  boolean isPending() {
    return !left.isEmpty() || !refused.isEmpty() || !undecided.isEmpty();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    int accepted = changed.size() + fresh.size();
    if (accepted > 0) {
      lines.add("Accepted " + Text.goldens(accepted) + ":");
      taken.forEach((line, goldens) -> lines.add("- " + line + in(goldens)));
      fresh.stream().limit(MOST_NAMES).forEach(golden -> lines.add("- new: " + golden.name()));
      more(fresh.size(), lines);
    }
    if (!left.isEmpty() || !undecided.isEmpty()) {
      lines.add("Left, so that the tests stay red:");
      left.forEach((line, goldens) -> lines.add("- " + line + in(goldens)));
      undecided.stream().limit(MOST_NAMES).forEach(golden -> lines.add("- new: " + golden.name()));
      more(undecided.size(), lines);
    }
    refused.forEach((why, goldens) -> {
      lines.add("Refused " + Text.goldens(goldens.size()) + ", " + Text.brief(why) + ":");
      goldens.stream().limit(MOST_NAMES).forEach(golden -> lines.add("- " + golden.name()));
      more(goldens.size(), lines);
    });
    if (lines.isEmpty()) {
      lines.add("Nothing was accepted.");
    }
    return lines;
  }

  private static String in(Set<PendingGolden> goldens) {
    return " (" + Text.goldens(goldens.size()) + ")";
  }

  private static void more(int count, List<String> lines) {
    if (count > MOST_NAMES) {
      lines.add("- … and " + (count - MOST_NAMES) + " more");
    }
  }
}
