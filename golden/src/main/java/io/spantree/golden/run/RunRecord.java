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

/**
 * The record of one JVM's run, as far as it has been written.
 *
 * @param file where it was read
 * @param start its first line
 * @param lines the lines below it, in the order in which they were written
 * @param unreadable the lines that are none, as a full disk leaves them: place and reason
 */
public record RunRecord(Path file, RunStarted start, List<RunLine> lines, List<String> unreadable) {
  public RunRecord {
    lines = List.copyOf(lines);
    unreadable = List.copyOf(unreadable);
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
   * @throws IllegalStateException when one is of another version, or no record, with file and line
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
   * @throws IllegalStateException when it is of another version, or no record, with file and line
   */
  public static Optional<RunRecord> read(Path file) {
    List<RunLine> lines = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    String text = text(file);
    int number = 1;
    for (int from = 0, end; (end = text.indexOf('\n', from)) >= 0; from = end + 1, number++) {
      String each = text.substring(from, end);
      try {
        RunLine line = each.isEmpty() ? null : RunJson.parse(each);
        if (line != null) {
          lines.add(line);
        }
      } catch (IllegalArgumentException e) {
        unreadable.add(file + ":" + number + ": no line of a run record: " + e.getMessage());
      }
    }
    if (!lines.isEmpty() && lines.get(0) instanceof RunStarted start) {
      return Optional.of(new RunRecord(file, start, lines.subList(1, lines.size()), unreadable));
    } else if (lines.isEmpty() && unreadable.isEmpty()) {
      return Optional.empty();
    }
    String reason = unreadable.isEmpty()
        ? file + ":1: no line of a run record: it does not begin with a run"
        : unreadable.get(0);
    throw new IllegalStateException(reason + ". Delete the file: the next run writes another.");
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the run record " + file + ": " + e, e);
    }
  }
}
