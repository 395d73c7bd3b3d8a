package io.spantree.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What goldens cost a suite, their files included. */
public class GoldenBenchmark {

  /** A golden of ten thousand spans and a changed attribute: read, merged, received. */
  @State(Scope.Thread)
  public static class Large {
    private final GoldenStore store = new GoldenStore(1, 10_000, true);
  }

  /** A thousand goldens of ten spans, all passing. */
  @State(Scope.Thread)
  public static class Many {
    private final GoldenStore store = new GoldenStore(1_000, 10, false);
  }

  @Benchmark
  public int readAndWritten(Large large) {
    return large.store.compareAll();
  }

  @Benchmark
  public int thousand(Many many) {
    return many.store.compareAll();
  }
}
