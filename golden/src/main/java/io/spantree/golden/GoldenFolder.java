package io.spantree.golden;

import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** Finds the folder that holds the goldens of a test class's module. */
final class GoldenFolder {
  static final String PROPERTY = "spantree.golden.dir";

  private GoldenFolder() {}

  /**
   * The folder named by the property, else {@code src/<set>/resources/golden} of the class's module.
   *
   * @throws IllegalStateException when the class tells nothing about its module
   */
  static Path of(Class<?> testClass) {
    String named = System.getProperty(PROPERTY, "");
    if (!named.isBlank()) {
      return Path.of(named).toAbsolutePath().normalize();
    }
    Path classes = classesFolder(testClass);
    Path found = classes == null ? null : goldens(classes);
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

  private static @Nullable Path classesFolder(Class<?> testClass) {
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
