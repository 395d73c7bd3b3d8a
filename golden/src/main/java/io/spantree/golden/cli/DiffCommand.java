package io.spantree.golden.cli;

import io.spantree.golden.review.PendingGolden;
import io.spantree.golden.run.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what would change in the goldens. */
@Command(
    name = "diff",
    description = "Shows what accepting would change in the goldens.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: java -jar spantree-golden-cli.jar diff RedemptionTest"})
final class DiffCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin
  ProjectOption project = new ProjectOption();

  @Option(names = "--json", description = "Print JSON, for tools.")
  boolean json;

  @Parameters(
      arity = "0..1",
      paramLabel = "GLOB",
      description = "Which goldens: a class, Class/method, or a glob. Default: all.")
  @Nullable
  String glob;

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<PendingGolden> pending = project.pending(glob);
    List<JsonObject> objects = new ArrayList<>();
    try (Progress progress = new Progress(terminal, "compared", pending.size())) {
      for (PendingGolden each : pending) {
        progress.step();
        List<String> lines = TextDiff.lines(
            each.golden(),
            each.received(),
            each.name(),
            json ? terminal.withoutColour() : terminal);
        if (json) {
          objects.add(each.compared().json().put("diff", String.join("\n", lines)));
        } else {
          lines.forEach(terminal::line);
        }
      }
    }
    if (json) {
      terminal.line(new JsonObject().put("pending", objects).print());
    } else if (pending.isEmpty()) {
      terminal.line("Nothing is pending.");
    }
    return Exit.pending(!pending.isEmpty());
  }
}
