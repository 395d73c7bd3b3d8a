package io.spantree.golden;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A golden and what a run produced beside it.
 *
 * @param golden the committed file, below the sources
 * @param received what the run writes, below the build folder
 * @param name how messages call it
 */
record GoldenFiles(Path golden, Path received, String name) {
  private static final String RECEIVED = "spantree/received";

  /** The files of a golden inside a folder such as {@code src/test/resources/golden}. */
  static GoldenFiles in(Path folder, String relative) {
    Path build = buildFolder(folder);
    return new GoldenFiles(
        folder.resolve(relative), build.resolve(RECEIVED).resolve(relative), relative);
  }

  /** The files of a golden that may stand anywhere. */
  static GoldenFiles at(Path file) {
    Path golden = file.toAbsolutePath().normalize();
    Path module = moduleOf(golden);
    Path relative = module.relativize(golden);
    int last = relative.getNameCount();
    int from = 0;
    for (int i = 0; i < last - 1; i++) {
      from = relative.getName(i).toString().equals("golden") ? i + 1 : from;
    }
    String name = relative.subpath(from, last).toString().replace('\\', '/');
    Path received = buildFolder(golden).resolve(RECEIVED).resolve(name);
    return new GoldenFiles(golden, received, name);
  }

  /** Maven's {@code target}, or Gradle's {@code build} where a Gradle build file stands. */
  private static Path buildFolder(Path below) {
    Path module = moduleOf(below.toAbsolutePath().normalize());
    boolean gradle = !Files.exists(module.resolve("pom.xml"))
        && (Files.exists(module.resolve("build.gradle"))
            || Files.exists(module.resolve("build.gradle.kts")));
    return module.resolve(gradle ? "build" : "target");
  }

  /** The nearest folder above with a build file; the working directory when there is none. */
  private static Path moduleOf(Path file) {
    for (Path at = file.getParent(); at != null; at = at.getParent()) {
      if (isModule(at)) {
        return at;
      }
    }
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here : file.getParent();
  }

  static boolean isModule(Path folder) {
    return Files.exists(folder.resolve("pom.xml"))
        || Files.exists(folder.resolve("build.gradle"))
        || Files.exists(folder.resolve("build.gradle.kts"));
  }
}
