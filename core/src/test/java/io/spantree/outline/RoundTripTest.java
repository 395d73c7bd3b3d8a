package io.spantree.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The law of the notation: what is printed reads back as the same, and nothing crashes the parser. */
class RoundTripTest {
  @Test
  void what_is_printed_reads_back_as_the_same() {
    roundTrips(1_500, 1);
  }

  @Test
  @Tag("proof")
  void what_is_printed_reads_back_as_the_same_half_a_million_times() {
    roundTrips(500_000, 2);
  }

  @Test
  void a_mutated_text_is_read_or_refused_with_a_place_in_it() {
    mutations(6_000, 3);
  }

  @Test
  @Tag("proof")
  void a_million_mutated_texts_are_read_or_refused_with_a_place_in_them() {
    mutations(1_000_000, 4);
  }

  private static void roundTrips(int count, long seed) {
    RandomOutlines outlines = new RandomOutlines(seed, 5);
    for (int i = 0; i < count; i++) {
      Outline outline = outlines.next();
      String printed = outline.print();
      assertThat(Outline.parse(printed)).as(printed).isEqualTo(outline);
      assertThat(Outline.parse(OutlinePrinter.printFile(outline))).as(printed).isEqualTo(outline);
      assertThat(new String(printed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .as("survives a file")
          .isEqualTo(printed);
    }
  }

  private static void mutations(int count, long seed) {
    RandomOutlines outlines = new RandomOutlines(seed, 1);
    Random random = new Random(seed);
    int read = 0;
    for (int i = 0; i < count; i++) {
      String text = mutated(outlines.next().print(), random, outlines);
      try {
        Outline outline = Outline.parse(text);
        assertThat(Outline.parse(outline.print())).as(text).isEqualTo(outline);
        read++;
      } catch (OutlineSyntaxException e) {
        String[] lines = text.split("\n", -1);
        assertThat(e.line()).as(text).isBetween(1, lines.length);
        assertThat(e.column()).as(text).isBetween(1, lines[e.line() - 1].length() + 1);
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError(text, e);
      }
    }
    assertThat(read).as("mutated texts that can be read").isBetween(count / 20, count * 19 / 20);
  }

  private static String mutated(String text, Random random, RandomOutlines outlines) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(mutated.length() + 1);
      int end = Math.min(mutated.length(), at + random.nextInt(6));
      switch (random.nextInt(5)) {
        case 0 -> mutated.delete(at, end);
        case 1 -> mutated.insert(at, mutated.substring(at, end));
        case 2 -> mutated.insert(at, "\n \"<>#[]{}.=&*x0-/\\,:".charAt(random.nextInt(21)));
        case 3 -> mutated.insert(at, outlines.text());
        default ->
          mutated.replace(at, end, " OK span . ... <any> \n".substring(random.nextInt(20)));
      }
    }
    return mutated.toString();
  }
}
