package io.spantree.samples.walk;

import io.spantree.golden.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs commands in a folder, as a developer would. */
public record Shell(Path folder) {

  /** What a command printed, errors among it, and its exit code. */
  public record Result(int code, String output) {}

  Result git(String... arguments) {
    List<String> command = new ArrayList<>(List.of(
        "git",
        "-c",
        "user.name=A Developer",
        "-c",
        "user.email=dev@example.com",
        "-c",
        "core.pager=cat",
        "-c",
        "color.ui=never",
        "-c",
        "diff.noprefix=false",
        "-c",
        "core.abbrev=7"));
    command.addAll(List.of(arguments));
    return run("", command);
  }

  /** The command line with what the reader types, in this process, which is quicker. */
  Result spantree(String answers, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("-C", folder.toString()));
    StringWriter output = new StringWriter();
    PrintWriter writer = new PrintWriter(output);
    int code =
        Main.run(Map.of(), new StringReader(answers), writer, writer, all.toArray(String[]::new));
    return new Result(code, output.toString());
  }

  /** Runs a process, with what the reader types. */
  public Result run(String answers, List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      Map<String, String> environment = builder.environment();
      environment.keySet().removeIf(name -> name.startsWith("GIT_"));
      environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
      environment.put("GIT_CONFIG_NOSYSTEM", "1");
      Process process =
          builder.directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().write(answers.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      return new Result(process.waitFor(), new String(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
