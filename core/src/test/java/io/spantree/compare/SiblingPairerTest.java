package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.outline.Outline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shortcut for siblings of distinct names is held beside the search that it leaves out. */
class SiblingPairerTest {
  private static final List<String> COUNTS = List.of("", " x0..1", " x2", " x0", " x1..");

  private int cases;
  private int paired;

  @Test
  void distinct_names_pair_as_they_do_without_the_shortcut() {
    pairs(List.of("a", "b"), List.of("a", "b", "d"));
  }

  @Test
  @Tag("proof")
  void three_distinct_names_pair_as_they_do_without_the_shortcut() {
    pairs(List.of("a", "b", "c"), List.of("a", "b", "c", "d"));
  }

  private void pairs(List<String> names, List<String> recorded) {
    List<String> lines = new ArrayList<>(List.of(""));
    grow("", names, new HashSet<>(), lines);
    List<Recording> recordings = new ArrayList<>();
    for (String spans : sequences(recorded, 3)) {
      recordings.add(recorded("span root\n" + spans));
    }

    for (String text : lines) {
      Outline outline = Outline.parse("span root\n" + text);
      for (Recording recording : recordings) {
        assertEqualPairs(Subject.of(outline, recording, Mode.CLOSED));
        assertEqualPairs(Subject.of(outline, recording, Mode.OPEN));
      }
    }
    System.out.println("sibling pairs, with and without shortcut: " + cases + " cases");
    assertThat(paired).isGreaterThan(cases / 4);
  }

  private void assertEqualPairs(Subject subject) {
    List<ExpectedSpan> lines = subject.tree().roots().get(0).children();
    List<SpanNode> spans = subject.recording().roots().get(0).children();
    SiblingPairer pairer = new SiblingPairer(
        new PairCosts(subject, new Resemblance(subject, Hypothesis.NONE), Hypothesis.NONE),
        subject.tree());
    Set<Place> quick = new HashSet<>();
    Set<Place> searched = new HashSet<>();

    pairer.pair(lines, spans, into(quick));
    pairer.pairGroups(lines, spans, into(searched));

    if (!quick.equals(searched)) {
      throw new AssertionError(subject.mode() + "\n" + subject.outline().print() + quick
          + "\nwithout the shortcut\n" + searched);
    }
    cases++;
    paired += quick.isEmpty() ? 0 : 1;
  }

  @Test
  void a_matcher_gets_what_literal_names_leave_even_where_less_would_differ() {
    Subject subject = Subject.of(
        Outline.parse("span root\nspan > <any> x2\nspan > a\n k = 1"),
        recorded("span root\nspan > a\nspan > a"),
        Mode.CLOSED);
    Set<Place> pairs = new HashSet<>();

    new SiblingPairer(
            new PairCosts(subject, new Resemblance(subject, Hypothesis.NONE), Hypothesis.NONE),
            subject.tree())
        .pair(
            subject.tree().roots().get(0).children(),
            subject.recording().roots().get(0).children(),
            into(pairs));

    assertThat(pairs)
        .extracting(pair -> pair.expected().name())
        .containsExactlyInAnyOrder("a", "<any>");
  }

  private static BiConsumer<ExpectedSpan, SpanNode> into(Set<Place> pairs) {
    return (line, span) -> pairs.add(new Place(line, span));
  }

  private static void grow(String text, List<String> names, Set<String> used, List<String> all) {
    for (String name : names) {
      if (used.add(name)) {
        for (String count : COUNTS) {
          String more = text + "span > " + name + count + "\n";
          all.add(more);
          grow(more, names, used, all);
        }
        used.remove(name);
      }
    }
  }

  private static List<String> sequences(List<String> names, int longest) {
    List<String> all = new ArrayList<>(List.of(""));
    for (int from = 0, length = 0; length < longest; length++) {
      int to = all.size();
      for (; from < to; from++) {
        for (String name : names) {
          all.add(all.get(from) + "span > " + name + "\n");
        }
      }
    }
    return all;
  }
}
