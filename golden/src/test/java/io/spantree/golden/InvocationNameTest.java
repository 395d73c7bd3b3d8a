package io.spantree.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvocationNameTest {

  private static String resolve(String name, Object... arguments) {
    try {
      var method = InvocationNameTest.class.getDeclaredMethod("places", Object.class);
      return new InvocationName("[1] {0} of a set", method, List.of(arguments)).resolve(name);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  void places(Object row) {}

  @Test
  void a_name_without_placeholders_stays() {
    assertThat(resolve("large-order")).isEqualTo("large-order");
  }

  @Test
  void what_is_filled_in_is_no_pattern() {
    assertThat(resolve("{0}-{1}", "{1}", 2)).isEqualTo("{1}-2");
    assertThat(resolve("{argumentSetName}", 7)).isEqualTo("{0} of a set");
  }

  @ParameterizedTest
  @CsvSource({"{1}, 1", "{12}, 12", "x{3}, 3"})
  void an_argument_that_is_not_there_is_told(String name, int index) {
    assertThatThrownBy(() -> resolve(name, "only one"))
        .hasMessage(
            "@GoldenTrace on places: {%d} cannot be filled in, because there is no argument"
                + " %d",
            index, index);
  }

  @Test
  void an_argument_that_may_change_is_no_name() {
    assertThatThrownBy(() -> resolve("{0}", new Object()))
        .hasMessage("@GoldenTrace on places: {0} cannot be filled in, because the argument 0 is no"
            + " text, number, boolean, enum constant or class");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{index}",
        "{displayName}",
        "{0",
        "{}",
        "{",
        "{-1}",
        "{1000}",
        "{{0}}",
        "{argumentsetname}"
      })
  void what_is_no_placeholder_is_told_what_there_is(String name) {
    assertThatThrownBy(() -> resolve(name, "x"))
        .hasMessageStartingWith("@GoldenTrace on places: {")
        .hasMessageEndingWith(" cannot be filled in, because it is no placeholder; there are"
            + " {argumentSetName} and, for the arguments, {0}, {1}, …");
  }
}
