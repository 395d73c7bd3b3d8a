package io.spantree.model;

import static io.spantree.model.Ids.child;
import static io.spantree.model.Ids.context;
import static io.spantree.model.Ids.remote;
import static io.spantree.model.Ids.root;
import static io.spantree.model.Ids.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.model.SpanNode.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is left of a recording without the spans that are noise or of fixtures. */
class NoiseFreeTest {

  private static Recording ignoring(Recording recording, String... names) {
    Set<String> noise = Set.of(names);
    return recording.ignoring(span -> noise.contains(span.name()));
  }

  private static SpanNode only(Recording recording, String name) {
    return recording.spans().stream()
        .filter(span -> span.name().equals(name))
        .findAny()
        .orElseThrow();
  }

  @Test
  void what_is_below_noise_hangs_from_the_nearest_kept_ancestor() {
    Recording kept = ignoring(
        Recording.of(List.of(root("a", 1), child("b", 2, 1), child("c", 3, 2), child("d", 4, 3))),
        "b",
        "c");

    assertThat(kept.spans()).extracting(SpanNode::name).containsExactly("a", "d");
    assertThat(only(kept, "d").parent()).isSameAs(only(kept, "a"));
    assertThat(only(kept, "d").position()).isEqualTo(Position.CHILD);
    assertThat(only(kept, "a").children()).containsExactly(only(kept, "d"));
    assertThat(kept.reading().ignored()).isEqualTo(2);
  }

  @Test
  void what_has_no_kept_ancestor_stands_where_the_noise_stood() {
    Recording recording = Recording.of(List.of(
        span("server", context(1, 1), remote(1, 77), 1),
        child("b", 2, 1),
        child("c", 3, 2),
        span("orphan", context(2, 4), context(2, 88), 1),
        span("d", context(2, 5), context(2, 4), 2)));

    Recording kept = ignoring(recording, "server", "b", "orphan");

    assertThat(kept.roots()).extracting(SpanNode::name).containsExactly("c", "d");
    assertThat(only(kept, "c").position()).isEqualTo(Position.REMOTE_CHILD);
    assertThat(only(kept, "d").position()).isEqualTo(Position.ORPHAN);
  }

  @Test
  void a_trace_of_nothing_but_noise_is_gone() {
    assertThat(ignoring(Recording.of(List.of(root("a", 1))), "a").isEmpty()).isTrue();
  }

  @Test
  void agrees_with_walking_up_from_each_span() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      int size = 1 + random.nextInt(12);
      List<SpanData> spans = new ArrayList<>(List.of(root("s1", 1)));
      for (int id = 2; id <= size; id++) {
        spans.add(child("s" + id, id, 1 + random.nextInt(size))); // forward too: cycles, itself
      }
      Recording whole = Recording.of(spans);
      Set<String> noise = new HashSet<>();
      whole.spans().forEach(span -> {
        if (random.nextBoolean()) {
          noise.add(span.name());
        }
      });

      Recording kept = whole.ignoring(span -> noise.contains(span.name()));

      assertThat(kept.spans()).hasSize(size - noise.size());
      for (SpanNode span : kept.spans()) {
        SpanNode top = only(whole, span.name());
        SpanNode above = top.parent();
        while (above != null && noise.contains(above.name())) {
          top = above;
          above = above.parent();
        }
        assertThat(nameOf(span.parent())).isEqualTo(nameOf(above));
        assertThat(span.position()).isEqualTo(above == null ? top.position() : Position.CHILD);
      }
    }
  }

  private static String nameOf(SpanNode span) {
    return span == null ? "" : Objects.requireNonNull(span).name();
  }

  @Test
  void a_long_chain_of_noise_is_gone_once() {
    int size = 100_000;
    List<SpanData> spans = new ArrayList<>(List.of(root("root", 1)));
    for (int id = 2; id <= size; id++) {
      spans.add(child("noise", id, id - 1));
    }
    for (int id = 1; id <= 1_000; id++) {
      spans.add(child("kept", size + id, size));
    }

    Recording kept = ignoring(Recording.of(spans), "noise");

    assertThat(only(kept, "root").children()).hasSize(1_000);
  }
}
