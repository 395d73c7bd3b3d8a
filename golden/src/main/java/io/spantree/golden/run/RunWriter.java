package io.spantree.golden.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * Appends lines to the run record of this JVM.
 *
 * <p>The file is opened for each line, so that nothing has to be closed at the end of a run and a
 * build folder that was cleaned meanwhile is made again.
 */
public final class RunWriter {
  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final Path file;
  private final String group;
  private boolean isTorn;
  private boolean hasStarted;

  private RunWriter(Path file, String group) {
    this.file = file;
    this.group = group;
  }

  /**
   * A record of the running JVM that nobody else writes.
   *
   * @param folder {@code spantree/runs} in the build folder of a module
   */
  public static RunWriter in(Path folder) {
    ProcessHandle self = ProcessHandle.current();
    String start = START.format(self.info().startInstant().orElseGet(Instant::now));
    String name = start + "-" + self.pid() + "-" + UUID.randomUUID() + ".jsonl";
    return new RunWriter(folder.resolve(name), group(self));
  }

  private static String group(ProcessHandle self) {
    return self.parent()
        .map(parent -> parent.pid() + "-"
            + parent.info().startInstant().map(Instant::toEpochMilli).orElse(0L))
        .orElse(Long.toString(self.pid()));
  }

  /** The file of the record. */
  public Path file() {
    return file;
  }

  /**
   * Appends the line at once.
   *
   * @throws UncheckedIOException when that is not possible; the other lines are whole then
   */
  public synchronized void write(RunLine line) {
    try {
      StringBuilder text = new StringBuilder(isTorn ? "\n" : "");
      if (!hasStarted || !Files.exists(file)) {
        Files.createDirectories(file.getParent());
        long pid = ProcessHandle.current().pid();
        text.append(RunJson.print(new RunStarted(line.at(), pid, group))).append('\n');
      }
      text.append(RunJson.print(line)).append('\n');
      isTorn = true; // until the line is whole
      Files.write(
          file,
          text.toString().getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      isTorn = false;
      hasStarted = true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the run record " + file + ": " + e, e);
    }
  }
}
