package io.spantree.golden.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The record of one JVM's run, as far as it has been written.
 *
 * @param file where it was read
 * @param start its first line
 * @param lines the lines below it, in the order in which they were written
 */
public record RunRecord(Path file, RunStarted start, List<RunLine> lines) {
  public RunRecord {
    lines = List.copyOf(lines);
  }

  /** All comparisons, in the order in which they were made. */
  public List<Compared> comparisons() {
    return lines.stream()
        .filter(Compared.class::isInstance)
        .map(Compared.class::cast)
        .toList();
  }

  /**
   * Reads all records in a folder, oldest first; there are none where there is no folder.
   *
   * @throws UncheckedIOException when one cannot be read
   * @throws IllegalStateException when one is damaged or of another version, with file and line
   */
  public static List<RunRecord> readAll(Path folder) {
    return files(folder).stream().flatMap(file -> read(file).stream()).toList();
  }

  /**
   * The files with records in a folder, the oldest first; none where there is no folder.
   *
   * @throws UncheckedIOException when the folder cannot be read
   */
  public static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the run records in " + folder + ": " + e, e);
    }
  }

  /**
   * Reads a record; a file whose first line is not written yet, or was never, says nothing.
   *
   * @throws UncheckedIOException when it cannot be read
   * @throws IllegalStateException when it is damaged or of another version, with file and line
   */
  public static Optional<RunRecord> read(Path file) {
    List<RunLine> lines = new ArrayList<>();
    String text = text(file);
    int number = 1;
    for (int from = 0, end; (end = text.indexOf('\n', from)) >= 0; from = end + 1, number++) {
      RunLine line = parse(file, number, text.substring(from, end));
      if (line != null) {
        lines.add(line);
      }
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    } else if (!(lines.get(0) instanceof RunStarted start)) {
      throw problem(file, 1, new IllegalArgumentException("it does not begin with a run"));
    } else {
      return Optional.of(new RunRecord(file, start, lines.subList(1, lines.size())));
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the run record " + file + ": " + e, e);
    }
  }

  private static @Nullable RunLine parse(Path file, int number, String text) {
    try {
      return RunJson.parse(text);
    } catch (IllegalArgumentException e) {
      throw problem(file, number, e);
    }
  }

  private static IllegalStateException problem(Path file, int line, IllegalArgumentException e) {
    String text = file + ":" + line + ": no line of a run record: " + e.getMessage()
        + ". Delete the file: the next run writes another.";
    return new IllegalStateException(text, e);
  }
}
