package io.spantree.golden.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Starts the command line, as a process or in this one. */
public final class Main {
  private Main() {}

  public static void main(String... args) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Terminal terminal = new Terminal(
        in,
        out,
        err,
        CommandLine.Help.Ansi.AUTO,
        System.getenv(),
        Interactive.isReader(),
        System::nanoTime);
    int code = run(terminal, args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /**
   * Runs a command in this process, without colour.
   *
   * @param environment the variables that tell a build server, as {@link System#getenv()}
   * @return 0 when there is nothing to do, 1 when something is pending, 2 for an error
   */
  public static int run(
      Map<String, String> environment,
      Reader answers,
      PrintWriter out,
      PrintWriter err,
      String... args) {
    Terminal terminal = new Terminal(
        new BufferedReader(answers),
        out,
        err,
        CommandLine.Help.Ansi.OFF,
        environment,
        false,
        System::nanoTime);
    int code = run(terminal, args);
    out.flush();
    err.flush();
    return code;
  }

  /** Runs a command: 0 when there is nothing to do, 1 when something is pending, 2 for an error. */
  static int run(Terminal terminal, String... args) {
    return commands(terminal).execute(args);
  }

  static CommandLine commands(Terminal terminal) {
    Spantree spantree = new Spantree(terminal);
    CommandLine commands = new CommandLine(spantree);
    List<ProjectCommand> all = List.of(
        new ListCommand(terminal),
        new DiffCommand(terminal),
        new ReviewCommand(terminal),
        new AcceptCommand(terminal),
        new CheckCommand(terminal),
        new PruneCommand(terminal),
        new NamesCommand(terminal));
    for (ProjectCommand command : all) {
      command.project.orElse(spantree.project);
      commands.addSubcommand(command);
    }
    commands
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setExecutionExceptionHandler((e, line, result) -> {
      terminal.error(e);
      return Exit.ERROR;
    });
    return commands;
  }
}
