package io.spantree.benchmarks;

import io.spantree.benchmarks.Row.Stopwatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures each row and prints it; an argument keeps the rows whose names contain it. */
public final class Benchmarks {
  private static final int ROUNDS = 3;

  private Benchmarks() {}

  public static void main(String[] args) {
    String filter = args.length > 0 ? args[0] : "";
    List<Row> rows =
        Rows.all().stream().filter(row -> row.name().contains(filter)).toList();
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no row has a name with " + filter);
    }
    for (Row row : rows) {
      System.out.println(row.print(new Medians(measure(row))));
    }
  }

  /** The sides take turns, so that a machine that slows down does so for both. */
  private static Map<String, List<Double>> measure(Row row) {
    List<String> benchmarks = new ArrayList<>();
    row.print(benchmark -> {
      benchmarks.add(benchmark);
      return Double.NaN;
    });
    Map<String, List<Double>> measured = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (String benchmark : benchmarks) {
        measured.computeIfAbsent(benchmark, b -> new ArrayList<>()).add(run(benchmark));
      }
    }
    return measured;
  }

  private static double run(String benchmark) {
    String[] nameAndSpans = benchmark.split(" ", 2);
    ChainedOptionsBuilder options = new OptionsBuilder()
        .include("\\." + Pattern.quote(nameAndSpans[0]) + "$")
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS)
        .forks(1)
        .warmupIterations(4)
        .warmupTime(TimeValue.milliseconds(500))
        .measurementIterations(4)
        .measurementTime(TimeValue.milliseconds(250))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
    if (nameAndSpans.length > 1) {
      options = options.param("spans", nameAndSpans[1]);
    }
    try {
      RunResult result = new Runner(options.build()).runSingle();
      return result.getPrimaryResult().getScore();
    } catch (RunnerException e) {
      throw new IllegalStateException(benchmark + " did not run", e);
    }
  }

  /** The middle of what was measured. */
  private record Medians(Map<String, List<Double>> measured) implements Stopwatch {
    @Override
    public double nanoseconds(String benchmark) {
      List<Double> sorted =
          measured.getOrDefault(benchmark, List.of()).stream().sorted().toList();
      return sorted.get(sorted.size() / 2);
    }
  }
}
