package io.spantree.golden;

import io.spantree.golden.run.RunLine;
import io.spantree.golden.run.RunWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The run records of this JVM, one for each build folder; a full disk fails no test. */
final class RunLog {
  private static final Map<Path, RunWriter> WRITERS = new ConcurrentHashMap<>();
  private static final Map<Path, Path> FOLDERS = new ConcurrentHashMap<>();
  private static final Set<Path> BROKEN = ConcurrentHashMap.newKeySet();

  private RunLog() {}

  /** The folder of the run records of a class's module; null when the module is unknown. */
  static @Nullable Path folder(Class<?> testClass) {
    Path goldens = GoldenFolder.find(testClass);
    return goldens == null ? null : FOLDERS.computeIfAbsent(goldens, GoldenFiles::runs);
  }

  static void write(Path folder, RunLine line) {
    try {
      WRITERS.computeIfAbsent(folder, RunWriter::in).write(line);
    } catch (UncheckedIOException e) {
      if (BROKEN.add(folder)) {
        System.err.println("Spantree: " + e.getMessage()
            + "\n  The tests are compared all the same; accept and check will not know of them.");
      }
    }
  }
}
