package io.spantree.golden;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.FileInfo;

class GoldenExpectationTest {
  @TempDir
  Path module;

  private Path file;
  private Path received;

  @BeforeEach
  void makeModule() throws IOException {
    Files.writeString(module.resolve("pom.xml"), "<project/>");
    file = module.resolve("src/test/resources/golden/orders/OrderTest/places.spans");
    received = module.resolve("target/spantree/received/orders/OrderTest/places.spans");
  }

  private static Recording order(long coins) {
    try (SpanCapture capture = SpanCapture.start()) {
      Tracer tracer = capture.openTelemetry().getTracer("test");
      Span order = tracer.spanBuilder("place order").startSpan();
      try (Scope scope = order.makeCurrent()) {
        Span charge = tracer.spanBuilder("charge").startSpan();
        charge.setAttribute("coins", coins);
        charge.end();
      }
      order.end();
      return capture.recording();
    }
  }

  private static AssertionFailedError failure(Path file, Recording recording) {
    return catchThrowableOfType(
        AssertionFailedError.class, () -> assertTrace(recording).matches(golden(file)));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Runs the command as a reader would who copies it out of the message. */
  private void accept(String message) throws IOException, InterruptedException {
    String command = message.substring(message.indexOf("accept: ") + "accept: ".length());
    Process shell = new ProcessBuilder("sh", "-c", command)
        .directory(module.toFile())
        .redirectErrorStream(true)
        .start();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(output).isEmpty();
    assertThat(shell.exitValue()).isZero();
  }

  private static final String ORDER = """
      # spantree v1
      span "place order"
      span > charge
          coins = 4200
      """;

  @Test
  void a_missing_golden_is_pending_and_prints_the_tree() {
    AssertionFailedError failure = failure(file, order(4200));

    assertThat(failure).hasMessage("""
        Golden is pending: orders/OrderTest/places.spans does not exist yet

          span "place order"
          span > charge
              coins = 4200

          Is this tree right? Then commit it:
          accept: mkdir -p %1$s && cp %2$s \\
                     %3$s
                # or: java -jar spantree-golden-cli.jar accept -C %4$s orders/OrderTest/places""", file.getParent(), received, file, module);
    assertThat(received).hasContent(ORDER);
    assertThat(module.resolve("src")).doesNotExist();
    assertThat(((FileInfo) failure.getExpected().getValue()).getPath()).isEqualTo(file.toString());
    assertThat(contents((FileInfo) failure.getExpected().getValue())).isEmpty();
    assertThat(contents((FileInfo) failure.getActual().getValue())).isEqualTo(ORDER);
  }

  private static String contents(FileInfo info) {
    return info.getContentsAsString(StandardCharsets.UTF_8);
  }

  @Test
  void a_trace_that_differs_fails_with_both_files() throws IOException {
    write(file, ORDER);

    TestSpan charge = new TestSpan("charge");
    charge.attributes.put("coins", 5L);
    TestSpan order = new TestSpan("place order");
    order.children.add(charge);
    AssertionFailedError failure = failure(file, TestSpan.record(List.of(List.of(order))));

    assertThat(failure).hasMessage("""
        Trace differs from the golden orders/OrderTest/places.spans: 1 finding

          ATTRIBUTE VALUE  "place order" > charge: coins: expected 4200 (long), was 5 (long)

            span "place order"
            span > charge
          ~     coins = 5                           # expected 4200 (long)

          accept: cp %1$s \\
                     %2$s
                # or: java -jar spantree-golden-cli.jar accept -C %3$s orders/OrderTest/places""", received, file, module);
    assertThat(file).hasContent(ORDER);
    FileInfo expected = (FileInfo) failure.getExpected().getValue();
    FileInfo actual = (FileInfo) failure.getActual().getValue();
    assertThat(expected.getPath()).isEqualTo(file.toString());
    assertThat(contents(expected)).isEqualTo(ORDER);
    assertThat(actual.getPath()).isEqualTo(received.toString());
    assertThat(contents(actual)).isEqualTo(ORDER.replace("4200", "5"));
    assertThat(received).hasContent(contents(actual));
  }

  @Test
  void pasting_the_printed_command_accepts_a_new_and_a_changed_trace()
      throws IOException, InterruptedException {
    accept(failure(file, order(4200)).getMessage());
    assertTrace(order(4200)).matches(golden(file));

    accept(failure(file, order(5)).getMessage());
    assertTrace(order(5)).matches(golden(file));
    assertThat(file).hasContent(ORDER.replace("4200", "5"));
  }

  @Test
  void the_command_works_for_names_with_spaces_and_quotes()
      throws IOException, InterruptedException {
    Path odd = module.resolve("src/test/resources/golden/it's $HOME \"half\" done/a&b;*.spans");

    accept(failure(odd, order(4200)).getMessage());

    assertTrace(order(4200)).matches(golden(odd));
  }

  @Test
  void a_pass_removes_the_received_file_alone() throws IOException {
    write(file, ORDER);
    failure(file, order(5));
    Path other = received.resolveSibling("other.spans");
    write(other, ORDER);

    assertTrace(order(4200)).matches(golden(file));

    assertThat(received).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void a_long_tree_is_cut_short_in_the_message_and_whole_in_the_file() {
    TestSpan root = new TestSpan("root");
    for (int i = 0; i < 60; i++) {
      root.children.add(new TestSpan("child" + i));
    }

    AssertionFailedError failure = failure(file, TestSpan.record(List.of(List.of(root))));

    assertThat(failure).hasMessageContaining("  # … 16 lines more in the file\n");
    assertThat(received).content().hasLineCount(62);
  }

  @Test
  void a_test_that_recorded_nothing_is_told_so_and_not_how_to_accept_it() {
    assertThat(failure(file, TestSpan.record(List.of())))
        .hasMessageStartingWith("""
            Golden is pending: orders/OrderTest/places.spans does not exist yet

              Nothing was recorded; is the instrumented code given the test's SDK?
              There is no tree to accept.
            """)
        .hasMessageNotContaining("accept: ")
        .hasMessageNotContaining(" cp ");
  }

  @Test
  void a_golden_that_any_recording_matches_is_refused() throws IOException {
    write(file, "# spantree v1\n# whatever\n... traces\n");

    assertThatThrownBy(() -> assertTrace(order(1)).matches(golden(file)))
        .hasMessage("the golden " + file + " says only \"... traces\", which any recording matches;"
            + " say which spans must be there, or delete it and run the test again");
    assertThat(received).doesNotExist();

    write(file, ORDER + "... traces\n");
    assertTrace(order(4200)).matches(golden(file));
  }

  @Test
  void a_received_file_that_cannot_be_written_hides_no_finding() throws IOException {
    write(file, ORDER);
    write(module.resolve("target"), "a file where a folder is wanted");

    assertThat(failure(file, order(5)))
        .hasMessageContaining("coins: expected 4200 (long), was 5 (long)")
        .hasMessageContaining("cannot write " + received);
  }

  @Test
  void a_syntax_error_names_file_line_and_column() throws IOException {
    write(file, ORDER.replace("coins = 4200", "coins = <uid>"));

    assertThatThrownBy(() -> assertTrace(order(1)).matches(golden(file)))
        .hasMessageStartingWith(file + ":4:13: expected one of <any>");
  }

  @Test
  void a_merge_conflict_is_refused_where_it_stands() throws IOException {
    String conflict = ORDER.replace(
        "    coins = 4200\n",
        "<<<<<<< ours\n    coins = 1\n=======\n    coins = 2\n>>>>>>> theirs\n");
    write(file, conflict);

    assertThatThrownBy(() -> assertTrace(order(1)).matches(golden(file)))
        .hasMessageStartingWith(file + ":4:1: this is a merge conflict: choose a side");
    assertThat(file).hasContent(conflict);
  }

  @Test
  void a_golden_with_windows_line_ends_is_compared_and_keeps_them() throws IOException {
    String windows = "\uFEFF" + ORDER.replace("\n", "\r\n");
    write(file, windows);

    assertTrace(order(4200)).matches(golden(file));
    failure(file, order(5));

    assertThat(Files.readString(received)).isEqualTo(windows.replace("4200", "5"));
  }

  @Test
  void a_golden_in_another_encoding_is_refused() throws IOException {
    write(file, "");
    Files.write(file, "# Prämie\nspan a\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> assertTrace(order(1)).matches(golden(file)))
        .hasMessage(file + " is not in UTF-8; save it as UTF-8");
  }

  @Test
  void a_folder_where_a_golden_is_wanted_is_refused() throws IOException {
    Files.createDirectories(file);

    assertThatThrownBy(() -> assertTrace(order(1)).matches(golden(file)))
        .hasMessage("a golden is a file, but " + file + " is a folder; move it away");
  }

  @Test
  void a_file_where_a_folder_is_wanted_is_refused() throws IOException {
    write(file.getParent(), "not a folder");

    assertThatThrownBy(() -> assertTrace(order(1)).matches(golden(file)))
        .hasMessageStartingWith("cannot read the golden " + file);
  }

  @Test
  void nothing_is_left_behind_but_the_received_file() throws IOException {
    failure(file, order(1));
    failure(file, order(2));
    Path full = received.resolveSibling("full.spans");
    Files.createDirectories(full.resolve("folder"));
    failure(file.resolveSibling("full.spans"), order(3));

    try (Stream<Path> files = Files.list(received.getParent())) {
      assertThat(files).containsExactlyInAnyOrder(received, full);
    }
  }

  @Test
  void a_blank_name_is_refused() {
    assertThatThrownBy(() -> golden(" ")).hasMessage("the name of a golden must not be blank");
  }

  @Test
  void a_recording_of_no_test_is_told_how_to_name_its_golden() {
    assertThatThrownBy(() -> assertTrace(order(1)).matches(golden()))
        .hasMessageContaining(
            "this recording belongs to none. Put @TraceTest on the test, or name");
  }
}
