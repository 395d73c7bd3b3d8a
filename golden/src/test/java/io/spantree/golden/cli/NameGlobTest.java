package io.spantree.golden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.golden.run.Compared;
import io.spantree.golden.run.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameGlobTest {
  private static final String NESTED = "io/acme/OrderTest.Refunds/places.spans";
  private static final String LARGE = "io/acme/OrderTest/places.large.spans";

  private static boolean matches(String glob, String name) {
    Path module = Path.of("/home/OrderTest/shop");
    return NameGlob.of(glob)
        .matches(new Compared(
            1,
            null,
            name,
            module.resolve("src/test/resources/golden").resolve(name),
            module.resolve("target/spantree/received").resolve(name),
            Outcome.PENDING,
            null,
            "0",
            List.of(),
            0,
            0,
            List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OrderTest",
        "OrderTest/",
        "acme/OrderTest",
        "io.acme.OrderTest",
        "io.acme.OrderTest.Refunds",
        "io.acme.OrderTest.Refunds.places",
        "OrderTest.Refunds#places",
        "OrderTest*",
        "*Test",
        "io/acme",
        "io.acme",
        "places",
        "src/test/resources/golden/io/acme/OrderTest.Refunds/places.spans",
        "./shop/src/test/resources/golden/io/acme/OrderTest.Refunds/places.spans",
        "target/spantree/received/io/acme/OrderTest.Refunds/places.spans",
        "/home/OrderTest/shop/src/test/resources/golden/io/acme/OrderTest.Refunds/places.spans"
      })
  void a_golden_of_a_nested_class_is_named_as_java_a_shell_or_a_build_names_it(String glob) {
    assertThat(matches(glob, NESTED)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "Test", "Order", "Refunds", "OrderTest/places", "shop", "io.acme.Order"})
  void what_is_not_its_name_does_not_match(String glob) {
    assertThat(matches(glob, NESTED)).isFalse();
  }

  @Test
  void a_golden_with_a_name_of_its_own_is_another_one_than_its_method_s() {
    assertThat(matches("OrderTest/places", LARGE)).isFalse();
    assertThat(matches("OrderTest/places*", LARGE)).isTrue();
    assertThat(matches("places.large", LARGE)).isTrue();
    assertThat(matches("OrderTest#places.large", LARGE)).isTrue();
    assertThat(matches("places(String[])", "A/places(String[]).spans")).isTrue();
  }

  @Test
  void a_folder_above_the_project_is_no_name() {
    assertThat(matches("OrderTest", "io/acme/StockTest/counts.spans")).isFalse();
  }
}
