package io.spantree.samples.libraries;

import java.nio.file.Path;

/** The goldens of the tests, for the proofs that they hold more than once. */
final class LibraryGoldens {
  private static final Path FOLDER =
      Path.of("src/test/resources/golden/io/spantree/samples/libraries");

  private LibraryGoldens() {}

  static Path of(Class<?> test, String method) {
    return FOLDER.resolve(test.getSimpleName()).resolve(method + ".spans");
  }
}
