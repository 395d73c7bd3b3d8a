package io.spantree.samples.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page claims beside the texts that it shows. */
class PullRequestWalkTest {
  private final PullRequestWalk walk = PullRequestWalk.walked();

  @Test
  void tests_are_red_until_the_loss_is_mended_in_the_code() {
    int all = PullRequestWalk.TESTS;

    assertThat(walk.failed())
        .isEqualTo(Map.of(
            "without goldens", all,
            "before", 0,
            "refactored", all,
            "reviewed", all,
            "mended", 0));
  }

  @Test
  void neither_a_red_run_nor_a_refusal_touches_a_golden() {
    assertThat(walk.shown("status-after-red")).isEmpty();
    assertThat(walk.shown("status-after-refusal")).isEmpty();
    assertThat(walk.shown("status-at-the-end")).isEmpty();
  }

  @Test
  void one_answer_takes_the_rename_in_each_golden_and_nothing_else() {
    assertThat(walk.shown("numstat").lines())
        .hasSize(PullRequestWalk.TESTS)
        .allMatch(line -> line.startsWith("1\t1\t"));
    assertThat(walk.shown("walk-review")).endsWith("(37 goldens)");
  }
}
