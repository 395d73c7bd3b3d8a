package io.spantree.benchmarks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of what is measured.
 *
 * @param name says what is measured; where a number and not the peer sets the limit, with the number
 * @param unit what both sides are printed in
 * @param ours what is measured of us
 * @param peer what is measured of the peer; null when it has nothing to do the work with
 * @param limit how much of it we may take
 */
record Row(String name, Unit unit, Figure ours, @Nullable Figure peer, Limit limit) {

  /** Units, and how many of what is measured make one. */
  enum Unit {
    NS("ns", 1),
    US("us", 1e3),
    MS("ms", 1e6),
    BYTES("bytes", 1),
    CHARS("chars", 1),
    LINES("lines", 1);

    private final String symbol;
    private final double size;

    Unit(String symbol, double size) {
      this.symbol = symbol;
      this.size = size;
    }

    private String print(double measured) {
      return number(measured / size) + " " + symbol;
    }
  }

  /** Something that can be measured, times in nanoseconds. */
  interface Figure {
    double measure(Stopwatch stopwatch);
  }

  /** Runs a benchmark method, named as {@code Class.method}, or {@code Class.method spans}. */
  interface Stopwatch {
    double nanoseconds(String benchmark);
  }

  /** What must not be exceeded. */
  sealed interface Limit {
    /** So many times what the peer takes. */
    record Times(double factor) implements Limit {}

    /** So many units, whatever the peer takes. */
    record Bound(double units) implements Limit {}

    /** Shown, not limited. */
    record None() implements Limit {}
  }

  static Figure time(String benchmark) {
    return stopwatch -> stopwatch.nanoseconds(benchmark);
  }

  /** {@code name ours=… peer=… ratio=… limit=…}; without a peer the ratio is that to the bound. */
  String print(Stopwatch stopwatch) {
    double our = ours.measure(stopwatch);
    double their = peer == null ? Double.NaN : peer.measure(stopwatch);
    double bound = limit instanceof Limit.Bound units ? units.units() * unit.size : Double.NaN;
    double base = peer == null ? bound : their;
    double most = limit instanceof Limit.Times times ? times.factor() : bound / base;
    return String.join(
        " ",
        name,
        "ours=" + unit.print(our),
        "peer=" + (peer == null ? "none" : unit.print(their)),
        "ratio=" + number(our / base),
        "limit=" + (Double.isNaN(most) ? "none" : number(most)));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
