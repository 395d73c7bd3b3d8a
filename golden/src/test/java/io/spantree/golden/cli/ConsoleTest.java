package io.spantree.golden.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/** What a reader at a console sees beside the words. */
class ConsoleTest {
  private static final String SHOP = "acme/OrderTest/places.spans";

  @TempDir
  Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private long now;
  private boolean slow;

  private Terminal terminal(Ansi ansi, boolean isConsole, String answers) {
    return terminal(ansi, isConsole, answers, Map.of());
  }

  private Terminal terminal(
      Ansi ansi, boolean isConsole, String answers, Map<String, String> environment) {
    return new Terminal(
        new BufferedReader(new StringReader(answers)),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        ansi,
        environment,
        isConsole,
        () -> slow ? now += 5_000_000_000L : now);
  }

  private String run(Ansi ansi, String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "-C";
    all[arguments.length + 1] = folder.toString();
    Terminal terminal = terminal(ansi, true, "r\n");
    Main.run(terminal, all);
    terminal.out().flush();
    return out.toString().replace("\u001b", "ESC");
  }

  private void aRenamedSpanWithoutItsAttribute() {
    Project project = new Project(folder);
    project.golden(SHOP, "span order\n    coins = 1\nspan > check\n");
    project.test(SHOP, "span order\nspan > look\n");
  }

  @Test
  void a_loss_is_red_in_the_list() {
    aRenamedSpanWithoutItsAttribute();

    assertThat(run(Ansi.ON, "list"))
        .contains("ESC[33mdiffersESC[0m  " + SHOP)
        .contains("1 ATTRIBUTE MISSINGESC[31m (loss)ESC[0m");
  }

  @Test
  void a_diff_is_coloured_as_git_colours_it() {
    aRenamedSpanWithoutItsAttribute();

    assertThat(run(Ansi.ON, "diff"))
        .startsWith("ESC[1m--- golden/" + SHOP + "ESC[0m\n")
        .contains("ESC[31m-    coins = 1ESC[0m")
        .contains("ESC[32m+span > lookESC[0m");
  }

  @Test
  void json_has_no_colour() {
    aRenamedSpanWithoutItsAttribute();

    assertThat(run(Ansi.ON, "list", "--json")).doesNotContain("ESC");
    assertThat(run(Ansi.ON, "diff", "--json")).doesNotContain("ESC");
  }

  @Test
  void an_answer_that_was_typed_is_not_printed_once_more() {
    aRenamedSpanWithoutItsAttribute();

    assertThat(run(Ansi.OFF, "review")).contains("[a,r,s,A,R,o,q,?] \n");
  }

  @Test
  void work_that_takes_longer_than_a_second_says_how_far_it_has_come() {
    try (Progress progress = new Progress(terminal(Ansi.OFF, true, ""))) {
      progress.taken(1, 4, "goldens read");
      assertThat(err).hasToString("");
      now = 1_000_000_001;
      progress.taken(2, 4, "goldens read");
      progress.taken(3, 4, "goldens read");
      assertThat(err.toString().stripTrailing()).isEqualTo("\r2 of 4 goldens read");
      now = 2_000_000_000;
      progress.taken(3, 4, "goldens read");
      assertThat(err.toString()).contains("\r3 of 4 goldens read ");
      progress.taken(4, 4, "goldens read");
    }
    assertThat(err.toString()).endsWith("\r" + " ".repeat(60) + "\r").doesNotContain("4 of 4");
  }

  @Test
  void an_error_leaves_no_half_line() {
    assertThatIllegalStateException().isThrownBy(() -> {
      try (Progress progress = new Progress(terminal(Ansi.OFF, true, ""))) {
        now = 5_000_000_000L;
        progress.each(List.of(1, 2), "goldens read", each -> {
          if (each == 2) {
            throw new IllegalStateException("the disk is full");
          }
        });
      }
    });
    assertThat(err.toString()).startsWith("\r1 of 2 goldens read").endsWith(" \r");
  }

  @Test
  void a_pipe_is_told_the_result_alone_and_so_is_the_log_of_a_build_server() {
    for (Terminal unseen : List.of(
        terminal(Ansi.OFF, false, ""), terminal(Ansi.OFF, true, "", Map.of("CI", "true")))) {
      try (Progress progress = new Progress(unseen)) {
        now += 5_000_000_000L;
        progress.taken(1, 4, "goldens read");
      }
    }
    assertThat(err).hasToString("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "diff", "review", "accept", "check", "prune", "names"})
  void every_command_says_how_far_it_has_come(String command) throws IOException {
    aRenamedSpanWithoutItsAttribute();
    aSecondRun();
    slow = true;

    run(Ansi.OFF, command);

    assertThat(err.toString()).contains("\r1 of 2 run records read");
  }

  private void aSecondRun() throws IOException {
    Path runs = folder.resolve("target/spantree/runs");
    try (Stream<Path> files = Files.list(runs)) {
      Files.copy(files.findFirst().orElseThrow(), runs.resolve("z.jsonl"));
    }
  }
}
