package io.spantree.golden.cli;

import picocli.CommandLine.Option;

/** Whether a tool reads, and not a person. */
final class JsonOption {
  @Option(names = "--json", description = "Print JSON, for tools.")
  boolean wanted;
}
