package io.spantree.golden.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command that holds the others. */
@Command(
    name = "spantree",
    description = "Compares, reviews and accepts golden span trees.",
    mixinStandardHelpOptions = true,
    versionProvider = Spantree.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit: 0 nothing to do, 1 something is pending, 2 an error.",
      "",
      "Example: run the tests, then",
      "  java -jar spantree-golden-cli.jar list",
      "  java -jar spantree-golden-cli.jar review"
    })
final class Spantree implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin
  final ProjectOption project;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  Spantree(Terminal terminal) {
    this.terminal = terminal;
    this.project = new ProjectOption(terminal);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(terminal.err());
    return Exit.ERROR;
  }

  /** Reads the version from the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Spantree.class.getPackage().getImplementationVersion();
      return new String[] {"spantree " + (version == null ? "(built from sources)" : version)};
    }
  }
}
