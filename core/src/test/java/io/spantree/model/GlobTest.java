package io.spantree.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GlobTest {

  @Test
  void a_star_stands_for_any_text() {
    assertThat(new Glob("SELECT *").matches("SELECT a\nFROM b")).isTrue();
    assertThat(new Glob("SELECT *").matches("select a")).isFalse();
    assertThat(new Glob("a.b").matches("axb")).isFalse();
    assertThat(new Glob("50 % [*]").matches("50 % [x]")).isTrue();
    assertThat(new Glob("").matches("")).isTrue();
    assertThat(new Glob("").matches("a")).isFalse();
  }

  @Test
  void agrees_with_the_regular_expression_on_all_small_cases() {
    for (String pattern : words("ab*", 5)) {
      Pattern regex = Pattern.compile(pattern.replace("*", "(?s:.*)"));
      for (String text : words("ab", 5)) {
        assertThat(new Glob(pattern).matches(text))
            .as("%s on %s", pattern, text)
            .isEqualTo(regex.matcher(text).matches());
      }
    }
  }

  private static List<String> words(String letters, int most) {
    List<String> words = new ArrayList<>(List.of(""));
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).length() < most) {
        for (char letter : letters.toCharArray()) {
          words.add(words.get(i) + letter);
        }
      }
    }
    return words;
  }
}
