package io.spantree.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxErrorTest {
  private static OutlineSyntaxException error(String text) {
    return catchThrowableOfType(
        OutlineSyntaxException.class, () -> Outline.parse(text, "orders.spans"));
  }

  @Test
  void the_message_shows_the_place_and_what_was_expected() {
    OutlineSyntaxException error = error("span a\n    customer.id : 7\n");

    assertThat(error).hasMessage("""
        orders.spans:2:17: expected "=" and a value, or a line that begins with span, event, link, trace or "...", found ":"
                customer.id : 7
                            ^""");
    assertThat(error.source()).isEqualTo("orders.spans");
    assertThat(error.line()).isEqualTo(2);
    assertThat(error.column()).isEqualTo(17);
  }

  @Test
  void of_a_very_long_line_the_part_around_the_place_is_shown() {
    OutlineSyntaxException error =
        error("span a\n    k = \"" + "x".repeat(5_000) + "\" oops" + "y".repeat(5_000));

    assertThat(error.column()).isEqualTo(5_012);
    assertThat(error.getMessage().length()).isLessThan(500);
    String[] lines = error.getMessage().split("\n");
    assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo('o');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // lines
        "spam a|1:6|expected \"=\" and a value, or a line that begins with span, event, link, trace or",
        "span a\\n?|2:1|expected span, event, link, trace",
        "span|1:5|expected a name, in double quotes unless it is a plain word, found the end",
        "span >|1:7|expected a name",
        "span > > a|1:8|expected a name",
        "span POST /orders|1:11|expected a kind, a status, root, ordered, a count such as x2",
        "span a OK SERVER|1:11|in this order, found \"SERVER\"",
        "span \"a\"x3|1:9|expected a kind",
        "span \"a\"&1|1:9|expected a kind",
        "span a#b|1:7|expected a kind",
        "span a x3..2|1:8|the first count of x3..2 is larger than the second",
        "span a x3..y|1:8|expected a count such as x3, x2..5, x0..1 or x1..",
        "span a x9999999999|1:8|expected a count",
        "span a &|1:9|expected a label such as &1",
        "span a parent=remote|1:8|expected a kind",
        // what no span could meet
        "span a\\nspan > b root|2:10|root stands at depth 0 only, and this span hangs under another one",
        "span a\\nspan > b parent=<remote>|2:10|parent=<remote> stands at depth 0 only",
        "span a\\nspan > b lost open|2:10|lost stands at depth 0 only",
        "span a\\nspan > b orphan|2:10|orphan stands at depth 0 only",
        "span a\\nspan > b cycle|2:10|cycle stands at depth 0 only",
        "span a orphan lost|1:15|orphan and lost cannot both be why the span hangs under no other",
        "span a parent=<remote> open cycle|1:29|parent=<remote> and cycle cannot both be why",
        "span a x0 &1|1:11|x0 forbids the span, so that no link can point to it",
        "span <long>|1:6|<long> accepts no string, and a name or description is always one",
        "span <absent>|1:6|<absent> accepts no string",
        "span <oneof 1 2>|1:6|<oneof 1 2> accepts no string",
        "span a ERROR <range 0..9>|1:14|<range 0..9> accepts no string",
        "span a\\n event <bool>|2:8|<bool> accepts no string",
        "span a\\n k = [1, <absent>]|2:10|an element of an array is there, and never <absent>",
        "span a\\n k = <absent#x>|2:6|<absent> is no value, so that no label can say",
        "span a ordered ordered|1:16|in this order, found \"ordered\"",
        "span a lost lost|1:13|in this order, found \"lost\"",
        "span a\\n ... events\\n ... events|3:2|\"... events\" stands here twice",
        "span a\\n event e\\n  . ...\\n  . ...|4:3|\". ...\" stands here twice",
        // structure
        "span > a|1:1|depth 1 has no parent: no span stands above",
        "span a\\n  span >> b|2:3|depth 2 has no parent: the span above has depth 0",
        "trace t\\nspan a\\ntrace u\\nspan > b|4:1|depth 1 has no parent: no span stands above",
        "k = 1|1:1|a span line must stand above this attribute",
        "event e|1:1|a span line must stand above this",
        "link <external>|1:1|a span line must stand above this",
        "... children|1:1|a span line must stand above this",
        "span a\\ntrace t\\nk = 1|2:7|spans stand above this first trace line",
        "span a\\n . k = 1|2:2|belongs to an event or a link, and none stands above it",
        "span a\\n . ...|2:2|belongs to an event or a link, and none stands above it",
        "span a\\n event e\\n k = 1|3:2|begins with a dot: \". k = …\"",
        "span a\\n k = 1\\n k = 2|3:2|the key k stands here twice",
        "span a\\n event e\\n  . \"k k\" = 1\\n  . \"k k\" = 2|4:5|the key \"k k\" stands here twice",
        "span a\\n k = 1\\n event e\\n ... events\\n k = 2|5:2|the key k stands here twice",
        "span a &1\\nspan b &1|2:8|the label &1 stands twice",
        "span a\\n link *1|2:7|no span has the label &1",
        "span a\\n link 1|2:7|expected a target: *label of a span, or <external>",
        "span a\\n link *|2:8|expected a label",
        "span a\\n link|2:6|expected a target",
        "span a\\n ... spans|2:6|expected attributes, events, links, children or traces",
        "span a\\n event e\\n  . ... k|3:9|\". ...\" allows other attributes",
        "... traces\\nspan a|2:1|\"... traces\" stands at the end",
        "... traces\\n... traces|2:1|\"... traces\" stands at the end",
        "... traces\\ntrace t|2:1|\"... traces\" stands at the end",
        "trace t\\ntrace u\\nspan a|1:7|the trace t has no span",
        "trace t|1:7|the trace t has no span",
        "trace <any>\\nspan a|1:7|a trace has a plain name, no matcher",
        "trace t CLIENT\\nspan a|1:9|expected a count such as x2",
        "# spantree v2\\nspan a|1:1|this version of Spantree reads \"# spantree v1\" only",
        "# of us\\n# spantree v2|2:1|this version of Spantree reads \"# spantree v1\" only",
        "<<<<<<< HEAD\\nspan a|1:1|merge conflict",
        "span a\\n=======|2:1|merge conflict",
        "span a\\n>>>>>>> x|2:1|merge conflict",
        // values
        "span a\\n k|2:3|or \"...\", found the end of the line",
        "span a\\n k =|2:5|expected a value such as \"text\", 42, 4.2, true, [1, 2] or a matcher",
        "span a\\n k = foo|2:6|expected a value such as",
        "span a\\n k = 1 2|2:8|expected the end of the line, or a comment",
        "span a\\n k = \"x|2:6|this string has no closing double quote",
        "span a\\n k = \"\\q\"|2:7|expected one of \\\"",
        "span a\\n k = \"\\u12g4\"|2:7|expected four hexadecimal digits after \\u",
        "span a\\n k = \"\\u12|2:7|expected four hexadecimal digits after \\u",
        "span a\\n k = [|2:7|expected a value",
        "span a\\n k = [1 2]|2:9|expected \",\" or \"]\", found \"2]\"",
        "span a\\n k = [1,]|2:9|expected a value",
        "span a\\n k = []|2:8|expected the type of the empty array",
        "span a\\n k = [] : text[]|2:11|expected the type of the empty array",
        "span a\\n k = {a: 1}|2:7|expected a string in double quotes",
        "span a\\n k = {\"a\" 1}|2:11|expected \":\"",
        "span a\\n k = {\"a\": 1, \"a\": 2}|2:15|the key \"a\" stands here twice",
        "span a\\n k = {\"a\": [<any>]}|2:12|expected an array without matchers",
        "span a\\n k = 1.|2:6|expected a value",
        "span a\\n k = .5|2:6|expected a value",
        "span a\\n k = 9223372036854775808|2:6|does not fit into a long; a double has a point",
        "span a\\n k = 1e999|2:6|does not fit into a double",
        "span a\\n k = base64\"*\"|2:12|expected bytes in base64",
        // matchers
        "span a\\n k = <foo>|2:6|expected one of <any> <string> <long>",
        "span a\\n k = <any|2:10|expected \">\" at the end of the matcher",
        "span a\\n k = <any x>|2:11|expected \">\" at the end of the matcher",
        "span a\\n k = <any#>|2:11|expected a label such as #customer",
        "span a\\n k = <hex>|2:10|expected the number of hexadecimal digits",
        "span a\\n k = <range>|2:12|expected a range such as <range 0..9>",
        "span a\\n k = <range 5>|2:14|expected a range such as",
        "span a\\n k = <range ..>|2:6|a range needs a bound",
        "span a\\n k = <range a..b>|2:13|expected a number",
        "span a\\n k = <range 9..0>|2:6|the first bound of the range is larger than the second",
        "span a\\n k = <oneof>|2:12|expected the allowed values",
        "span a\\n k = <oneof \"a\"|2:16|expected a value",
        "span a\\n k = </(/>|2:6|not a regular expression: Unclosed group",
        "span a\\n k = </a|2:9|expected \"/>\" at the end of the regular expression",
        "span <any|1:10|expected \">\" at the end of the matcher"
      })
  void says_where_and_what(String text, String place, String problem) {
    OutlineSyntaxException error = error(text.replace("\\n", "\n").replace("\\|", "|"));

    assertThat(error).as("an error").isNotNull();
    assertThat(error).hasMessageStartingWith("orders.spans:" + place + ": ");
    assertThat(error).hasMessageContaining(problem);
  }

  @Test
  void values_may_not_be_nested_without_end() {
    assertThat(error("span a\n k = " + "[".repeat(100_000))).hasMessageContaining("64 levels deep");
    assertThat(error("span a\n k = " + "{\"a\":".repeat(100_000)))
        .hasMessageContaining("64 levels deep");
  }

  @Test
  void a_regular_expression_may_not_be_nested_without_end() {
    assertThat(error("span a\n k = </" + "(".repeat(100_000) + ")".repeat(100_000) + "/>"))
        .hasMessageContaining("not a regular expression");
  }
}
