package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.model.AttributeValue;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.outline.Outline;
import io.spantree.outline.ValuePattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is tried where labels were refused: each meaning with the rest free, and with it as found. */
class LabelAlternativesTest {
  private static final AttributeValue ONE = AttributeValue.of(1);
  private static final AttributeValue TWO = AttributeValue.of(2);
  private static final AttributeValue NINE = AttributeValue.of(9);

  private static ValuePattern labelled(String label) {
    return ValuePattern.parse("<any#" + label + ">", "here");
  }

  @Test
  void another_value_is_tried_with_the_others_free_and_with_them_as_found() {
    Hypothesis assumed = Hypothesis.NONE.with("z", NINE);
    LabelBindings values = new LabelBindings(assumed);
    values.accept(labelled("x"), ONE);
    values.accept(labelled("y"), ONE);
    values.accept(labelled("x"), TWO);

    assertThat(LabelAlternatives.ofValues(assumed, values, Map.of()))
        .extracting(Hypothesis::values)
        .containsExactly(
            Map.of("x", ONE, "y", ONE, "z", NINE),
            Map.of("x", ONE, "z", NINE),
            Map.of("x", TWO, "z", NINE),
            Map.of("x", TWO, "y", ONE, "z", NINE));
  }

  @Test
  void what_was_assumed_is_not_bound_anew() {
    LabelBindings values = new LabelBindings(Hypothesis.NONE.with("x", ONE));

    assertThat(values.accept(labelled("x"), TWO)).isFalse();
    assertThat(values.of("x")).isEqualTo(ONE);
    assertThat(values.others()).containsExactly(Map.entry("x", Set.of(TWO)));
  }

  @Test
  void nothing_is_tried_where_no_value_was_refused() {
    LabelBindings values = new LabelBindings(Hypothesis.NONE);
    values.accept(labelled("x"), ONE);

    assertThat(LabelAlternatives.ofValues(Hypothesis.NONE, values, Map.of())).isEmpty();
  }

  /** The targets of each hypothesis, by the number of the span among all that were recorded. */
  private static List<Map<String, Integer>> targets(
      String expected, String actual, Map<String, Integer> refused) {
    Subject subject = Subject.of(Outline.parse(expected), recorded(actual), Mode.CLOSED);
    Recording recording = subject.recording();
    Map<String, Set<SpanNode>> pointedTo = new LinkedHashMap<>();
    refused.forEach((label, span) -> pointedTo
        .computeIfAbsent(label, l -> new LinkedHashSet<>())
        .add(recording.spans().get(span)));
    List<Map<String, Integer>> all = new ArrayList<>();
    for (Hypothesis each : new LabelAlternatives(subject.tree(), recording)
        .ofTargets(Hypothesis.NONE, new Pairer(subject, Hypothesis.NONE).pair(), pointedTo)) {
      Map<String, Integer> targets = new LinkedHashMap<>();
      each.targets().forEach((label, span) -> targets.put(label, span.index()));
      all.add(targets);
    }
    return all;
  }

  @Test
  void another_target_is_tried_with_the_others_free_and_with_them_as_found() {
    String tree = "span r\nspan > s\nspan > s\nspan > q\nspan > s";

    assertThat(targets(tree.replaceFirst("> s", "> s &1"), tree, Map.of("1", 4)))
        .as("as found, where links point to, and each sibling of the name")
        .containsExactly(
            Map.of("1", 1),
            Map.of("1", 4),
            Map.of("1", 4),
            Map.of("1", 4),
            Map.of("1", 4),
            Map.of("1", 2),
            Map.of("1", 2));
  }

  @Test
  void of_roots_other_roots_are_tried() {
    assertThat(targets("span s &1\nspan s", "span s\nspan s\nspan q", Map.of()))
        .containsExactly(Map.of("1", 0), Map.of("1", 0), Map.of("1", 1), Map.of("1", 1));
  }

  @Test
  void a_label_of_several_spans_means_none_of_them_alone() {
    assertThat(targets("span r\nspan > s x2 &1", "span r\nspan > s\nspan > s", Map.of()))
        .isEmpty();
  }

  @Test
  void another_span_takes_over_the_label_and_gives_its_own() {
    String tree = "span r\nspan > s\nspan > s";

    assertThat(targets("span r\nspan > s &1\nspan > s &2", tree, Map.of()))
        .containsExactly(
            Map.of("1", 1, "2", 2),
            Map.of("1", 1, "2", 2),
            Map.of("1", 2, "2", 1),
            Map.of("1", 2),
            Map.of("1", 2, "2", 1),
            Map.of("2", 1));
  }
}
