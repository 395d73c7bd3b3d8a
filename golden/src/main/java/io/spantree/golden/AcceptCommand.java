package io.spantree.golden;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The shell command that makes the received file the golden. */
final class AcceptCommand {
  private AcceptCommand() {}

  /** Two lines, joined by a backslash, that work wherever the reader stands. */
  static List<String> lines(GoldenFiles files) {
    return lines(files, Path.of("").toAbsolutePath());
  }

  static List<String> lines(GoldenFiles files, Path here) {
    Path folder = files.golden().getParent();
    String make = folder == null || Files.isDirectory(folder)
        ? ""
        : "mkdir -p " + shown(folder, here) + " && ";
    return List.of(
        "accept: " + make + "cp " + shown(files.received(), here) + " \\",
        "           " + shown(files.golden(), here));
  }

  /** Relative only below a top-level project, where a reader's shell most likely stands. */
  private static String shown(Path path, Path here) {
    Path above = here.getParent();
    boolean top = GoldenFiles.isModule(here) && (above == null || !GoldenFiles.isModule(above));
    return quoted((top && path.startsWith(here) ? here.relativize(path) : path).toString());
  }

  private static String quoted(String path) {
    boolean plain =
        path.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/._-".indexOf(c) >= 0);
    return plain ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
