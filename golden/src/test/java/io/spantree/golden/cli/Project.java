package io.spantree.golden.cli;

import static io.spantree.assertions.TraceAssertions.assertTrace;

import io.spantree.golden.GoldenExpectation;
import io.spantree.golden.Goldens;
import io.spantree.golden.recorded.RecordedFile;
import io.spantree.outline.OutlineSyntaxException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A user's project, with goldens and what runs left behind, and the command line on it. */
final class Project {
  private final Path folder;

  Project(Path folder) {
    this.folder = folder;
    write(folder.resolve("pom.xml"), "<project/>");
  }

  /** What a command printed, and its exit code. */
  record Result(int code, String out, String err) {}

  Result run(String... args) {
    return answering("", args);
  }

  /** Runs a command; the answers are lines that the reader types. */
  Result answering(String answers, String... args) {
    return run(Map.of(), answers, args);
  }

  Result run(Map<String, String> environment, String answers, String... args) {
    return run(folder, environment, answers, args);
  }

  /** Runs a command on the project where it has been moved to, or by a link to it. */
  static Result runIn(Path folder, String... args) {
    return run(folder, Map.of(), "", args);
  }

  private static Result run(
      Path folder, Map<String, String> environment, String answers, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "-C";
    all[args.length + 1] = folder.toString();
    int code = Main.run(
        environment, new StringReader(answers), new PrintWriter(out), new PrintWriter(err), all);
    String root = folder.toString();
    return new Result(code, out.toString().replace(root, "…"), err.toString().replace(root, "…"));
  }

  Path folder() {
    return folder;
  }

  Path goldenFile(String name) {
    return folder.resolve("src/test/resources/golden").resolve(name);
  }

  Path receivedFile(String name) {
    return folder.resolve("target/spantree/received").resolve(name);
  }

  String golden(String name) {
    return read(goldenFile(name));
  }

  /** A test that records these spans, and compares them with its golden. */
  void test(String name, String recorded) {
    test(name, recorded, golden -> golden);
  }

  /** The same with rules for noise in code. */
  void test(String name, String recorded, UnaryOperator<GoldenExpectation> rules) {
    try {
      assertTrace(RecordedFile.read(recorded, "recorded"))
          .matches(rules.apply(Goldens.golden(goldenFile(name))));
    } catch (AssertionError | OutlineSyntaxException expected) {
      // it fails, and leaves behind what it received
    }
  }

  void golden(String name, String text) {
    write(goldenFile(name), "# spantree v1\n" + text);
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
