package io.spantree.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.golden.noise.NoiseRules;
import io.spantree.golden.noise.Proposals;
import io.spantree.outline.ValuePattern;
import org.junit.jupiter.api.Test;

class NewValuesTest {
  private static final NewValues WIDENED = values(true);

  private static NewValues values(boolean widened) {
    return new NewValues(Proposals.of(NoiseRules.none()), widened);
  }

  /** All in the notation. */
  private static String changed(NewValues values, String golden, String actual) {
    ValuePattern.Literal recorded = (ValuePattern.Literal) ValuePattern.parse(actual, "actual");
    return values
        .changed(ValuePattern.parse(golden, "golden"), recorded.value())
        .notation();
  }

  @Test
  void another_value_stands_as_it_is_unless_it_is_known_to_vary() {
    assertThat(changed(values(false), "1", "2")).isEqualTo("2");
    assertThat(changed(WIDENED, "1", "2")).isEqualTo("<long>");
    assertThat(changed(WIDENED, "\"a\"", "\"b\"")).isEqualTo("<string>");
    assertThat(changed(WIDENED, "[1]", "[2]")).isEqualTo("<any>");
  }

  @Test
  void a_value_of_another_type_is_never_taken_for_one_that_varies() {
    assertThat(changed(WIDENED, "1", "\"1\"")).isEqualTo("\"1\"");
    assertThat(changed(WIDENED, "\"1\"", "1")).isEqualTo("1");
  }
}
