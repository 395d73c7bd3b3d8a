package io.spantree.golden;

import java.nio.file.Path;

/**
 * Expects a trace to equal a committed golden file.
 *
 * <pre>{@code
 * assertTrace().matches(golden());
 * }</pre>
 *
 * <p>A golden that does not exist yet fails as pending, with the file to accept. A test run never
 * writes among the sources.
 */
public final class Goldens {
  private Goldens() {}

  /** The golden of the running test, found by its class and method. */
  public static GoldenExpectation golden() {
    return new GoldenExpectation(test -> GoldenKey.of(test, ""));
  }

  /** One of several goldens of the running test, or that of one invocation of a parameterized test. */
  public static GoldenExpectation golden(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of a golden must not be blank");
    }
    return new GoldenExpectation(test -> GoldenKey.of(test, name));
  }

  /** The golden in a file of one's own choice, also outside of JUnit. */
  public static GoldenExpectation golden(Path file) {
    return new GoldenExpectation(test -> GoldenFiles.at(file));
  }
}
