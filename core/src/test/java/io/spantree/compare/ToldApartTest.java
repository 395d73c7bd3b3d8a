package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.model.Finding;
import io.spantree.outline.Outline;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order of equal names says which is which. */
class ToldApartTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\\n k = 1|\\n k = \"1\"|d (k = 1), d (k = \"1\")|d (k = \"1\"), d (k = 1)",
        "\\n k = 1|``|d (k = 1), d (k = <absent>)|d (k = <absent>), d (k = 1)",
        "\\n j = 7\\n k = 1|\\n j = 7\\n k = 2|d (k = 1), d (k = 2)|d (k = 2), d (k = 1)",
        "` CLIENT`|` SERVER`|d (CLIENT), d (SERVER)|d (SERVER), d (CLIENT)",
        "` OK`|` ERROR \"no\"`|d (OK), d (ERROR \"no\")|d (ERROR \"no\"), d (OK)",
        "\\n event e|\\n event f|d (event e), d (event f)|d (event f), d (event e)",
        "\\nspan >> e\\nspan >> f|``|d (> e, f), d|d, d (> e, f)",
        "\\nspan >> e\\n k = 1|\\nspan >> e\\n k = 2|d #1, d #2|d #2, d #1"
      })
  void equal_siblings_say_what_tells_them_apart(
      String first, String second, String expected, String actual) {
    String one = "\nspan > d" + first.replace("\\n", "\n");
    String other = "\nspan > d" + second.replace("\\n", "\n");

    List<Finding> findings = Comparison.of(
            Outline.parse("span a ordered" + one + other),
            recorded("span a" + other + one),
            Mode.CLOSED)
        .findings();

    assertThat(findings).extracting(finding -> finding.kind().name()).containsExactly("ORDER");
    assertThat(findings.get(0).expected().notation()).isEqualTo(expected);
    assertThat(findings.get(0).actual().notation()).isEqualTo(actual);
  }

  @Test
  void equal_events_say_what_tells_them_apart() {
    String one = "\n event retry\n . n = 1";
    String other = "\n event retry\n . n = 2";

    Finding finding = Comparison.of(
            Outline.parse("span a" + one + other), recorded("span a" + other + one), Mode.CLOSED)
        .findings()
        .get(0);

    assertThat(finding.expected().notation()).isEqualTo("retry (n = 1), retry (n = 2)");
    assertThat(finding.actual().notation()).isEqualTo("retry (n = 2), retry (n = 1)");
  }

  private static String orders(
      List<String> names, List<Integer> began, List<Map<String, String>> traits) {
    ToldApart.Orders orders = ToldApart.orders(names, began, traits::get);
    return orders.actual().notation() + "; " + orders.expected().notation();
  }

  @Test
  void names_that_kept_their_places_among_themselves_stay_as_they_are() {
    List<Map<String, String>> traits =
        List.of(Map.of("k = ", "k = 1"), Map.of("k = ", "k = 2"), Map.of());

    assertThat(orders(List.of("d", "d", "e"), List.of(0, 2, 1), traits))
        .isEqualTo("d, e, d; d, d, e");
  }

  @Test
  void several_traits_are_told_where_no_single_one_will_do() {
    List<Map<String, String>> traits = List.of(
        Map.of("j = ", "j = 1", "k = ", "k = 1"),
        Map.of("j = ", "j = 1", "k = ", "k = 2"),
        Map.of("j = ", "j = 2", "k = ", "k = 1"));

    assertThat(orders(List.of("d", "d", "d"), List.of(2, 1, 0), traits).split("; "))
        .allSatisfy(order -> assertThat(order.split(", d")).hasSize(3).doesNotHaveDuplicates());
  }

  @Test
  void very_many_equal_names_are_numbered_and_not_searched() {
    List<String> names = IntStream.range(0, 33).mapToObj(i -> "d").toList();
    List<Integer> began = IntStream.range(0, 33).mapToObj(i -> 32 - i).toList();

    ToldApart.Orders orders = ToldApart.orders(names, began, i -> {
      throw new AssertionError("asked");
    });

    assertThat(orders.expected().notation())
        .isEqualTo(IntStream.rangeClosed(1, 33)
            .mapToObj(i -> "d #" + i)
            .collect(Collectors.joining(", ")));
  }
}
