package io.spantree.golden.cli;

import io.spantree.golden.run.ClassRan;
import io.spantree.golden.run.Compared;
import io.spantree.golden.run.Hash;
import io.spantree.golden.run.NamesSeen;
import io.spantree.golden.run.Outcome;
import io.spantree.golden.run.RanTest;
import io.spantree.golden.run.RunWriter;
import io.spantree.golden.run.SeenSpan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes what runs of a user's tests would have recorded, and the classes of these tests. */
final class Records {
  private final Project project;
  private final Path testClasses;
  private RunWriter writer;
  private long now = 1;

  Records(Project project) {
    this.project = project;
    this.testClasses = project.folder().resolve("target/test-classes");
    this.writer = RunWriter.in(project.folder().resolve("target/spantree/runs"));
  }

  /** What follows is written then, in milliseconds since 1970. */
  void at(long time) {
    now = time;
  }

  /** Compiles the class, which is one of ours, into the user's project. */
  Path compile(Class<?> type) throws IOException {
    String path = type.getName().replace('.', '/') + ".class";
    Path file = testClasses.resolve(path);
    Files.createDirectories(file.getParent());
    try (InputStream bytes = type.getClassLoader().getResourceAsStream(path)) {
      return Files.write(file, bytes.readAllBytes());
    }
  }

  void compared(Class<?> type, String method, String golden) {
    compared(List.of(type.getName()), method, golden);
  }

  /** The same of a class that need not exist, behind the classes around it. */
  void compared(List<String> classes, String method, String golden) {
    write(classes, method, golden, project.goldenFile(golden), Outcome.PASSED, null);
  }

  /** A test of the class has compared a golden of a path of its own. */
  void compared(Class<?> type, String method, Path golden) {
    String name = project.folder().relativize(golden).toString();
    write(List.of(type.getName()), method, name, golden, Outcome.PASSED, null);
  }

  private void write(
      List<String> classes,
      String method,
      String golden,
      Path file,
      Outcome outcome,
      @Nullable String received) {
    RanTest test =
        new RanTest("[" + method + "]", method + "()", classes, method, List.of(), testClasses);
    writer.write(new Compared(
        now++,
        test,
        golden,
        file,
        project.receivedFile(golden),
        outcome,
        received == null ? "0" : null,
        received,
        List.of(),
        0,
        0,
        List.of()));
  }

  /** A test that has received this for a golden that does not exist. */
  void received(Class<?> type, String method, String golden, String text) {
    Project.write(project.receivedFile(golden), text);
    List<String> classes = List.of(type.getName());
    write(classes, method, golden, project.goldenFile(golden), Outcome.PENDING, Hash.of(text));
  }

  void ran(Class<?> type, boolean full) {
    writer.write(new ClassRan(now++, List.of(type.getName()), full));
  }

  void saw(Class<?> type, String span, Map<String, String> attributes) {
    SeenSpan seen = new SeenSpan("acme", span, "INTERNAL", new TreeMap<>(attributes));
    writer.write(new NamesSeen(now++, List.of(type.getName()), List.of(seen)));
  }

  /** What follows is by another JVM of the same process: a fork, or in an IDE the next run. */
  void nextJvm() {
    writer = RunWriter.in(project.folder().resolve("target/spantree/runs"));
  }

  /** What follows is another run, by another process. */
  void nextRun() throws IOException {
    Path runs = project.folder().resolve("target/spantree/runs");
    Path old = writer.file();
    String text =
        Files.readString(old).replaceFirst("\"group\":\"[^\"]*\"", "\"group\":\"earlier\"");
    Files.writeString(runs.resolve("0-" + old.getFileName()), text);
    Files.delete(old);
    writer = RunWriter.in(runs);
  }
}
