package io.spantree.golden.cli;

import io.spantree.golden.review.FailedGolden;
import io.spantree.golden.review.NamesContract;
import io.spantree.golden.review.NamesContract.Change;
import io.spantree.golden.review.NamesContract.Difference;
import io.spantree.golden.review.PendingGolden;
import io.spantree.golden.review.StaleGolden;
import io.spantree.golden.review.StaleGolden.Certainty;
import io.spantree.golden.review.StaleGoldens;
import io.spantree.golden.review.Steps;
import io.spantree.golden.review.Workspace;
import io.spantree.golden.run.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks for what is pending, stale, or no longer emitted. */
@Command(
    name = "check",
    description = "Looks for pending and stale goldens, and for telemetry that is gone.",
    footer = {"", "Example: java -jar spantree-golden-cli.jar check"})
final class CheckCommand extends ProjectCommand {
  private static final int MOST = 20;
  private static final String NOT_KNOWN = "Nothing is known to be pending, stale or gone, so the"
      + " exit code is 0; of the above it is not known.";

  @Mixin
  JsonOption json = new JsonOption();

  CheckCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Steps steps) {
    Workspace workspace = project.workspace(steps);
    List<PendingGolden> pending = workspace.pending();
    List<FailedGolden> failed = workspace.failed();
    List<Path> notRun = workspace.notRun();
    List<StaleGolden> stale = StaleGoldens.of(workspace);
    List<Difference> names = new ArrayList<>();
    steps.each(
        workspace.modules(),
        "lists of names compared",
        module -> names.addAll(NamesContract.of(module).differences()));
    names.removeIf(difference -> difference.change() == Change.ADDED);
    boolean faults = !pending.isEmpty()
        || !failed.isEmpty()
        || stale.stream().anyMatch(each -> each.certainty() != Certainty.UNKNOWN)
        || names.stream().anyMatch(each -> each.change() != Change.UNKNOWN);
    if (json.wanted) {
      terminal.line(json(pending, failed, stale, names)
          .put("notRun", notRun.stream().map(Path::toString).toList())
          .print());
    } else {
      show(pending, failed, stale, names);
      showNotRun(notRun, workspace.project());
      if (!faults) {
        boolean unknown = !(stale.isEmpty() && names.isEmpty() && notRun.isEmpty());
        terminal.line(unknown ? NOT_KNOWN : "Nothing is pending, stale or gone.");
      }
    }
    return Exit.pending(faults);
  }

  private void show(
      List<PendingGolden> pending,
      List<FailedGolden> failed,
      List<StaleGolden> stale,
      List<Difference> names) {
    list(
        Text.goldens(pending.size()) + " pending",
        pending.stream().map(PendingGolden::name).toList());
    FailedText.show(failed, terminal);
    for (Certainty certainty : Certainty.values()) {
      List<String> lines = stale.stream()
          .filter(each -> each.certainty() == certainty)
          .map(StaleText::line)
          .toList();
      list(Text.goldens(lines.size()) + " " + StaleText.words(certainty), lines);
    }
    for (Change change : Change.values()) {
      List<String> lines = names.stream()
          .filter(each -> each.change() == change)
          .map(NamesCommand::line)
          .toList();
      list(NamesCommand.heading(change, lines.size()), lines);
    }
  }

  private void showNotRun(List<Path> notRun, Path project) {
    String heading = notRun.size() == 1
        ? "1 module with goldens has not run, so that nothing is known of it"
        : notRun.size() + " modules with goldens have not run, so that nothing is known of them";
    list(
        heading,
        notRun.stream()
            .map(module ->
                project.equals(module) ? "." : project.relativize(module).toString())
            .toList());
  }

  private void list(String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      terminal.line(heading + ":");
      lines.stream().limit(MOST).forEach(line -> terminal.line("  " + line));
      if (lines.size() > MOST) {
        terminal.line("  … and " + (lines.size() - MOST) + " more");
      }
    }
  }

  private static JsonObject json(
      List<PendingGolden> pending,
      List<FailedGolden> failed,
      List<StaleGolden> stale,
      List<Difference> names) {
    List<JsonObject> differences = new ArrayList<>();
    names.forEach(each -> differences.add(new JsonObject()
        .put("change", each.change().name())
        .put("entry", each.entry())
        .put("now", each.now())));
    return new JsonObject()
        .put("pending", pending.stream().map(each -> each.compared().json()).toList())
        .put("failed", FailedText.json(failed))
        .put("stale", stale.stream().map(StaleText::json).toList())
        .put("names", differences);
  }
}
