package io.spantree.compare;

import io.spantree.model.SpanNode;
import java.util.Arrays;

/** Counts how often each root line stands in each recorded trace: numbers alone, nothing hashed. */
final class TraceCounts {
  private static final int NONE = -1;

  private final Traces traces;
  private final Alignment alignment;
  private final int[] traceOf;
  private final int[] lastLine;
  private final int[] count;

  /** Of the trace that is being counted. */
  private int recorded;

  private int fewest;
  private boolean tooMany;

  TraceCounts(Traces traces, Alignment alignment) {
    this.traces = traces;
    this.alignment = alignment;
    this.traceOf = new int[traces.recorded().size()];
    this.lastLine = new int[traceOf.length];
    this.count = new int[traceOf.length];
    Arrays.fill(traceOf, NONE);
    Arrays.fill(lastLine, NONE);
  }

  /** Whether each recorded trace holds what one trace of the outline may hold, as many as may be. */
  boolean areRight() {
    for (int trace = 0; trace < traces.expected(); trace++) {
      if (traces.isNamed(trace) && !isRight(trace)) {
        return false;
      }
    }
    return true;
  }

  private boolean isRight(int trace) {
    recorded = 0;
    fewest = Integer.MAX_VALUE;
    for (ExpectedSpan line : traces.roots(trace)) {
      int enough = count(trace, line);
      if (Traces.inOne(line).least() > 0) {
        fewest = Math.min(fewest, enough);
      }
    }
    return !tooMany
        && recorded <= fewest
        && recorded >= traces.least(trace)
        && recorded <= traces.most(trace);
  }

  /** Says in how many traces there are enough of it. */
  private int count(int trace, ExpectedSpan line) {
    int least = Traces.inOne(line).least();
    int most = Traces.inOne(line).most();
    int enough = 0;
    for (SpanNode span : alignment.actualOf(line)) {
      int at = traces.of(span);
      if (traceOf[at] == NONE) {
        traceOf[at] = trace;
        recorded++;
      }
      count[at] = lastLine[at] == line.number() ? count[at] + 1 : 1;
      lastLine[at] = line.number();
      enough += count[at] == least ? 1 : 0;
      tooMany |= traceOf[at] != trace || count[at] > most;
    }
    return enough;
  }
}
