package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.outline.Outline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether the events and links of a span are as described is exact, however many there are; only
 * what tells them apart may be searched for in vain.
 */
class PartVerdictTest {
  private static final List<String> LINES = List.of(
      "event e", "event e\n . k = 1", "event e\n . k = 2", "event f", "event <any>\n . k = 1");
  private static final List<String> EVENTS =
      List.of("event e\n . k = 1", "event e\n . k = 2", "event f\n . k = 1", "event f\n . k = 2");

  private Random random = new Random(0);

  @Test
  void events_are_as_described_when_they_can_be_found_in_their_order() {
    verdicts(1_500, 8, 1);
    verdicts(60, 160, 2);
  }

  @Test
  @Tag("proof")
  void events_are_as_described_when_they_can_be_found_in_their_order_half_a_million_times() {
    verdicts(500_000, 8, 3);
    verdicts(5_000, 160, 4);
  }

  private void verdicts(int cases, int most, long seed) {
    random = new Random(seed);
    int matching = 0;
    for (int i = 0; i < cases; i++) {
      List<String> events = some(EVENTS, most);
      List<String> lines = random.nextBoolean() ? some(LINES, most / 2) : thinned(events);
      matching += verdict(lines, events) ? 1 : 0;
    }
    assertThat(matching).isBetween(cases / 20, cases * 19 / 20);
  }

  private List<String> some(List<String> from, int most) {
    return random
        .ints(random.nextInt(most + 1), 0, from.size())
        .mapToObj(from::get)
        .toList();
  }

  /** Some of the events, with one that may be another. */
  private List<String> thinned(List<String> events) {
    List<String> lines = new ArrayList<>(events);
    lines.removeIf(line -> random.nextInt(4) == 0);
    lines.replaceAll(line -> random.nextInt(4) == 0 ? line.split("\n")[0] : line);
    if (!lines.isEmpty() && random.nextBoolean()) {
      lines.set(random.nextInt(lines.size()), LINES.get(random.nextInt(LINES.size())));
    }
    return lines;
  }

  private static boolean verdict(List<String> lines, List<String> events) {
    String text = "span a\n" + String.join("\n", lines);
    Outline outline = Outline.parse(text + "\n ... events");
    Comparison open =
        Comparison.of(outline, recorded("span a\n" + String.join("\n", events)), Mode.OPEN);

    boolean expected = isFoundIn(events, lines);
    assertThat(open.matches()).as(text + "\n---\n%s", events).isEqualTo(expected);
    return expected;
  }

  /** The first event that will do is best for those behind it. */
  private static boolean isFoundIn(List<String> events, List<String> lines) {
    int found = 0;
    for (String event : events) {
      found += found < lines.size() && accepts(lines.get(found), event) ? 1 : 0;
    }
    return found == lines.size();
  }

  private static boolean accepts(String line, String event) {
    return event.matches(line.replace("<any>", "\\w") + "(\n.*)?");
  }

  @Test
  void a_hundred_events_may_stand_among_others_that_differ() {
    String noise = "\n event poll\n . n = 0";
    String lines = events(100, "");

    Comparison comparison = Comparison.of(
        Outline.parse("span a" + lines),
        recorded("span a" + noise + events(100, noise)),
        Mode.OPEN);

    assertThat(comparison.findings()).isEmpty();
    assertThat(comparison.gaveUp()).isFalse();
  }

  @Test
  void of_a_hundred_events_that_differ_a_finding_says_that_not_all_was_tried() {
    String noise = "\n event poll\n . n = 0";

    Comparison comparison = Comparison.of(
        Outline.parse("span a" + events(100, "")),
        recorded("span a" + noise + events(99, noise)),
        Mode.OPEN);

    assertThat(comparison.matches()).isFalse();
    assertThat(comparison.gaveUp()).isTrue();
  }

  private static String events(int count, String before) {
    StringBuilder events = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      events.append(before).append("\n event poll\n . n = ").append(i);
    }
    return events.toString();
  }

  @Test
  void a_hundred_links_in_another_order_are_as_described() {
    for (Mode mode : Mode.values()) {
      Comparison comparison = Comparison.of(
          Outline.parse("span a" + links(shuffled(100, 1))),
          recorded("span a" + links(shuffled(100, 2))),
          mode);

      assertThat(comparison.findings()).isEmpty();
    }
    List<Integer> others = shuffled(101, 2);
    others.remove((Integer) 1);
    assertThat(Comparison.of(
                Outline.parse("span a" + links(shuffled(100, 1))),
                recorded("span a" + links(others)),
                Mode.OPEN)
            .matches())
        .isFalse();
  }

  private static List<Integer> shuffled(int count, long seed) {
    List<Integer> numbers =
        new ArrayList<>(IntStream.rangeClosed(1, count).boxed().toList());
    Collections.shuffle(numbers, new Random(seed));
    return numbers;
  }

  private static String links(List<Integer> numbers) {
    StringBuilder links = new StringBuilder();
    numbers.forEach(n -> links.append("\n link <external>\n . n = ").append(n));
    return links.toString();
  }
}
