package io.spantree.samples.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.samples.demo.Wirings;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullRequestWalkTest {
  @TempDir
  Path repository;

  private PullRequestWalk walk;
  private Shell shell;

  @BeforeEach
  void commitGoldens() {
    walk = new PullRequestWalk(repository);
    walk.commitGoldens();
    shell = walk.shell();
  }

  @Test
  void a_rename_is_taken_everywhere_with_one_answer_and_the_loss_stays_a_red_test() {
    assertThat(walk.runTests(Wirings::shipped)).isZero();
    assertThat(walk.runTests(PullRequestWalk::refactored)).isEqualTo(PullRequestWalk.TESTS);
    assertThat(shell.git("status", "--short").output()).as("a run writes no golden").isEmpty();

    assertThat(shell.spantree("A\nR\n", "review").code()).isEqualTo(1);

    assertThat(shell.git("diff", "--numstat").output().lines())
        .hasSize(PullRequestWalk.TESTS)
        .allMatch(line -> line.startsWith("1\t1\t"));
    assertThat(walk.runTests(PullRequestWalk::refactored)).isEqualTo(PullRequestWalk.TESTS);
    assertThat(walk.runTests(PullRequestWalk::mended)).isZero();
    assertThat(shell.spantree("", "list").output()).isEqualTo("Nothing is pending.\n");
  }
}
