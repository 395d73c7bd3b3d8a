package io.spantree.golden;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.assertions.TraceAssertions.assertTraces;
import static io.spantree.golden.Goldens.golden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spantree.golden.recorded.RecordedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left out of a golden, and how it says so. */
class LeftOutTest {
  @TempDir
  Path module;

  private Path file;
  private Path received;

  @BeforeEach
  void makeModule() throws IOException {
    Files.writeString(module.resolve("pom.xml"), "<project/>");
    file = module.resolve("src/test/resources/golden/shop/places.spans");
    received = module.resolve("target/spantree/received/shop/places.spans");
    Files.createDirectories(file.getParent());
  }

  private String differs(String golden, String recorded) throws IOException {
    Files.writeString(file, "# spantree v1\n" + golden);
    return failure(recorded);
  }

  private String failure(String recorded) {
    AssertionError error = catchThrowableOfType(
        AssertionError.class,
        () -> assertTrace(RecordedFile.read(recorded, "recorded"))
            .matches(golden(file).leaveOut("host.*")));
    return error.getMessage();
  }

  @Test
  void a_key_that_the_golden_speaks_of_is_compared_on_a_renamed_span_too() throws IOException {
    String message = differs("""
        span a
            host.name = <string>
        """, """
        span b
            host.name = "x"
            host.ip = "1"
        """);

    assertThat(message).contains("1 finding", "RENAMED  b, expected a");
    assertThat(received).hasContent("""
        # spantree v1
        # left out: host.ip
        span b
            host.name = <string>
        """);
  }

  @Test
  void a_key_is_left_out_of_spans_that_another_line_names() throws IOException {
    differs("""
        span a
        span > b
            host.name = "x"
        span > </c.*/>
        """, """
        span a
            host.name = "1"
        span > c1
            host.name = "2"
        """);

    assertThat(received).hasContent("""
        # spantree v1
        # left out: host.name
        span a
        span > </c.*/>
        """);
  }

  @Test
  void a_key_that_stands_only_on_a_span_that_was_recorded_is_left_out_of_a_new_one()
      throws IOException {
    differs("""
        span a
            host.name = "x"
        """, """
        span a
            host.name = "x"
        span > b
            host.name = "y"
        """);

    assertThat(received).hasContent("""
        # spantree v1
        # left out: host.name
        span a
            host.name = "x"
        span > b
        """);
  }

  @Test
  void a_comment_of_a_reader_stays_whatever_it_begins_with() throws IOException {
    String golden = """
        # left out: the discount, see ORD-12
        span order
            coins = 42
        # left out: discount
        span > b
        """;

    differs(golden, "span order\n    coins = 43\nspan > b\n");

    assertThat(received).hasContent("# spantree v1\n" + golden.replace("42", "43"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.b",
        "a.b, c",
        "\"a, b\"",
        "\"a \\\" b\", c, \"\\\\\"",
      })
  void a_list_of_keys_alone_is_no_comment_of_a_reader(String keys) throws IOException {
    differs("# left out: " + keys + "\nspan a\n", "span b\n");

    assertThat(received).hasContent("# spantree v1\nspan b\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a,b", "a, b c", "a,", "\"a", "\"a\"b", "a, \"", "a\"b\"", ", a"})
  void anything_else_is_one(String text) throws IOException {
    differs("# left out: " + text + "\nspan a\n", "span b\n");

    assertThat(received).hasContent("# spantree v1\n# left out: " + text + "\nspan b\n");
  }

  @Test
  void very_many_and_very_long_keys_are_a_list_too() throws IOException {
    String keys = "\"" + "a ".repeat(100_000) + "\"" + ", key".repeat(100_000);

    differs("# left out: " + keys + "\nspan a\n", "span b\n");

    assertThat(received).hasContent("# spantree v1\nspan b\n");
  }

  @Test
  void what_is_left_out_now_replaces_what_was_wherever_its_span_went() throws IOException {
    differs("""
        # left out: host.ip, "host id"
        # about the order
        span order
            coins = 42
        """, """
        span batch
        span > order
            coins = 42
            host.name = "x"
        """);

    assertThat(received).hasContent("""
        # spantree v1
        # left out: host.name
        span batch
        # about the order
        span > order
            coins = 42
        """);
  }

  private static String uuids(int count) {
    StringBuilder spans = new StringBuilder();
    for (String name : List.of("span a\n", "span > b\n")) {
      spans.append(name);
      for (int i = 1; i <= count; i++) {
        spans.append("    id").append(i);
        spans.append(" = \"0b1e6f3a-6f0e-4f5e-9a7e-00000000000").append(i).append("\"\n");
      }
    }
    return spans.toString();
  }

  @Test
  void more_than_five_uuids_that_occur_twice_get_no_labels() throws IOException {
    for (int count = 5; count <= 6; count++) {
      assertThat(failure(uuids(count))).startsWith("Golden is pending");
      assertThat(Files.readString(received).contains("<uuid#id5>")).isEqualTo(count == 5);
      assertThat(Files.readString(received).contains("<uuid>")).isEqualTo(count == 6);
    }
  }

  @Test
  void the_rules_may_begin_with_a_byte_order_mark() throws IOException {
    Files.writeString(file.resolveSibling("golden.properties"), "\uFEFFleave-out = coins\n");

    differs("span a\n", "span b\n    coins = 1\n");

    assertThat(received).hasContent("# spantree v1\n# left out: coins\nspan b\n");
  }

  @Test
  void rules_above_the_folder_of_goldens_are_none_of_ours() throws IOException {
    Files.writeString(module.resolve("src/golden.properties"), "nonsense = 1\n");
    Files.writeString(module.resolve("src/test/resources/golden.properties"), "nonsense = 1\n");

    assertThat(differs("span a\n", "span b\n")).contains("RENAMED");

    Path alone = module.resolve("src/test/resources/shapes/a/b.spans");
    Files.createDirectories(alone.getParent());
    Files.writeString(alone, "# spantree v1\nspan a\n");
    Files.writeString(alone.getParent().resolveSibling("golden.properties"), "nonsense = 1\n");
    assertTrace(RecordedFile.read("span a\n", "recorded")).matches(golden(alone));
  }

  @Test
  void a_golden_without_spans_is_refused_where_none_was_recorded() throws IOException {
    for (String golden : List.of("", "# spantree v1\n")) {
      Files.writeString(file, golden);
      assertThatThrownBy(() -> assertTraces(List.of()).matches(golden(file)))
          .hasMessage("the golden " + file + " holds no span, and none was recorded; is the"
              + " instrumented code given the test's SDK? Say which spans must be there, or delete"
              + " it and run the test again");
    }
    assertThat(differs("", "span a\n")).contains("UNEXPECTED  a", "accept: cp");
  }
}
