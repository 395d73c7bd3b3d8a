package io.spantree.model;

import static io.spantree.model.Ids.child;
import static io.spantree.model.Ids.context;
import static io.spantree.model.Ids.remote;
import static io.spantree.model.Ids.root;
import static io.spantree.model.Ids.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.model.SpanNode.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TreeBuilderTest {
  private static Recording recording(SpanData... spans) {
    return Recording.of(List.of(spans));
  }

  private static SpanNode only(Recording recording, String name) {
    return recording.spans().stream()
        .filter(span -> span.name().equals(name))
        .findAny()
        .orElseThrow();
  }

  @Test
  void children_hang_under_their_parent_in_any_order_of_the_spans() {
    Recording recording = recording(child("c", 3, 2), child("b", 2, 1), root("a", 1));

    SpanNode a = only(recording, "a");
    assertThat(recording.roots()).containsExactly(a);
    assertThat(a.position()).isEqualTo(Position.ROOT);
    assertThat(only(recording, "c").parent()).isSameAs(only(recording, "b"));
    assertThat(only(recording, "c").position()).isEqualTo(Position.CHILD);
    assertThat(a.children()).extracting(SpanNode::name).containsExactly("b");
  }

  @Test
  void siblings_stand_in_start_order_and_equal_starts_as_they_came() {
    Recording recording = recording(
        span("late", context(1, 2), context(1, 1), 9),
        span("x", context(1, 3), context(1, 1), 5),
        span("y", context(1, 4), context(1, 1), 5),
        span("early", context(1, 5), context(1, 1), 2),
        span("root", context(1, 1), SpanContext.getInvalid(), 1));

    assertThat(only(recording, "root").children())
        .extracting(SpanNode::name)
        .containsExactly("early", "x", "y", "late");
  }

  @Test
  void a_span_whose_parent_is_nowhere_is_an_orphan() {
    SpanNode orphan = only(recording(root("a", 1), child("b", 2, 77)), "b");

    assertThat(orphan.position()).isEqualTo(Position.ORPHAN);
    assertThat(orphan.parent()).isNull();
  }

  @Test
  void a_remote_parent_that_is_not_recorded_is_no_orphan() {
    SpanNode server = only(recording(span("server", context(1, 2), remote(1, 77), 1)), "server");

    assertThat(server.position()).isEqualTo(Position.REMOTE_CHILD);
    assertThat(server.parent()).isNull();
  }

  @Test
  void a_remote_parent_that_is_recorded_is_an_ordinary_parent() {
    Recording recording =
        recording(root("client", 1), span("server", context(1, 2), remote(1, 1), 2));

    assertThat(only(recording, "server").position()).isEqualTo(Position.CHILD);
    assertThat(only(recording, "server").parent()).isSameAs(only(recording, "client"));
  }

  @Test
  void a_parent_in_another_trace_is_no_parent() {
    Recording recording = recording(root("a", 1), span("b", context(2, 2), context(1, 1), 2));

    assertThat(recording.traces()).hasSize(2);
    assertThat(only(recording, "b").position()).isEqualTo(Position.ORPHAN);
    assertThat(only(recording, "a").children()).isEmpty();
  }

  @Test
  void a_trace_may_have_several_roots() {
    Recording recording = recording(
        span("first", context(1, 2), remote(1, 77), 1),
        span("second", context(1, 3), remote(1, 77), 2));

    assertThat(recording.traces()).hasSize(1);
    assertThat(recording.roots()).extracting(SpanNode::name).containsExactly("first", "second");
  }

  @Test
  void of_two_spans_with_one_id_the_later_one_is_marked_and_both_are_kept() {
    Recording recording = recording(
        span("a", context(1, 1), SpanContext.getInvalid(), 1),
        span("twin", context(1, 1), SpanContext.getInvalid(), 2),
        span("b", context(1, 2), context(1, 1), 3));

    assertThat(only(recording, "a").hasDuplicateId()).isFalse();
    assertThat(only(recording, "twin").hasDuplicateId()).isTrue();
    assertThat(only(recording, "b").parent()).isSameAs(only(recording, "a"));
    assertThat(recording.roots()).hasSize(2);
  }

  @Test
  void the_same_id_in_two_traces_is_no_duplicate() {
    Recording recording =
        recording(root("a", 1), span("b", context(2, 1), SpanContext.getInvalid(), 1));

    assertThat(recording.spans()).noneMatch(SpanNode::hasDuplicateId);
  }

  @Test
  void a_span_that_is_its_own_parent_is_a_cycle() {
    Recording recording = recording(child("a", 1, 1), child("b", 2, 1));

    assertThat(only(recording, "a").position()).isEqualTo(Position.CYCLE);
    assertThat(only(recording, "a").children()).extracting(SpanNode::name).containsExactly("b");
    assertThat(recording.roots()).hasSize(1);
  }

  @Test
  void a_longer_cycle_is_cut_above_its_earliest_span() {
    Recording recording = recording(
        span("c", context(1, 3), context(1, 2), 3),
        span("a", context(1, 1), context(1, 3), 1),
        span("b", context(1, 2), context(1, 1), 2),
        span("below", context(1, 4), context(1, 2), 0));

    assertThat(recording.roots()).extracting(SpanNode::name).containsExactly("a");
    assertThat(only(recording, "a").position()).isEqualTo(Position.CYCLE);
    assertThat(only(recording, "c").position()).isEqualTo(Position.CHILD);
    assertThat(only(recording, "below").position()).isEqualTo(Position.CHILD);
    assertThat(only(recording, "c").children()).isEmpty();
  }

  @Test
  void a_chain_of_100_000_spans_does_not_overflow_the_stack() {
    List<SpanData> spans = new ArrayList<>();
    for (int i = 1; i <= 100_000; i++) {
      spans.add(i == 1 ? root("s", i) : child("s", i, i - 1));
    }
    Collections.reverse(spans);

    Recording recording = Recording.of(spans);

    assertThat(recording.spans()).hasSize(100_000);
    assertThat(recording.roots()).hasSize(1);
    assertThat(SpanPath.of(recording.spans().get(0)).names()).hasSize(64);
  }

  @Test
  void a_cycle_of_100_000_spans_does_not_overflow_the_stack() {
    List<SpanData> spans = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      spans.add(child("s", 1 + i, 1 + (i + 1) % 100_000));
    }

    assertThat(Recording.of(spans).roots()).hasSize(1);
  }

  @Test
  void the_clock_counts_when_only_some_have_evidence() {
    List<RecordedSpan> spans = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      SpanData data = span("s" + i, context(1, i), SpanContext.getInvalid(), i);
      spans.add(new RecordedSpan(data, i % 3 == 0 ? evidence(1_000 - i) : null));
    }
    Collections.shuffle(spans, new Random(1));

    assertThat(Recording.ofRecorded(spans, null).spans())
        .extracting(span -> span.data().getStartEpochNanos())
        .isSorted();
  }

  @Test
  void with_evidence_the_sequence_counts_and_not_the_clock() {
    SpanData first = span("first", context(1, 1), SpanContext.getInvalid(), 9);
    SpanData second = span("second", context(1, 2), SpanContext.getInvalid(), 1);

    Recording recording = Recording.ofRecorded(
        List.of(new RecordedSpan(second, evidence(2)), new RecordedSpan(first, evidence(1))), null);

    assertThat(recording.roots()).extracting(SpanNode::name).containsExactly("first", "second");
  }

  private static Evidence evidence(long start) {
    return new Evidence(
        start, start, Phase.BODY, "main", Ancestry.TEST_ROOT, Dispatch.UNKNOWN, false, List::of);
  }

  @Test
  void every_span_comes_out_exactly_once_whatever_the_ids() {
    Random random = new Random(1);
    for (int round = 0; round < 20_000; round++) {
      int count = 1 + random.nextInt(8);
      List<SpanData> spans = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        spans.add(anySpan(random, count, i));
      }
      assertIsForestOf(spans);
    }
  }

  private static SpanData anySpan(Random random, int count, int index) {
    SpanContext self = context(1 + random.nextInt(2), 1 + random.nextInt(count));
    SpanContext parent = switch (random.nextInt(4)) {
      case 0 -> SpanContext.getInvalid();
      case 1 -> remote(1 + random.nextInt(2), 1 + random.nextInt(count + 1));
      default -> context(1 + random.nextInt(2), 1 + random.nextInt(count + 1));
    };
    return span("s" + index, self, parent, random.nextInt(3));
  }

  @Test
  void every_span_comes_out_exactly_once_in_all_assignments_of_ids_to_up_to_3_spans() {
    int cases = allAssignments(1) + allAssignments(2) + allAssignments(3);
    System.out.println("TreeBuilder, all ids of up to 3 spans: " + cases + " cases");
  }

  @Test
  @Tag("proof")
  void every_span_comes_out_exactly_once_in_all_assignments_of_ids_to_4_spans() {
    System.out.println("TreeBuilder, all ids of 4 spans: " + allAssignments(4) + " cases");
  }

  /** Each span's own id, and its parent's: none, that of any span, or one that is not there. */
  private static int allAssignments(int count) {
    int parents = count + 2;
    int choices = count * parents;
    int all = (int) Math.pow(choices, count);
    for (int assignment = 0; assignment < all; assignment++) {
      List<SpanData> spans = new ArrayList<>();
      int left = assignment;
      for (int i = 0; i < count; i++) {
        int parent = left % choices % parents;
        SpanContext above = parent == 0 ? SpanContext.getInvalid() : context(1, parent);
        spans.add(span("s" + i, context(1, 1 + left % choices / parents), above, 1));
        left /= choices;
      }
      assertIsForestOf(spans);
    }
    return all;
  }

  private static void assertIsForestOf(List<SpanData> spans) {
    Recording recording = Recording.of(spans);
    Set<SpanData> seen = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    for (Trace trace : recording.traces()) {
      List<SpanNode> walk = new ArrayList<>(trace.roots());
      for (int i = 0; i < walk.size(); i++) {
        SpanNode span = walk.get(i);
        assertThat(seen.add(span.data())).as("%s comes once", span).isTrue();
        assertThat(walk.size()).as("no circle").isLessThanOrEqualTo(spans.size());
        for (SpanNode child : span.children()) {
          assertThat(child.parent()).isSameAs(span);
          assertThat(child.data().getParentSpanId()).isEqualTo(span.data().getSpanId());
          assertThat(child.data().getTraceId()).isEqualTo(span.data().getTraceId());
          walk.add(child);
        }
      }
      assertThat(new HashSet<>(walk)).isEqualTo(new HashSet<>(trace.spans()));
      for (SpanNode root : trace.roots()) {
        assertThat(root.parent()).isNull();
        assertThat(root.position()).isEqualTo(expectedPosition(root, trace));
      }
    }
    assertThat(seen).hasSize(spans.size());
  }

  private static Position expectedPosition(SpanNode root, Trace trace) {
    SpanContext parent = root.data().getParentSpanContext();
    boolean here = parent.getTraceId().equals(root.data().getTraceId())
        && trace.spans().stream().anyMatch(s -> s.data().getSpanId().equals(parent.getSpanId()));
    if (here) {
      return Position.CYCLE;
    } else if (!parent.isValid()) {
      return Position.ROOT;
    }
    return parent.isRemote() ? Position.REMOTE_CHILD : Position.ORPHAN;
  }
}
