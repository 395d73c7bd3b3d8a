package io.spantree.golden.cli;

import io.spantree.compare.Comparison;
import io.spantree.golden.review.Loosening;
import io.spantree.golden.review.PendingGolden;
import io.spantree.golden.run.Loss;
import io.spantree.model.Finding;
import io.spantree.report.FindingInWords;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Help.Ansi.Style;

/** Shows what is to be decided, and asks until there is an answer. */
final class Questions {
  private static final int MOST_LINES = 60;

  private final Terminal terminal;
  private final Opener opener;
  private final Answers answers;
  private final boolean allowLoss;
  private final int goldens;
  private int number;
  private boolean shown;
  private boolean hasQuit;

  Questions(Terminal terminal, Opener opener, Answers answers, boolean allowLoss, int goldens) {
    this.terminal = terminal;
    this.opener = opener;
    this.answers = answers;
    this.allowLoss = allowLoss;
    this.goldens = goldens;
  }

  boolean hasQuit() {
    return hasQuit;
  }

  void nextGolden(PendingGolden golden) {
    number++;
    shown = false;
  }

  private void heading(PendingGolden golden, String what) {
    if (!shown) {
      String text = "[" + number + "/" + goldens + "] " + golden.name() + ": " + what;
      terminal.line();
      terminal.line(terminal.styled(text, Style.bold));
      shown = true;
    }
  }

  private String answer(String question) {
    String answer = terminal.answer(question);
    return Objects.requireNonNullElse(answer, "q"); // the input has ended
  }

  /** Whether a golden that did not exist is taken. */
  boolean takesNew(PendingGolden golden) {
    if (!hasQuit) {
      heading(golden, "new");
      List<String> lines = golden.received().lines().toList();
      lines.stream().limit(MOST_LINES).forEach(line -> terminal.line("  " + line));
      if (lines.size() > MOST_LINES) {
        terminal.line("  # … " + (lines.size() - MOST_LINES) + " lines more; o opens the file");
      }
    }
    while (!hasQuit) {
      switch (answer("Take this new golden? [a,r,s,o,q,?] ")) {
        case "a" -> {
          return true;
        }
        case "r", "s" -> {
          return false;
        }
        case "o" -> opener.open(golden);
        case "q" -> hasQuit = true;
        default -> help();
      }
    }
    return false;
  }

  /** Asks of one finding; the comparison is another one when the golden was loosened. */
  Comparison ask(PendingGolden golden, Finding finding, Comparison comparison) {
    heading(golden, Text.count(comparison.findings().size(), "finding", "findings"));
    boolean loss = Loss.is(finding);
    List<String> lines = FindingInWords.of(finding, comparison);
    terminal.line();
    terminal.line("  " + lines.get(0) + (loss ? terminal.styled("  (a loss)", Style.fg_red) : ""));
    lines.stream().skip(1).forEach(line -> terminal.line("  " + line));
    String loosen = Loosening.isPossible(finding) ? ",l" : "";
    String keys = "Take it? [a,r,s,A,R" + loosen + ",o,q,?] ";
    while (!hasQuit && answers.of(finding) == null) {
      switch (answer(keys)) {
        case "a" -> answers.decide(finding, true);
        case "r", "s" -> answers.decide(finding, false);
        case "A" -> takeEverywhere(finding, loss);
        case "R" -> answers.decideEverywhere(finding, false);
        case "o" -> opener.open(golden);
        case "q" -> hasQuit = true;
        case "l" -> {
          Comparison loosened = loosen(finding, comparison);
          if (loosened != comparison) {
            return loosened;
          }
        }
        default -> help();
      }
    }
    return comparison;
  }

  private void takeEverywhere(Finding finding, boolean loss) {
    if (loss && !allowLoss) {
      terminal.line("  A loss is taken one by one (a), or everywhere with --allow-loss.");
    } else {
      answers.decideEverywhere(finding, true);
    }
  }

  private Comparison loosen(Finding finding, Comparison comparison) {
    if (!Loosening.isPossible(finding)) {
      terminal.line("  Only the value of an attribute can be loosened to a matcher.");
      return comparison;
    }
    String proposal = Loosening.proposal(finding);
    String matcher = answer("  Which matcher? [" + proposal + "] ");
    if (matcher.equals("q")) {
      return comparison;
    }
    try {
      return Comparison.of(
          Loosening.of(comparison, finding, matcher.isEmpty() ? proposal : matcher),
          comparison.recording(),
          comparison.mode());
    } catch (IllegalArgumentException e) {
      terminal.line("  " + Objects.requireNonNullElse(e.getMessage(), e.toString()));
      return comparison;
    }
  }

  private void help() {
    terminal.line("""
          a  accept: it is meant, the golden takes it
          r  reject: it is a fault of the code, the test stays red
          s  skip: decide later
          A  accept the same finding in all goldens
          R  reject the same finding in all goldens
          l  loosen: put a matcher such as <uuid> where the value differs
          o  open golden and received in an editor
          q  quit: write what was decided, leave the rest""");
  }
}
