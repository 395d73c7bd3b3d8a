package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which outlines every recording would meet, so that they assert nothing. */
class CanFailTest {
  private static boolean canFail(String outline, Mode mode) {
    return Comparison.canFail(Outline.parse(outline.replace("\\n", "\n")), mode);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing",
        "... traces",
        "span a x0..",
        "span <any> x0..",
        "span a root x0..",
        "span a x0.. &1",
        "span a ordered x0..\\nspan > b x0..",
        "span a x0..\\nspan > b x0..\\nspan >> c x0..",
        "span a x0..\\n ... attributes\\n ... children",
        "span a x0..\\nspan b x0..\\n... traces",
        "trace t x0..\\nspan a",
        "trace t x0..\\nspan a\\nspan b x0..1"
      })
  void an_open_outline_that_asks_nothing_cannot_fail(String outline) {
    assertThat(canFail(outline, Mode.OPEN)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "span a|",
        "span a x1..|",
        "span a x0..1|span a x2",
        "span a x0|span a",
        "span a x0..\\n k = 1|span a",
        "span a x0..\\n k = <absent>|span a\\n k = 1",
        "span a CLIENT x0..|span a",
        "span a OK x0..|span a",
        "span a x0.. parent=<remote>|span a",
        "span a x0.. open|span a",
        "span a x0..\\n event e|span a",
        "span a x0..\\n link <external>|span a",
        "span a x0..\\nspan > b|span a",
        "span a x0..\\nspan > b x0|span a\\nspan > b",
        "span a x0..\\nspan > b x0..\\nspan >> c\\n|span a\\nspan > b",
        "span a ordered x0..\\nspan > b x0..\\nspan > c x0..|span a\\nspan > c\\nspan > b",
        "span </./#n> x0..|span a\\nspan b",
        "trace t x0\\nspan a|span a"
      })
  void what_is_asked_of_some_recording_can_fail(String outline, String witness) {
    Recording recording = recorded(witness == null ? "" : witness.replace("\\n", "\n"));
    Outline parsed = Outline.parse(outline.replace("\\n", "\n"));

    assertThat(Comparison.of(parsed, recording, Mode.OPEN).matches()).isFalse();
    assertThat(Comparison.canFail(parsed, Mode.OPEN)).isTrue();
  }

  @Test
  void a_closed_outline_can_fail_unless_it_describes_nothing_and_allows_everything() {
    assertThat(canFail("... traces", Mode.CLOSED)).isFalse();
    assertThat(canFail("", Mode.CLOSED)).isTrue();
    assertThat(canFail("span a x0..\n... traces", Mode.CLOSED)).isTrue();
  }

  @Test
  void an_outline_can_fail_just_when_some_small_recording_differs_from_it() {
    List<Recording> recordings = new ArrayList<>(List.of(recorded("")));
    for (int spans = 1; spans <= 3; spans++) {
      for (Tree shape : Tree.shapes(spans, true)) {
        each(shape, 0, List.of("a", "b"), (span, name) -> span.name = name, () -> {
          recordings.add(recorded(shape.outline()));
        });
      }
    }
    for (int lines = 1; lines <= 2; lines++) {
      for (Tree shape : Tree.shapes(lines, true)) {
        shape.spans().forEach(span -> span.name = span.name.equals("s0") ? "a" : "b");
        List<String> counts = List.of("", " x0", " x0..1", " x1..", " x0..");
        each(shape, 0, counts, (span, count) -> span.modifiers = count, () -> {
          Outline outline = Outline.parse(shape.outline());
          boolean fails = recordings.stream()
              .anyMatch(each -> !Comparison.of(outline, each, Mode.OPEN).matches());
          assertThat(Comparison.canFail(outline, Mode.OPEN)).as(outline.print()).isEqualTo(fails);
        });
      }
    }
  }

  /** Every way to give each span one of the words. */
  private static void each(
      Tree tree, int at, List<String> words, BiConsumer<Tree, String> give, Runnable then) {
    if (at == tree.spans().size()) {
      then.run();
      return;
    }
    for (String word : words) {
      give.accept(tree.spans().get(at), word);
      each(tree, at + 1, words, give, then);
    }
  }
}
