package io.spantree.golden;

import io.spantree.golden.recorded.RecordedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

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

  /** What was recorded span by span, from which the command line makes a golden in part. */
  Path recorded() {
    return RecordedFile.beside(received, name);
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
    boolean gradle = isModule(module) && !Files.exists(module.resolve("pom.xml"));
    return module.resolve(gradle ? "build" : "target");
  }

  /**
   * The folder with the build file and {@code src} above the file, so that nothing is written among
   * the sources; without a build file the one with {@code src}, or else the working directory.
   */
  private static Path moduleOf(Path file) {
    Path nearest = null;
    Path aboveSrc = null;
    for (Path at = file.getParent(); at != null; at = at.getParent()) {
      Path src = at.relativize(file).getName(0);
      if (src.toString().equals("src")) {
        if (isModule(at)) {
          return at;
        }
        aboveSrc = aboveSrc == null ? at : aboveSrc;
      }
      nearest = nearest == null && isModule(at) ? at : nearest;
    }
    Path here = Path.of("").toAbsolutePath();
    Path last = file.startsWith(here) ? here : Objects.requireNonNullElse(file.getParent(), file);
    return nearest != null ? nearest : Objects.requireNonNullElse(aboveSrc, last);
  }

  /** Whether a build file stands in the folder. */
  static boolean isModule(Path folder) {
    return Files.exists(folder.resolve("pom.xml"))
        || Files.exists(folder.resolve("build.gradle"))
        || Files.exists(folder.resolve("build.gradle.kts"));
  }
}
