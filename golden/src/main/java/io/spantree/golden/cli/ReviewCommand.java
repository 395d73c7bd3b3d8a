package io.spantree.golden.cli;

import io.spantree.golden.review.PendingGolden;
import io.spantree.golden.review.Steps;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks of each finding whether it is meant. */
@Command(
    name = "review",
    description = "Asks of each finding whether it becomes part of the golden, as git add -p does.",
    footer = {
      "",
      "Example: java -jar spantree-golden-cli.jar review",
      "A accepts a finding in all goldens, so that a renamed span is one answer."
    })
final class ReviewCommand extends PendingCommand {
  @Option(names = "--allow-loss", description = "Let A accept losses everywhere, too.")
  boolean allowLoss;

  @Option(
      names = "--open-with",
      paramLabel = "COMMAND",
      description = "What o opens golden and received with. Default: $VISUAL, else $EDITOR.")
  @Nullable
  String openWith;

  ReviewCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Steps steps) {
    CiBrake.check(terminal);
    ProjectOption.Found found = find(steps);
    List<PendingGolden> pending = found.pending();
    if (found.isNothing()) {
      terminal.line("Nothing is pending.");
      return Exit.NOTHING;
    }
    FailedText.show(found.failed(), terminal);
    if (pending.isEmpty()) {
      return Exit.PENDING;
    }
    Map<String, String> environment = terminal.environment();
    String editor = Objects.requireNonNullElse(
        openWith, environment.getOrDefault("VISUAL", environment.getOrDefault("EDITOR", "")));
    Answers answers = new Answers();
    Opener opener = new Opener(terminal, editor);
    Review review =
        new Review(new Questions(terminal, opener, answers, allowLoss, pending.size()), answers);
    try {
      pending.forEach(review::golden);
    } finally {
      terminal.line();
      review.summary().lines().forEach(terminal::line);
    }
    return Exit.pending(review.summary().isPending() || !found.failed().isEmpty());
  }
}
