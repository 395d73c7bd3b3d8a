package io.spantree.golden;

import io.spantree.golden.recorded.RecordedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A golden and what a run produced beside it.
 *
 * @param golden the committed file, below the sources
 * @param received what the run writes, below the build folder
 * @param runs the folder of the run records, below the build folder
 * @param name how messages call it
 * @param root the folder of goldens that it must lie in; null when any place will do
 * @param resource its copy on the class path when its sources are not there; null when they are
 */
record GoldenFiles(
    Path golden,
    Path received,
    Path runs,
    String name,
    @Nullable Path root,
    @Nullable ClassPathGolden resource) {

  private static final String GOLDEN = "golden";
  private static final String OURS = "spantree";
  private static final String RUNS = "runs";

  /** The files of a golden inside a folder such as {@code src/test/resources/golden}. */
  static GoldenFiles in(Path folder, String relative) {
    return of(folder.resolve(relative), buildFolder(folder), relative, folder, null);
  }

  /** A golden that was found on the class path, and whose sources are not known. */
  static GoldenFiles onClassPath(ClassPathGolden resource, String relative) {
    Path here = Path.of("").toAbsolutePath();
    Path unknown = here.resolve("src/test/resources").resolve(GOLDEN).resolve(relative);
    return of(unknown, buildFolder(unknown), relative, null, resource);
  }

  /** The files of a golden that may stand anywhere. */
  static GoldenFiles at(Path file) {
    Path golden = file.toAbsolutePath().normalize();
    Path module = moduleOf(golden);
    Path relative = module.relativize(golden);
    int last = relative.getNameCount();
    int from = 0;
    for (int i = 0; i < last - 1; i++) {
      from = relative.getName(i).toString().equals(GOLDEN) ? i + 1 : from;
    }
    String name = relative.subpath(from, last).toString().replace('\\', '/');
    Path root = from == 0 ? null : module.resolve(relative.subpath(0, from));
    return of(golden, buildFolder(golden), name, root, null);
  }

  private static GoldenFiles of(
      Path golden,
      Path build,
      String name,
      @Nullable Path root,
      @Nullable ClassPathGolden resource) {
    Path ours = build.resolve(OURS);
    Path received = ours.resolve(set(root, build)).resolve("received").resolve(name);
    return new GoldenFiles(golden, received, ours.resolve(RUNS), name, root, resource);
  }

  /** The source set of a folder of goldens, for two may have one name; empty for the tests. */
  private static String set(@Nullable Path root, Path build) {
    Path module = build.getParent();
    if (root == null || module == null || !root.startsWith(module.resolve("src"))) {
      return "";
    }
    Path set = module.resolve("src").relativize(root);
    return set.getNameCount() < 2 || set.startsWith("test")
        ? ""
        : set.getName(0).toString();
  }

  /** What was recorded span by span, from which the command line makes a golden in part. */
  Path recorded() {
    return RecordedFile.beside(received, name);
  }

  /** How another golden is called that differs from this one in case alone. */
  String nameOf(Path other) {
    int length = other.getNameCount();
    int own = Path.of(name).getNameCount();
    return other.subpath(length - own, length).toString().replace('\\', '/');
  }

  /** The folder with the sources and the build folder. */
  Path module() {
    return runs.resolve("../../..").normalize();
  }

  /** The folder of the run records of a module, by its folder of goldens. */
  static Path runs(Path folder) {
    return buildFolder(folder).resolve(OURS).resolve(RUNS);
  }

  /** Maven's {@code target}, or Gradle's {@code build} where a Gradle build file stands. */
  static Path buildFolder(Path below) {
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
