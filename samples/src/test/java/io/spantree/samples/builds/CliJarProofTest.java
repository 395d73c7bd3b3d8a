package io.spantree.samples.builds;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Tracer;
import io.spantree.capture.SpanCapture;
import io.spantree.samples.walk.Shell;
import io.spantree.samples.walk.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The executable jar as users run it: with nothing but a JDK, in a folder, reading what they type. */
@Tag("proof")
class CliJarProofTest {
  private static final String ESCAPE = "\u001b[";

  @TempDir
  private Path folder;

  private CliJar cli;

  @BeforeEach
  void makeProject() throws Exception {
    cli = CliJar.packaged();
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
  }

  /** A test that records one span, and fails unless the golden says so. */
  private void run(String test, String span, long coins) {
    Path file = file(test);
    try (SpanCapture capture = SpanCapture.start()) {
      Tracer tracer = capture.openTelemetry().getTracer("shop");
      tracer.spanBuilder(span).setAttribute("coins", coins).startSpan().end();
      assertTrace(capture.recording()).matches(golden(file));
    } catch (AssertionError expected) {
      // it leaves behind what it received
    }
  }

  private Path file(String test) {
    return folder.resolve("src/test/resources/golden/acme/OrderTest/" + test + ".spans");
  }

  private void accepted() {
    run("places", "order", 1);
    run("counts", "count", 1);
    assertThat(cli.in(folder, "accept").code()).isZero();
  }

  @Test
  void help_names_each_command_and_how_a_process_ends() {
    Result help = cli.in(folder, "--help");

    assertThat(help.code()).isZero();
    assertThat(help.output())
        .contains("list", "diff", "review", "accept", "check", "prune", "names")
        .contains("Exit: 0 nothing to do, 1 something is pending, 2 an error.");
    assertThat(cli.in(folder, "--version").output()).matches("spantree \\d+\\.\\d+.*\\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "diff", "review", "accept", "check", "prune", "names"})
  void each_command_has_an_example_that_can_be_run(String command) {
    accepted();
    run("places", "order", 1);
    run("counts", "count", 1);
    Result help = cli.in(folder, command, "--help");

    assertThat(help.code()).isZero();
    String example = help.output()
        .lines()
        .filter(line -> line.contains("java -jar spantree-golden-cli.jar " + command))
        .findFirst()
        .orElseThrow();
    List<String> words = new ArrayList<>(
        List.of(example.substring(example.indexOf(".jar") + 4).strip().split(" ")));
    assertThat(cli.in(folder, words.toArray(String[]::new)).code()).as(example).isZero();
  }

  @Test
  void shows_what_is_pending_asks_and_accepts() throws IOException {
    accepted();
    run("places", "order", 2);
    run("counts", "tally", 1);

    Result list = cli.in(folder, "list");
    assertThat(list.code()).isEqualTo(1);
    assertThat(list.output()).startsWith("2 goldens are pending:\n");
    assertThat(cli.in(folder, "diff", "places").output())
        .contains("-    coins = 1\n+    coins = 2");

    Result review = cli.answering("r\na\n", folder, "review");
    assertThat(review.code()).isEqualTo(1);
    assertThat(review.output()).contains("Accepted 1 golden:", "Left, so that the tests stay red:");

    String rest = Files.readString(file("counts")).contains("tally") ? "places" : "counts";
    assertThat(cli.in(folder, "accept", rest).code()).isZero();
    assertThat(Files.readString(file("places"))).contains("coins = 2");
    assertThat(Files.readString(file("counts"))).contains("span tally");
    assertThat(cli.in(folder, "list")).isEqualTo(new Result(0, "Nothing is pending.\n"));
    assertThat(cli.in(folder, "check").code()).isZero();
  }

  @Test
  void an_error_is_one_line_and_the_process_ends_with_2() {
    assertThat(cli.in(folder, "list"))
        .isEqualTo(new Result(
            2,
            "spantree: no test has compared a golden in or below " + folder
                + " yet; run the tests first, or name the project with -C DIR\n"));
    assertThat(cli.in(folder, "lst").code()).isEqualTo(2);
    assertThat(cli.in(folder, "lst").output()).contains("Did you mean: ");
  }

  @Test
  void a_build_server_accepts_nothing() {
    run("places", "order", 1);
    List<String> command = new ArrayList<>(List.of("env", "CI=true"));
    command.addAll(cli.command());
    command.add("accept");

    Result result = new Shell(folder).run("", command);

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.output())
        .startsWith("spantree: goldens are not accepted on a build server, and CI is set;");
    assertThat(file("places")).doesNotExist();
  }

  @Test
  void colour_follows_the_console_and_no_color() {
    accepted();
    run("places", "order", 2);
    String list = String.join(" ", cli.command()) + " list";

    assertThat(cli.in(folder, "list").output()).as("a pipe").doesNotContain(ESCAPE);
    assertThat(onConsole(list)).as("a console").contains(ESCAPE);
    assertThat(onConsole("NO_COLOR=1 " + list)).as("told not to").doesNotContain(ESCAPE);
  }

  private String onConsole(String command) {
    Result result = new Shell(folder).run("", List.of("script", "-qec", command, "/dev/null"));
    assertThat(result.output()).contains("1 golden is pending:");
    return result.output();
  }

  @Test
  void the_jar_holds_no_test_framework() {
    for (String type : List.of("org.assertj.core.api.Assertions", "org.junit.jupiter.api.Test")) {
      assertThatThrownBy(() -> loader().loadClass(type)).isInstanceOf(ClassNotFoundException.class);
    }
  }

  private ClassLoader loader() throws IOException {
    return new java.net.URLClassLoader(
        new java.net.URL[] {cli.jar().toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }
}
