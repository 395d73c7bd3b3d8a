package io.spantree.golden.cli;

import io.spantree.golden.review.NamesContract;
import io.spantree.golden.review.NamesContract.Change;
import io.spantree.golden.review.NamesContract.Difference;
import io.spantree.golden.review.Steps;
import io.spantree.golden.run.JsonObject;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the telemetry that the tests saw. */
@Command(
    name = "names",
    description = "Lists every scope, span name, kind, attribute key and type that the tests saw.",
    footer = {
      "",
      "Example: java -jar spantree-golden-cli.jar names --write",
      "It writes src/test/resources/golden/telemetry.names, to be committed.",
      "check compares it."
    })
final class NamesCommand extends ProjectCommand {
  @Option(names = "--write", description = "Write the list of each module, to be committed.")
  boolean write;

  @Mixin
  JsonOption json = new JsonOption();

  NamesCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Steps steps) {
    if (write) {
      CiBrake.check(terminal);
    }
    List<JsonObject> lists = new ArrayList<>();
    boolean pending = false;
    List<NamesContract> contracts = new ArrayList<>();
    steps.each(
        project.workspace(steps).modules(),
        "lists of names made",
        module -> contracts.add(NamesContract.of(module)));
    for (NamesContract names : contracts) {
      List<Difference> differences = names.differences();
      if (write) {
        names.write();
        terminal.line("Wrote " + names.file() + (names.isWhole() ? "" : PARTIAL));
      } else if (json.wanted) {
        lists.add(new JsonObject()
            .put("file", names.file().toString())
            .put("whole", names.isWhole())
            .put("names", names.text().lines().skip(1).toList()));
      } else {
        terminal.out().print(names.text());
      }
      pending |= names.isCommitted()
          && differences.stream().anyMatch(each -> each.change() != Change.UNKNOWN);
    }
    if (json.wanted && !write) {
      terminal.line(new JsonObject().put("modules", lists).print());
    }
    return Exit.pending(pending && !write);
  }

  private static final String PARTIAL =
      "; not all tests ran, so entries that were not seen have stayed";

  static String heading(Change change, int count) {
    String entries = Text.count(count, "name", "names");
    return switch (change) {
      case VANISHED -> entries + " of the telemetry contract vanished";
      case TYPE_CHANGED -> entries + " of the telemetry contract changed type";
      case UNKNOWN -> entries + " of the telemetry contract not seen, but not all tests ran";
      case ADDED -> entries + " not in the telemetry contract";
    };
  }

  static String line(Difference difference) {
    String now = difference.now();
    return difference.entry()
        + switch (difference.change()) {
          case TYPE_CHANGED -> ", now " + now;
          case UNKNOWN -> now.isEmpty() ? "" : ", seen as " + now;
          case VANISHED, ADDED -> "";
        };
  }
}
