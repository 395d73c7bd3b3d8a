package io.spantree.samples.builds;

import io.spantree.golden.GoldenTrace;
import io.spantree.samples.walk.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The executable jar of the command line, run as a process of its own. */
record CliJar(Path jar) {

  /** The jar that this build has packaged. */
  static CliJar packaged() throws Exception {
    Path classes = Path.of(
        GoldenTrace.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.list(classes.getParent())) {
      return files
          .filter(file -> file.toString().endsWith("-cli.jar"))
          .filter(file -> isNoOlder(file, classes))
          .findFirst()
          .map(CliJar::new)
          .orElseThrow(() -> new AssertionError("there is no cli jar of these classes beside "
              + classes + ": run mvn -Pproof verify, which packages it"));
    }
  }

  private static boolean isNoOlder(Path jar, Path classes) {
    Path newest = Files.isDirectory(classes)
        ? classes.resolve(GoldenTrace.class.getName().replace('.', '/') + ".class")
        : classes;
    try {
      return Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(newest)) >= 0;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a command in the folder. */
  Shell.Result in(Path folder, String... arguments) {
    return answering("", folder, arguments);
  }

  /** The same with what the reader types. */
  Shell.Result answering(String answers, Path folder, String... arguments) {
    List<String> command = new ArrayList<>(this.command());
    command.addAll(List.of(arguments));
    return new Shell(folder).run(answers, command);
  }

  List<String> command() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(java, "-jar", jar.toString());
  }
}
