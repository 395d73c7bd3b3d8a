package io.spantree.golden.cli;

import io.spantree.golden.TextFile;
import io.spantree.golden.review.Acceptance;
import io.spantree.golden.review.StaleGolden;
import io.spantree.golden.review.StaleGolden.Certainty;
import io.spantree.golden.review.StaleGoldens;
import io.spantree.golden.review.Steps;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes stale goldens, and moves those whose test was renamed. */
@Command(
    name = "prune",
    description = "Shows the stale goldens; with --yes deletes or moves those that are certain.",
    footer = {"", "Example: java -jar spantree-golden-cli.jar prune --yes"})
final class PruneCommand extends ProjectCommand {
  @Option(names = "--yes", description = "Do it; without this nothing is deleted or moved.")
  boolean yes;

  @Option(names = "--likely", description = "Take the goldens that are likely stale, too.")
  boolean likely;

  PruneCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Steps steps) {
    if (yes) {
      CiBrake.check(terminal);
    }
    List<StaleGolden> all = StaleGoldens.of(project.workspace(steps));
    List<StaleGolden> stale = all.stream()
        .filter(each ->
            each.certainty() == Certainty.CERTAIN || likely && each.certainty() == Certainty.LIKELY)
        .toList();
    stale.forEach(this::prune);
    int others = all.size() - stale.size();
    if (others > 0) {
      terminal.line("Kept " + Text.goldens(others)
          + " of which it is not certain that they are stale; see check.");
    } else if (stale.isEmpty()) {
      terminal.line("Nothing is stale.");
    }
    if (!yes && !stale.isEmpty()) {
      terminal.line("Nothing was changed; prune --yes does it.");
    }
    return Exit.pending(!yes && !stale.isEmpty());
  }

  private void prune(StaleGolden stale) {
    boolean moves = stale.movedTo() != null;
    if (yes && moves) {
      Acceptance.move(stale);
    } else if (yes) {
      TextFile.delete(stale.file());
    }
    String verb = moves ? yes ? "moved  " : "move   " : yes ? "deleted" : "delete ";
    terminal.line(verb + "  " + StaleText.line(stale));
  }
}
