package io.spantree.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WiringDiffTest {

  @ParameterizedTest
  @ValueSource(strings = {"renamedSpan", "unwrappedExecutor", "changedType"})
  void a_twin_differs_in_one_line(String twin) {
    assertThat(WiringDiff.between("shipped", twin)).hasSize(2);
  }

  @Test
  void shows_the_line_of_either_side() {
    assertThat(WiringDiff.between("shipped", "unwrappedExecutor"))
        .containsExactly("- Context.taskWrapping(backend.fraudPool()),", "+ backend.fraudPool(),");
  }

  @Test
  void refuses_to_show_a_wiring_that_does_not_exist() {
    assertThatIllegalStateException()
        .isThrownBy(() -> WiringDiff.between("shipped", "nothing"))
        .withMessage("Wirings.java has no method nothing");
  }
}
