package io.spantree.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spantree.model.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A regular expression built in code means the same once it has been printed and read. */
class RegexRoundTripTest {
  private static final List<String> PIECES = List.of(
      "\\Q",
      "\\E",
      "/",
      "\\/",
      "\\",
      "\\\\",
      "a",
      "b",
      "Q",
      "E",
      "1",
      "\\1",
      "\\x",
      "(a)",
      "[",
      "]",
      "^",
      "-",
      "&&",
      "|",
      "*",
      "+",
      "?",
      "{2}",
      "(?i)",
      "(?x)",
      "(?-s)",
      "(?s-x:b)",
      "#",
      " ",
      "\n",
      "\\\n",
      "\r",
      "\t",
      "\\c",
      "\\d",
      ".",
      "$",
      "\u2028",
      "\u0000",
      "\u200d",
      "é",
      "\\é",
      "🛒");

  private static final List<String> TEXTS = texts();

  private static List<String> texts() {
    List<String> letters = List.of(
        "a", "A", "b", "/", "\\", "Q", "E", "1", "n", "-", "^", "#", " ", "\n", "\t", "\u2028", "é",
        "🛒", "u");
    List<String> texts = new ArrayList<>(List.of(""));
    for (int from = 0, length = 0; length < 2; length++) {
      int to = texts.size();
      for (; from < to; from++) {
        String start = texts.get(from);
        letters.forEach(letter -> texts.add(start + letter));
      }
    }
    return texts;
  }

  private static ValuePattern readAgain(Condition.Regex regex) {
    return ValuePattern.parse("<" + regex.notation() + ">", "here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "https://x.io/a?b=1#c", "1/2", "\\E/\\Q", "a\nb", "/", "\\", ""})
  void a_quoted_text_is_accepted_as_before_and_nothing_else_is(String text) {
    Condition.Regex regex = Condition.Regex.of(Pattern.quote(text));
    ValuePattern read = readAgain(regex);

    assertThat(read.notation()).isEqualTo("<" + regex.notation() + ">");
    assertThat(read.acceptsText(text)).isTrue();
    assertThat(read.acceptsText(text.replace("/", "\\/") + "x")).isFalse();
    assertThat(read.acceptsText(text.replace("/", "\\/"))).isEqualTo(!text.contains("/"));
  }

  @ParameterizedTest
  @CsvSource({
    "\\Qa/b\\E, a\\/b",
    "a\\/b, a\\/b",
    "\\1\\Q2\\E, \\1\\x32",
    "\\c/, \\x{6f}",
    "\\cA, \\cA",
    "[\\Q]-\\E], [\\]\\-]",
  })
  void one_spelling_stands_for_all(String expression, String printed) {
    String group = expression.startsWith("\\1") ? "(a)" : "";

    assertThat(Condition.Regex.of(group + expression).notation())
        .isEqualTo("/" + group + printed + "/");
  }

  @Test
  void a_slash_is_escaped_in_the_notation_also_within_a_quotation() {
    ValuePattern read = ValuePattern.parse("</\\Qa\\/b\\E/>", "here");

    assertThat(read.acceptsText("a/b")).isTrue();
    assertThat(read.notation()).isEqualTo("</a\\/b/>");
  }

  @Test
  void flags_within_the_expression_stay() {
    ValuePattern read = readAgain(Condition.Regex.of("(?i)redeem/(?x) \\d+ # digits"));

    assertThat(read.acceptsText("REDEEM/42")).isTrue();
    assertThat(read.acceptsText("REDEEM/ 42")).isFalse();
  }

  @Test
  void what_no_line_can_hold_is_refused() {
    assertThatThrownBy(() -> Matchers.matching("(?x)a # first\nb"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the regular expression \"(?x)a # first\\nb\" has comments, (?x), and beside"
            + " them a character that no line can hold: \"\\n\"");
    assertThatThrownBy(() -> Matchers.matching("(?x)a # b\\"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the regular expression \"(?x)a # b\\\\\" ends with a backslash");
    assertThatThrownBy(() -> Matchers.matching("(?x)\\c\t]?"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(" has comments, (?x), and beside them \\c before what is no letter;"
            + " write the character that is meant, such as \\x{1d}");
  }

  @Test
  void what_is_printed_accepts_the_same_texts() {
    roundTrips(4_000, 1);
  }

  @Test
  @Tag("proof")
  void what_is_printed_accepts_the_same_texts_half_a_million_times() {
    roundTrips(500_000, 2);
  }

  private static void roundTrips(int count, long seed) {
    Random random = new Random(seed);
    int compiled = 0;
    for (int i = 0; i < count; i++) {
      String expression = expression(random);
      if (isRegex(expression)) {
        compiled++;
        roundTrips(expression);
      }
    }
    assertThat(compiled).as("expressions that compile").isGreaterThan(count / 10);
  }

  private static String expression(Random random) {
    StringBuilder expression = new StringBuilder();
    for (int pieces = random.nextInt(7); pieces >= 0; pieces--) {
      expression.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return expression.toString();
  }

  private static boolean isRegex(String expression) {
    try {
      Pattern pattern = Pattern.compile(expression, Pattern.DOTALL);
      TEXTS.forEach(text -> pattern.matcher(text).matches());
      return true;
    } catch (PatternSyntaxException
        | NullPointerException e) { // the JDK compiles some && and then fails
      return false;
    }
  }

  private static void roundTrips(String expression) {
    Condition.Regex regex;
    try {
      regex = Condition.Regex.of(expression);
    } catch (IllegalArgumentException e) {
      assertThat(expression).contains("x");
      return;
    }
    Pattern original = Pattern.compile(expression, Pattern.DOTALL);
    ValuePattern read = readAgain(regex);
    assertThat(((ValuePattern.Matcher) read).condition()).as(expression).isEqualTo(regex);
    for (String text : TEXTS) {
      boolean same =
          read.accepts(AttributeValue.of(text)) == original.matcher(text).matches();
      assertThat(same).as("%s is %s for %s", expression, regex.notation(), text).isTrue();
    }
  }
}
