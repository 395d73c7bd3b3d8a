package io.spantree.samples.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs commands in a folder, as a developer would. */
record Shell(Path folder) {

  /** What a command printed, errors among it, and its exit code. */
  record Result(int code, String output) {}

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

  /** The command line as a process of its own, with what the reader types. */
  Result spantree(String answers, String... arguments) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        "io.spantree.golden.cli.Main"));
    command.addAll(List.of(arguments));
    return run(answers, command);
  }

  Result run(String input, List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      Map<String, String> environment = builder.environment();
      environment.keySet().removeAll(CI);
      environment.keySet().removeIf(name -> name.startsWith("GIT_"));
      environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
      environment.put("GIT_CONFIG_NOSYSTEM", "1");
      Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
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

  /** The developer sits before a machine of his own, also when a build server runs this. */
  private static final List<String> CI = List.of(
      "CI",
      "GITHUB_ACTIONS",
      "GITLAB_CI",
      "JENKINS_URL",
      "TF_BUILD",
      "BUILDKITE",
      "CIRCLECI",
      "TEAMCITY_VERSION");
}
