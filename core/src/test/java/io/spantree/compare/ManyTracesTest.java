package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.outline.Outline;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Thousands of traces find their lines, and what is in the wrong one is found among them. */
class ManyTracesTest {
  private static final int MANY = 3_000;

  private static String traces(IntFunction<String> roots) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      text.append("trace t\n").append(roots.apply(i));
    }
    return text.toString();
  }

  private static void assertMatches(String what, String expected, String recorded) {
    for (Mode mode : Mode.values()) {
      Comparison comparison =
          HostileSizeTest.compare(what, Outline.parse(expected), recorded(recorded), mode);
      assertThat(comparison.findings()).as("%s, %s", what, mode).isEmpty();
    }
  }

  @Test
  void traces_of_one_root_each() {
    String one = traces(i -> "span a\n k = " + i + "\n");
    String reversed = traces(i -> "span a\n k = " + (MANY - 1 - i) + "\n");

    assertMatches("traces of one root", one, reversed);
  }

  @Test
  void equal_traces_of_two_roots() {
    String equal = traces(i -> "span a\nspan b\n");

    assertMatches("equal traces", "trace t x" + MANY + "\nspan a\nspan b", equal);
    assertMatches("equal traces, a line each", equal, equal);
    assertMatches("traces of some number", "trace t x1..\nspan </a/>\nspan <any>", equal);
  }

  @Test
  void traces_that_one_of_two_roots_tells_apart() {
    String expected = traces(i -> "span b\nspan a\n k = " + i + "\n");
    String recorded = traces(i -> "span a\n k = " + (MANY - 1 - i) + "\nspan b\n");

    assertMatches("traces told apart by one root", expected, recorded);
    assertMatches(
        "traces told apart beside matchers", expected.replace("span b", "span <any>"), recorded);
  }

  @Test
  void roots_that_changed_places() {
    String expected = traces(i -> span("a", i) + span("b", i));
    String recorded = traces(i -> span("a", i) + span("b", i == 7 ? 9 : i == 9 ? 7 : i));

    assertThat(HostileSizeTest.compare(
                "changed places", Outline.parse(expected), recorded(recorded), Mode.CLOSED)
            .findings())
        .extracting(finding -> finding.kind() + " " + finding.path())
        .containsExactly("MOVED b", "MOVED b");
  }

  private static String span(String name, int value) {
    return "span " + name + "\n k = " + value + "\n m = " + value + "\n";
  }
}
