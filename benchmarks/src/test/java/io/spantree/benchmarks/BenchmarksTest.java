package io.spantree.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spantree.benchmarks.PerSpanBenchmark.Ours;
import io.spantree.benchmarks.PerSpanBenchmark.OursWithoutSites;
import io.spantree.benchmarks.PerSpanBenchmark.Peer;
import io.spantree.benchmarks.PerSpanBenchmark.PeerWithoutSites;
import io.spantree.benchmarks.ScopeBenchmark.Storage;
import io.spantree.benchmarks.ScopeBenchmark.Tracked;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Benchmark;

/** Runs each side of each benchmark once, and small. */
class BenchmarksTest {

  @Test
  void a_test_records_its_spans() {
    PerTestBenchmark benchmark = new PerTestBenchmark();

    assertThat(benchmark.ours()).isEqualTo(PerTestBenchmark.SPANS);
    assertThat(benchmark.peerWithSpans()).isEqualTo(PerTestBenchmark.SPANS);
    assertThat(benchmark.peer()).isNotNull();
  }

  @Test
  void both_sides_record_the_same_spans() {
    PerSpanBenchmark benchmark = new PerSpanBenchmark();
    Ours ours = new OursWithoutSites();
    Peer peer = new PeerWithoutSites();
    ours.open();
    peer.open();

    benchmark.ours((OursWithoutSites) ours);
    benchmark.peer((PeerWithoutSites) peer);

    assertThat(ours.spans()).isEqualTo(PerSpanBenchmark.SITES + PerSpanBenchmark.SPANS);
    assertThat(peer.spans()).isEqualTo(ours.spans());
    ours.close();
    peer.close();
  }

  @Test
  void both_sides_record_the_same_spans_deep_in_the_stack() {
    PerSpanBenchmark benchmark = new PerSpanBenchmark();
    Ours ours = new Ours();
    Peer peer = new Peer();
    ours.open();
    peer.open();

    assertThat(benchmark.oursWithSites(ours)).isEqualTo(PerSpanBenchmark.FRAMES);
    assertThat(benchmark.peerDeep(peer)).isEqualTo(PerSpanBenchmark.FRAMES);

    assertThat(ours.spans()).isEqualTo(PerSpanBenchmark.SPANS);
    assertThat(peer.spans()).isEqualTo(ours.spans());
    ours.close();
    peer.close();
  }

  /** What {@link PerSpanBenchmark} builds on. */
  @Test
  void only_the_first_spans_of_a_recording_have_start_sites() {
    try (SpanCapture capture = SpanCapture.start()) {
      SpanWork.record(capture.openTelemetry().getTracer("benchmarks"), PerSpanBenchmark.SITES + 2);

      Recording recording = capture.recording();
      List<SpanNode> spans = recording.spans();
      assertThat(hasSite(spans.get(PerSpanBenchmark.SITES - 1))).isTrue();
      assertThat(hasSite(spans.get(PerSpanBenchmark.SITES))).isFalse();
    }
  }

  private static boolean hasSite(SpanNode span) {
    return span.evidence().orElseThrow().startSite().isPresent();
  }

  @Test
  void the_attached_context_is_current_on_each_side() {
    ScopeBenchmark benchmark = new ScopeBenchmark();
    Tracked tracked = new Tracked();

    assertThat(benchmark.ours(tracked)).isTrue();
    tracked.close();

    assertThat(benchmark.plain(new Storage())).isTrue();
    assertThat(benchmark.strict(new Storage())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 120})
  void both_sides_accept_the_same_tree(int width) {
    SpanTree tree = SpanTree.ofDistinctSiblings(120, width);

    Sides.agreeing(ExactShape.of(tree, tree.spans()), true);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 60, 119})
  void both_sides_reject_a_tree_with_a_renamed_span(int renamed) {
    SpanTree tree = SpanTree.ofDistinctSiblings(120, 10);

    Sides.agreeing(ExactShape.of(tree, tree.withRenamed(renamed).spans()), false);
  }

  @Test
  void both_sides_reject_siblings_with_changed_values() {
    Sides.agreeing(new ChangedSiblings(20), false);

    assertThat(new ChangedSiblings(20).report()).startsWith("Trace differs: 20 findings");
  }

  @Test
  void sides_that_disagree_are_not_measured() {
    Sides disagreeing = new Sides() {
      @Override
      public boolean ours() {
        return true;
      }

      @Override
      public boolean peer() {
        return false;
      }
    };

    assertThatThrownBy(() -> Sides.agreeing(disagreeing, true))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_golden_tells_the_changed_attribute() {
    assertThat(new ChangedGolden(200).report()).startsWith("Trace differs: 1 finding");
  }

  @Test
  void goldens_in_files_tell_what_is_equal() {
    assertThat(new GoldenStore(3, 20, false).compareAll()).isEqualTo(3);
    assertThat(new GoldenStore(3, 20, true).compareAll()).isZero();
  }

  @Test
  void a_shape_of_the_root_is_found() {
    assertThat(new RootShape(200).compare().matches()).isTrue();
  }

  @Test
  void both_failures_name_the_missing_span_and_ours_is_shorter() {
    MissingSpan missing = new MissingSpan();

    assertThat(missing.ours()).contains(MissingSpan.MISSING).hasSizeLessThanOrEqualTo(2000);
    assertThat(missing.peer()).hasSizeGreaterThan(2000);
  }

  @Test
  void each_benchmark_is_measured_in_a_row() {
    List<String> measured = new ArrayList<>();
    for (Row row : Rows.all()) {
      if (row.unit().ordinal() <= Row.Unit.MS.ordinal()) {
        row.print(benchmark -> {
          measured.add(benchmark.split(" ")[0]);
          return 1;
        });
      }
    }
    Set<String> benchmarks = Stream.of(
            PerTestBenchmark.class,
            PerSpanBenchmark.class,
            ScopeBenchmark.class,
            ShapeBenchmark.class,
            GoldenBenchmark.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Benchmark.class))
        .map(BenchmarksTest::label)
        .collect(Collectors.toSet());

    assertThat(Set.copyOf(measured)).isEqualTo(benchmarks);
  }

  private static String label(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  @Test
  void a_row_prints_both_sides_their_ratio_and_its_limit() {
    Row row = new Row(
        "some-work",
        Row.Unit.US,
        Row.time("Some.ours"),
        Row.time("Some.peer"),
        new Row.Limit.Times(0.5));

    assertThat(row.print(benchmark -> benchmark.endsWith("ours") ? 1_500 : 6_000))
        .isEqualTo("some-work ours=1.50 us peer=6.00 us ratio=0.25 limit=0.50");
  }

  @Test
  void a_row_without_a_peer_prints_its_ratio_to_the_bound() {
    Row row =
        new Row("some-work", Row.Unit.MS, Row.time("Some.ours"), null, new Row.Limit.Bound(100));

    assertThat(row.print(benchmark -> 25e6))
        .isEqualTo("some-work ours=25.00 ms peer=none ratio=0.25 limit=1.00");
  }

  @Test
  void a_bound_is_a_limit_for_the_ratio_to_the_peer() {
    Row row = new Row(
        "some-report",
        Row.Unit.CHARS,
        stopwatch -> 500,
        stopwatch -> 20_000,
        new Row.Limit.Bound(2_000));

    assertThat(row.print(benchmark -> 0))
        .isEqualTo("some-report ours=500.00 chars peer=20000.00 chars ratio=0.03 limit=0.10");
  }
}
