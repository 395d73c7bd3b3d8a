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
  private static final int MOST_FINDINGS = 60;

  private final Set<PendingGolden> changed = new LinkedHashSet<>();
  private final List<PendingGolden> fresh = new ArrayList<>();
  private final Map<Signature, Line> taken = new LinkedHashMap<>();
  private final Map<Signature, Line> left = new LinkedHashMap<>();
  private final Set<PendingGolden> loosened = new LinkedHashSet<>();
  private final Map<Refusal, List<PendingGolden>> refused = new LinkedHashMap<>();
  private final List<PendingGolden> undecided = new ArrayList<>();

  /** One finding in all goldens that have it. */
  private record Line(Set<String> texts, Set<PendingGolden> goldens) {
    /** Findings that are the same but for their values are one line. */
    String text() {
      String first = texts.iterator().next();
      String others = texts.size() == 1 ? "" : ", and other values";
      return first + others + " (" + Text.goldens(goldens.size()) + ")";
    }
  }

  void acceptedNew(PendingGolden golden) {
    fresh.add(golden);
  }

  void accepted(PendingGolden golden, Collection<Finding> findings) {
    changed.add(golden);
    findings.forEach(finding -> note(taken, finding, golden));
  }

  void loosened(PendingGolden golden) {
    loosened.add(golden);
  }

  /** The reader calls it a fault of the code, or has not decided. */
  void left(PendingGolden golden, Collection<Finding> findings) {
    findings.forEach(finding -> note(left, finding, golden));
  }

  /** The reader does not want the new golden, or has not decided. */
  void leftNew(PendingGolden golden) {
    undecided.add(golden);
  }

  void refused(PendingGolden golden, Refusal why) {
    refused.computeIfAbsent(why, w -> new ArrayList<>()).add(golden);
  }

  private static void note(Map<Signature, Line> lines, Finding finding, PendingGolden golden) {
    String text = (Loss.is(finding) ? "LOSS: " : "") + FindingInWords.anywhere(finding);
    Line line = lines.computeIfAbsent(
        Signature.of(finding), s -> new Line(new LinkedHashSet<>(), new LinkedHashSet<>()));
    line.texts().add(text);
    line.goldens().add(golden);
  }

  boolean isPending() {
    return !left.isEmpty() || !refused.isEmpty() || !undecided.isEmpty();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    int accepted = changed.size() + fresh.size();
    if (accepted > 0) {
      lines.add("Accepted " + Text.goldens(accepted) + ":");
      texts(taken.values(), lines);
      if (!loosened.isEmpty()) {
        lines.add("- values loosened to matchers (" + Text.goldens(loosened.size()) + ")");
      }
      fresh.stream().limit(MOST_NAMES).forEach(golden -> lines.add("- new: " + golden.name()));
      more(fresh.size(), MOST_NAMES, lines);
    }
    if (!left.isEmpty() || !undecided.isEmpty()) {
      lines.add("Left, so that the tests stay red:");
      texts(left.values(), lines);
      undecided.stream().limit(MOST_NAMES).forEach(golden -> lines.add("- new: " + golden.name()));
      more(undecided.size(), MOST_NAMES, lines);
    }
    refused.forEach((why, goldens) -> {
      lines.add("Refused " + Text.goldens(goldens.size()) + ", " + Text.brief(why) + ":");
      goldens.stream().limit(MOST_NAMES).forEach(golden -> lines.add("- " + named(golden)));
      more(goldens.size(), MOST_NAMES, lines);
    });
    if (lines.isEmpty()) {
      lines.add("Nothing was accepted.");
    }
    return lines;
  }

  private static String named(PendingGolden golden) {
    return golden.sharers().isEmpty()
        ? golden.name()
        : golden.name() + "  (" + String.join(", ", golden.sharers()) + ")";
  }

  private static void texts(Collection<Line> findings, List<String> lines) {
    findings.stream().limit(MOST_FINDINGS).forEach(line -> lines.add("- " + line.text()));
    more(findings.size(), MOST_FINDINGS, lines);
  }

  private static void more(int count, int most, List<String> lines) {
    if (count > most) {
      lines.add("- … and " + (count - most) + " more");
    }
  }
}
