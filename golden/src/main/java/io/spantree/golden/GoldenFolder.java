package io.spantree.golden;

import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** Finds the folder that holds the goldens of a test class's module. */
final class GoldenFolder {
  static final String PROPERTY = "spantree.golden.dir";

  private GoldenFolder() {}

  /**
   * The files of a golden of the class: among the sources of its module, or, to be compared only, on
   * the class path where these are not there.
   *
   * @throws IllegalStateException when the class tells nothing about its module
   */
  static GoldenFiles files(Class<?> testClass, String relative) {
    Path folder = find(testClass);
    if (folder == null || !hasSources(folder)) {
      ClassPathGolden resource = ClassPathGolden.find(testClass.getClassLoader(), relative);
      if (resource != null) {
        return GoldenFiles.onClassPath(resource, relative);
      }
    }
    return GoldenFiles.in(of(testClass), relative);
  }

  /** A module whose {@code src} is gone was moved here without its sources. */
  private static boolean hasSources(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (at.endsWith("src")) {
        return Files.isDirectory(at);
      }
    }
    return true;
  }

  /**
   * The folder named by the property, else {@code src/<set>/resources/golden} of the class's module.
   *
   * @throws IllegalStateException when the class tells nothing about its module
   */
  static Path of(Class<?> testClass) {
    Path found = find(testClass);
    if (found == null) {
      throw new IllegalStateException("The folder of the goldens of "
          + testClass.getName()
          + " is unknown, because its classes lie neither in target/test-classes nor in"
          + " build/classes. Name it with -D"
          + PROPERTY
          + "=…/src/test/resources/golden");
    }
    return found;
  }

  /** Null when the class tells nothing about its module. */
  static @Nullable Path find(Class<?> testClass) {
    String named = System.getProperty(PROPERTY, "");
    if (!named.isBlank()) {
      return Path.of(named).toAbsolutePath().normalize();
    }
    Path classes = classesFolder(testClass);
    return classes == null ? null : goldens(classes);
  }

  /** The folder or jar that the class was loaded from; null when that is unknown. */
  static @Nullable Path classesFolder(Class<?> testClass) {
    CodeSource source = testClass.getProtectionDomain().getCodeSource();
    try {
      return source == null || source.getLocation() == null
          ? null
          : Path.of(source.getLocation().toURI());
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return null;
    }
  }

  /** Maven: {@code target/test-classes}; Gradle: {@code build/classes/java/<set>}. */
  static @Nullable Path goldens(Path classes) {
    Path parent = classes.getParent();
    if (parent != null && classes.endsWith(Path.of("target", "test-classes"))) {
      return resources(parent.resolveSibling("src"), "test");
    }
    for (Path at = parent; at != null; at = at.getParent()) {
      if (at.endsWith(Path.of("build", "classes")) && at.getParent() != null) {
        return resources(
            at.getParent().resolveSibling("src"), classes.getFileName().toString());
      }
    }
    return null;
  }

  private static Path resources(Path src, String set) {
    return src.resolve(set).resolve("resources").resolve("golden");
  }
}
