package io.spantree.benchmarks;

import io.spantree.benchmarks.Row.Limit;
import io.spantree.benchmarks.Row.Unit;
import java.util.ArrayList;
import java.util.List;

/** All that is measured, and what it must reach. */
final class Rows {
  private Rows() {}

  static List<Row> all() {
    List<Row> rows = new ArrayList<>(beside());
    for (int spans = 1_000; spans <= 1_000_000; spans *= 10) {
      rows.add(growth(spans));
    }
    return rows;
  }

  /** Beside it stands what a hundred spans take, grown as n log n grows. */
  private static Row growth(int spans) {
    double growth = spans * Math.log(spans) / (100 * Math.log(100));
    return new Row(
        "passing-" + spans + "-spans-to-n-log-n-from-100",
        Unit.US,
        Row.time("ShapeBenchmark.anySize " + spans),
        stopwatch -> growth * stopwatch.nanoseconds("ShapeBenchmark.anySize 100"),
        new Limit.Times(1));
  }

  private static List<Row> beside() {
    return List.of(
        new Row(
            "per-test",
            Unit.US,
            Row.time("PerTestBenchmark.ours"),
            Row.time("PerTestBenchmark.peer"),
            new Limit.Times(0.5)),
        new Row(
            "per-test-to-peer-with-the-same-spans",
            Unit.US,
            Row.time("PerTestBenchmark.ours"),
            Row.time("PerTestBenchmark.peerWithSpans"),
            new Limit.Times(2)),
        new Row(
            "per-span",
            Unit.NS,
            Row.time("PerSpanBenchmark.ours"),
            Row.time("PerSpanBenchmark.peer"),
            new Limit.Times(1.5)),
        new Row(
            "per-span-with-start-site",
            Unit.NS,
            Row.time("PerSpanBenchmark.oursWithSites"),
            Row.time("PerSpanBenchmark.peerDeep"),
            new Limit.Times(8)),
        new Row(
            "scope-to-strict-storage",
            Unit.NS,
            Row.time("ScopeBenchmark.ours"),
            Row.time("ScopeBenchmark.strict"),
            new Limit.Times(0.1)),
        new Row(
            "scope-to-plain-storage",
            Unit.NS,
            Row.time("ScopeBenchmark.ours"),
            Row.time("ScopeBenchmark.plain"),
            new Limit.None()),
        new Row(
            "10000-spans-any-order-to-exact-order",
            Unit.MS,
            Row.time("ShapeBenchmark.tree"),
            Row.time("ShapeBenchmark.treeByPeer"),
            new Limit.Times(3)),
        new Row(
            "1000-siblings-any-order-to-exact-order",
            Unit.US,
            Row.time("ShapeBenchmark.siblings"),
            Row.time("ShapeBenchmark.siblingsByPeer"),
            new Limit.Times(5)),
        new Row(
            "1000-siblings-changed-within-100-ms",
            Unit.MS,
            Row.time("ShapeBenchmark.changedSiblings"),
            null,
            new Limit.Bound(100)),
        new Row(
            "10000-span-golden-within-50-ms",
            Unit.MS,
            Row.time("ShapeBenchmark.changedGolden"),
            null,
            new Limit.Bound(50)),
        new Row(
            "10000-span-golden-report-within-60-lines",
            Unit.LINES,
            stopwatch -> new ChangedGolden(10_000).report().lines().count(),
            null,
            new Limit.Bound(60)),
        new Row(
            "10000-span-golden-read-and-written-within-200-ms",
            Unit.MS,
            Row.time("GoldenBenchmark.readAndWritten"),
            null,
            new Limit.Bound(200)),
        new Row(
            "1000-goldens-within-1000-ms",
            Unit.MS,
            Row.time("GoldenBenchmark.thousand"),
            null,
            new Limit.Bound(1000)),
        new Row(
            "1000000-spans-root-within-1000-ms",
            Unit.MS,
            Row.time("ShapeBenchmark.root"),
            null,
            new Limit.Bound(1000)),
        new Row(
            "1000000-spans-root-within-200-bytes-a-span",
            Unit.BYTES,
            stopwatch -> new RootShape(1_000_000).bytesPerSpan(),
            null,
            new Limit.Bound(200)),
        new Row(
            "report-of-1-missing-in-30-within-2000-chars",
            Unit.CHARS,
            stopwatch -> naming(new MissingSpan().ours()),
            stopwatch -> new MissingSpan().peer().length(),
            new Limit.Bound(2000)));
  }

  /** A short report that does not name the span is worth nothing. */
  private static double naming(String report) {
    return report.contains(MissingSpan.MISSING) ? report.length() : Double.POSITIVE_INFINITY;
  }
}
