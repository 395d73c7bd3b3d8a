package io.spantree.golden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.golden.cli.Project.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
  private static final String GOLDEN = """
      span order
          coins = 42
          partner = "myntra"
      span > check
      """;
  private static final String RECORDED = "span order\n    coins = 42\nspan > lookup\n";
  private static final String HEAD = "# spantree v1\n";

  @TempDir
  Path folder;

  private Project project;

  @BeforeEach
  void makeProject() {
    project = new Project(folder);
  }

  private void differs(String name) {
    project.golden(name, GOLDEN);
    project.test(name, RECORDED);
  }

  @Test
  void one_answer_takes_a_rename_everywhere_and_a_loss_is_refused_everywhere() {
    differs("OrderTest/a.spans");
    differs("OrderTest/b.spans");

    Result result = project.answering("A\nA\nR\n", "review");

    assertThat(result.out()).isEqualTo("""

        [1/2] OrderTest/a.spans: 2 findings

          RENAMED  order > lookup, expected check
        Take it? [a,r,s,A,R,o,q,?] A

          ATTRIBUTE MISSING  order: partner is missing; expected "myntra" (string)  (a loss)
        Take it? [a,r,s,A,R,o,q,?] A
          A loss is taken one by one (a), or everywhere with --allow-loss.
        Take it? [a,r,s,A,R,o,q,?] R

        Accepted 2 goldens:
        - RENAMED  lookup, expected check (2 goldens)
        Left, so that the tests stay red:
        - LOSS: ATTRIBUTE MISSING  order: partner is missing; expected "myntra" (string) (2 goldens)
        """);
    assertThat(result.code()).isEqualTo(1);
    assertThat(project.golden("OrderTest/b.spans"))
        .isEqualTo(HEAD + GOLDEN.replace("check", "lookup"));
  }

  @Test
  void a_loss_is_taken_one_by_one() {
    differs("OrderTest/a.spans");
    differs("OrderTest/b.spans");

    Result result = project.answering("r\na\nr\nr\n", "review");

    assertThat(result.code()).isEqualTo(1);
    assertThat(project.golden("OrderTest/a.spans"))
        .isEqualTo(HEAD + GOLDEN.replace("    partner = \"myntra\"\n", ""));
    assertThat(project.golden("OrderTest/b.spans")).isEqualTo(HEAD + GOLDEN);
  }

  @Test
  void all_taken_makes_the_received_file_the_golden() {
    differs("OrderTest/a.spans");

    Result result = project.answering("a\na\n", "review");

    assertThat(result.code()).isZero();
    assertThat(project.golden("OrderTest/a.spans")).isEqualTo(HEAD + RECORDED);
  }

  @Test
  void the_end_of_the_input_leaves_what_is_undecided() {
    differs("OrderTest/a.spans");
    differs("OrderTest/b.spans");
    project.test("OrderTest/c.spans", "span new\n");

    Result result = project.answering("A\n", "review");

    assertThat(result.code()).isEqualTo(1);
    assertThat(project.golden("OrderTest/b.spans"))
        .isEqualTo(HEAD + GOLDEN.replace("check", "lookup"));
    assertThat(project.goldenFile("OrderTest/c.spans")).doesNotExist();
  }

  @Test
  void a_value_is_loosened_to_the_matcher_that_accepts_both() {
    project.golden("OrderTest/a.spans", """
        span order
            # of the customer
            id = "0b0c1b2e-7f5f-4b54-9c4b-111111111111"
            n = 1
        """);
    project.test("OrderTest/a.spans", """
        span order
            id = "0b0c1b2e-7f5f-4b54-9c4b-222222222222"
            n = 2
        """);

    Result result = project.answering("l\n\nl\n<long\nl\n<uuid>\nl\n<range 0..>\n", "review");

    assertThat(result.out())
        .contains("Which matcher? [<uuid>] ")
        .contains("Which matcher? [<long>] ");
    assertThat(result.out()).contains("the matcher:1:").contains("does not accept 2");
    assertThat(result.out()).endsWith("""
        Accepted 1 golden:
        - values loosened to matchers (1 golden)
        """);
    assertThat(result.code()).isZero();
    assertThat(project.golden("OrderTest/a.spans")).isEqualTo(HEAD + """
        span order
            # of the customer
            id = <uuid>
            n = <range 0..>
        """);
  }

  @Test
  void a_new_golden_is_shown_and_taken() {
    project.test("OrderTest/c.spans", "span new\n");

    Result result = project.answering("x\na\n", "review");

    assertThat(result.out())
        .contains("[1/1] OrderTest/c.spans: new\n  # spantree v1\n  span new\n");
    assertThat(result.out()).contains("s  skip: decide later");
    assertThat(project.golden("OrderTest/c.spans")).isEqualTo(HEAD + "span new\n");
  }

  @Test
  void an_editor_that_is_not_there_is_told() {
    project.test("OrderTest/c.spans", "span new\n");

    assertThat(project.answering("o\nq\n", "review").out()).contains("No editor is known");
    assertThat(project
            .answering("o\nq\n", "review", "--open-with", "/no/such/editor")
            .out())
        .contains("/no/such/editor cannot be started");
    assertThat(project.answering("o\nq\n", "review", "--open-with", "false").out())
        .contains("false ended with 1.");
  }

  @Test
  void a_recording_that_was_not_kept_is_refused_and_the_next_golden_is_asked_for()
      throws IOException {
    differs("OrderTest/a.spans");
    differs("OrderTest/b.spans");
    Files.delete(folder.resolve("target/spantree/recorded/OrderTest/a.spans"));

    Result result = project.answering("a\na\n", "review");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).endsWith("""
        Refused 1 golden, what was recorded is not kept: run the test again:
        - OrderTest/a.spans
        """);
    assertThat(project.golden("OrderTest/b.spans")).isEqualTo(HEAD + RECORDED);
  }

  /** What happens while a question stands: the editor writes this instead of the reader. */
  private Result whileItIsAsked(String argument, String text) throws IOException {
    Path written = folder.resolve("written");
    Path editor = folder.resolve("editor.sh");
    Files.writeString(written, text);
    Files.writeString(
        editor,
        "#!/bin/sh\nmkdir -p \"$(dirname \"" + argument + "\")\"\ncp '" + written + "' \""
            + argument + "\"\n");
    assertThat(editor.toFile().setExecutable(true)).isTrue();
    return project.answering("o\na\na\n", "review", "--open-with", editor.toString());
  }

  private static final String EDITED = HEAD + "# by the reader\nspan order\n    ...\n";

  @Test
  void a_golden_that_was_edited_while_the_question_stood_is_not_overwritten() throws IOException {
    differs("OrderTest/a.spans");

    Result result = whileItIsAsked("$1", EDITED);

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).endsWith("""

        Refused 1 golden, the golden has changed since: run the test again:
        - OrderTest/a.spans
        """);
    assertThat(project.golden("OrderTest/a.spans")).isEqualTo(EDITED);
  }

  @Test
  void a_golden_that_was_edited_is_not_overwritten_in_part_either() throws IOException {
    differs("OrderTest/a.spans");
    project.test("OrderTest/a.spans", RECORDED + "span > late\n");

    assertThat(whileItIsAsked("$1", EDITED).out()).contains("the golden has changed since");
    assertThat(project.golden("OrderTest/a.spans")).isEqualTo(EDITED);
  }

  @Test
  void a_new_golden_that_was_written_while_the_question_stood_is_not_overwritten()
      throws IOException {
    project.test("OrderTest/a.spans", RECORDED);

    assertThat(whileItIsAsked("$1", EDITED).out()).contains("the golden has changed since");
    assertThat(project.golden("OrderTest/a.spans")).isEqualTo(EDITED);
  }

  @Test
  void what_another_run_received_while_the_question_stood_is_not_taken_unseen() throws IOException {
    differs("OrderTest/a.spans");

    assertThat(whileItIsAsked("$2", HEAD + "span unseen\n").out()).endsWith("""

        Refused 1 golden, the received file has changed since: run the test again:
        - OrderTest/a.spans
        """);
    assertThat(project.golden("OrderTest/a.spans")).isEqualTo(HEAD + GOLDEN);
  }
}
