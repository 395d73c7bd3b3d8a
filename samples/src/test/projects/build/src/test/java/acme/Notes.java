package acme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What outlives a fork: which class began when, and how often a test ran. */
final class Notes {
  private static final Path FOLDER = Path.of(System.getProperty("acme.notes"));

  private Notes() {}

  static void began(Class<?> testClass) throws IOException {
    append("order", testClass.getSimpleName() + "\n");
  }

  /** Counts from 1. */
  static long run(String test) throws IOException {
    return append(test, "x");
  }

  private static long append(String file, String text) throws IOException {
    Files.createDirectories(FOLDER);
    Path path = FOLDER.resolve(file);
    Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return Files.size(path);
  }
}
