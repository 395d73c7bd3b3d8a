package io.spantree.golden;

import io.spantree.report.GoldenText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shell commands that make the received file the golden. */
final class AcceptCommand {
  private static final String JAR = "spantree-golden-cli.jar";

  private AcceptCommand() {}

  /** Lines that work wherever the reader stands, or why nothing can be accepted here. */
  static List<String> lines(GoldenFiles files) {
    return lines(files, Path.of("").toAbsolutePath(), System.getenv());
  }

  static List<String> lines(GoldenFiles files, Path here, Map<String, String> environment) {
    String received = shown(files.received(), here);
    Optional<String> ci = ContinuousIntegration.variable(environment);
    if (ci.isPresent()) {
      return GoldenText.acceptNotOnCi(ci.get(), received);
    } else if (files.resource() != null) {
      return GoldenText.acceptNotOnClassPath(files.resource().toString(), received);
    }
    Path folder = files.golden().getParent();
    String make = folder == null || Files.isDirectory(folder) ? "" : shown(folder, here);
    return GoldenText.accept(make, received, shown(files.golden(), here), command(files, here));
  }

  /** Names the module, unless it is where the reader stands: another may have the same golden. */
  private static String command(GoldenFiles files, Path here) {
    String name = files.name();
    String glob = name.endsWith(".spans") ? name.substring(0, name.length() - 6) : name;
    Path module = files.module();
    String in = isTop(here) && module.equals(here) ? "" : "-C " + shown(module, here) + " ";
    return "java -jar " + JAR + " accept " + in + quoted(glob);
  }

  /** Relative only below a top-level project, where a reader's shell most likely stands. */
  private static String shown(Path path, Path here) {
    return quoted((isTop(here) && path.startsWith(here) ? here.relativize(path) : path).toString());
  }

  private static boolean isTop(Path here) {
    Path above = here.getParent();
    return GoldenFiles.isModule(here) && (above == null || !GoldenFiles.isModule(above));
  }

  private static String quoted(String path) {
    boolean plain =
        path.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/._-".indexOf(c) >= 0);
    return plain ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
