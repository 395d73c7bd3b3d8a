package io.spantree.golden.cli;

import io.spantree.golden.review.PendingGolden;
import io.spantree.golden.review.Steps;
import io.spantree.golden.run.JsonObject;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what would change in the goldens. */
@Command(
    name = "diff",
    description = "Shows what accepting would change in the goldens.",
    footer = {"", "Example: java -jar spantree-golden-cli.jar diff RedemptionTest"})
final class DiffCommand extends PendingCommand {
  @Mixin
  JsonOption json = new JsonOption();

  DiffCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Steps steps) {
    ProjectOption.Found found = find(steps);
    List<PendingGolden> pending = found.pending();
    List<JsonObject> objects = new ArrayList<>();
    List<String> all = new ArrayList<>();
    Terminal colours = json.wanted ? terminal.withoutColour() : terminal;
    steps.each(pending, "goldens compared", each -> {
      List<String> lines = TextDiff.lines(each.golden(), each.received(), each.name(), colours);
      if (json.wanted) {
        objects.add(each.compared().json().put("diff", String.join("\n", lines)));
      } else {
        all.addAll(lines);
      }
    });
    all.forEach(terminal::line);
    if (json.wanted) {
      terminal.line(new JsonObject()
          .put("pending", objects)
          .put("failed", FailedText.json(found.failed()))
          .print());
    } else if (found.isNothing()) {
      terminal.line("Nothing is pending.");
    } else {
      FailedText.show(found.failed(), terminal);
    }
    return Exit.pending(!found.isNothing());
  }
}
