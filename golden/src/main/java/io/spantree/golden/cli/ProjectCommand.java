package io.spantree.golden.cli;

import io.spantree.golden.review.Steps;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What every command has: help, a project that it looks at, and somebody who reads. */
@Command(mixinStandardHelpOptions = true)
abstract class ProjectCommand implements Callable<Integer> {
  final Terminal terminal;

  @Mixin
  final ProjectOption project;

  ProjectCommand(Terminal terminal) {
    this.project = new ProjectOption(terminal);
    this.terminal = terminal;
  }

  @Override
  public final Integer call() {
    try (Progress progress = new Progress(terminal)) {
      return run(progress);
    }
  }

  /** Does the work; whatever may be long of it is told to the steps. */
  abstract int run(Steps steps);
}
