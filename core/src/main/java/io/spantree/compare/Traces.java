package io.spantree.compare;

import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.Trace;
import io.spantree.outline.Multiplicity;
import io.spantree.outline.Outline;
import io.spantree.outline.TraceOutline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The traces that an outline tells apart by its {@code trace} lines, and those that were recorded.
 *
 * <p>An outline without such a line says nothing of traces.
 */
final class Traces {
  private final List<TraceOutline> outlines;
  private final List<Trace> recorded;
  private final boolean named;
  private final boolean others;
  private final SpanNumbers numbers;

  /** For each recorded trace the number of its first span; empty where nothing is told apart. */
  private final int[] starts;

  private final List<List<ExpectedSpan>> roots = new ArrayList<>();
  private final boolean choice;

  Traces(Outline outline, ExpectedTree tree, Recording recording, SpanNumbers numbers, Mode mode) {
    this.outlines = outline.traces();
    this.others = mode == Mode.OPEN || outline.moreTraces();
    this.recorded = recording.traces();
    this.named = outlines.stream().anyMatch(trace -> trace.name() != null);
    this.numbers = numbers;
    this.starts = new int[named ? recorded.size() : 0];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + recorded.get(i - 1).spans().size();
    }
    if (named) {
      group(tree.roots());
    }
    this.choice = named && haveSeveralRoots() && (shareNames() || areTooMany(tree.names()));
  }

  /** The root lines of one trace follow each other. */
  private void group(List<ExpectedSpan> lines) {
    int from = 0;
    for (int trace = 0; trace < outlines.size(); trace++) {
      int to = from;
      while (to < lines.size() && lines.get(to).trace() == trace) {
        to++;
      }
      roots.add(lines.subList(from, to));
      from = to;
    }
  }

  /** Whether the outline tells any traces apart. */
  boolean areNamed() {
    return named;
  }

  /** Whether the outline says of the trace that its spans are in one, and in no other's. */
  boolean isNamed(int trace) {
    return outlines.get(trace).name() != null;
  }

  /** Whether there may be other traces beside those of the outline. */
  boolean mayBeOthers() {
    return others;
  }

  /** The number of traces in the outline. */
  int expected() {
    return outlines.size();
  }

  /** The root lines of a trace of the outline. */
  List<ExpectedSpan> roots(int trace) {
    return roots.get(trace);
  }

  /** The fewest such traces: a trace of which nothing need be there need not be there. */
  int least(int trace) {
    for (ExpectedSpan root : roots(trace)) {
      if (inOne(root).least() > 0) {
        return outlines.get(trace).multiplicity().least();
      }
    }
    return 0;
  }

  /** The most such traces. */
  int most(int trace) {
    return outlines.get(trace).multiplicity().most();
  }

  /** How often a root line may occur in one trace. */
  static Multiplicity inOne(ExpectedSpan root) {
    return root.line().multiplicity();
  }

  /** The recorded traces. */
  List<Trace> recorded() {
    return recorded;
  }

  /** The position of the recorded trace that the span is in. */
  int of(SpanNode span) {
    int found = Arrays.binarySearch(starts, numbers.of(span));
    return found >= 0 ? found : -found - 2;
  }

  /**
   * Whether it may depend on the traces which span stands for a root line: where there is more than
   * one of a name, and a trace has several roots.
   */
  boolean leaveAChoice() {
    return choice;
  }

  private boolean haveSeveralRoots() {
    return roots.stream().anyMatch(Traces::areSeveral)
        || recorded.stream().anyMatch(trace -> trace.roots().size() > 1);
  }

  private static boolean areSeveral(List<ExpectedSpan> lines) {
    return lines.size() > 1 || !lines.isEmpty() && inOne(lines.get(0)).most() > 1;
  }

  private boolean shareNames() {
    Set<Names.Name> met = new HashSet<>();
    for (List<ExpectedSpan> lines : roots) {
      for (ExpectedSpan line : lines) {
        Names.Name name = line.literal();
        if (name == null
            || others && line.isOptional()
            || line.multiplicity().most() > 1
            || !met.add(name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether one of several recorded roots has to be left over. */
  private boolean areTooMany(Names names) {
    Set<Names.Name> met = new HashSet<>();
    for (Trace trace : recorded) {
      for (SpanNode root : trace.roots()) {
        Names.Name name = names.of(root);
        if (name != null && !met.add(name)) {
          return true;
        }
      }
    }
    return false;
  }
}
