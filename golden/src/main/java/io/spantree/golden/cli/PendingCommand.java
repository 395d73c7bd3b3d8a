package io.spantree.golden.cli;

import io.spantree.golden.review.Steps;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** A command about pending goldens, all or those that a glob names. */
abstract class PendingCommand extends ProjectCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "GLOB",
      description = "Which goldens: a class, Class/method, or a glob. Default: all.")
  @Nullable
  String glob;

  PendingCommand(Terminal terminal) {
    super(terminal);
  }

  ProjectOption.Found find(Steps steps) {
    return project.find(glob, steps);
  }
}
