package io.spantree.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModesTest {

  @Test
  void goldens_are_checked_unless_the_property_or_the_variable_says_off() {
    assertThat(GoldenMode.of("", Map.of())).isEqualTo(GoldenMode.CHECK);
    assertThat(GoldenMode.of(" Off ", Map.of())).isEqualTo(GoldenMode.OFF);
    assertThat(GoldenMode.of("", Map.of(GoldenMode.VARIABLE, "off"))).isEqualTo(GoldenMode.OFF);
    assertThat(GoldenMode.of("check", Map.of(GoldenMode.VARIABLE, "off")))
        .isEqualTo(GoldenMode.CHECK);
  }

  @Test
  void what_is_written_down_and_what_is_compared_are_off_by_one_reading() {
    Map<String, String> off = Map.of(GoldenMode.VARIABLE, "off");
    assertThat(GoldenMode.isOff(" ", off)).isTrue();
    assertThat(GoldenMode.isOff(" OFF", Map.of())).isTrue();
    assertThat(GoldenMode.isOff("check", off)).isFalse();
    assertThat(GoldenMode.isOff("update", off)).as("a mode that is none").isFalse();
  }

  @Test
  void there_is_no_mode_in_which_a_run_overwrites_a_golden() {
    assertThatThrownBy(() -> GoldenMode.of("update", Map.of()))
        .hasMessage("-Dspantree.golden=\"update\" is no mode of goldens; there are check (a golden"
            + " that is missing or differs fails its test) and off");
    assertThatThrownBy(() -> GoldenMode.of("", Map.of(GoldenMode.VARIABLE, "write")))
        .hasMessageStartingWith("SPANTREE_GOLDEN=\"write\" is no mode");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CI",
        "GITHUB_ACTIONS",
        "GITLAB_CI",
        "JENKINS_URL",
        "TF_BUILD",
        "BUILDKITE",
        "CIRCLECI",
        "TEAMCITY_VERSION"
      })
  void a_build_server_is_recognised_by_its_variable(String variable) {
    for (String yes : new String[] {"true", "1", "yes", "https://ci.acme.io", "2024.1"}) {
      assertThat(ContinuousIntegration.variable(Map.of(variable, yes))).contains(variable);
    }
    for (String no : new String[] {"false", "FALSE", "0", "", " "}) {
      assertThat(ContinuousIntegration.variable(Map.of(variable, no))).as(no).isEmpty();
    }
  }

  @Test
  void one_variable_that_says_no_does_not_hide_another() {
    assertThat(ContinuousIntegration.variable(Map.of("CI", "false", "TF_BUILD", "True")))
        .contains("TF_BUILD");
    assertThat(ContinuousIntegration.variable(Map.of("PATH", "/bin"))).isEmpty();
  }
}
