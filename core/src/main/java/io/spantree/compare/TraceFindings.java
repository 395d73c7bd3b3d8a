package io.spantree.compare;

import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says which root spans are in another trace than the {@code trace} lines say.
 *
 * <p>A recorded trace is that of the outline for which most of its roots stand. What is wrong is
 * looked for only where a quick count shows that something is.
 */
final class TraceFindings {
  private static final int NO_TRACE = -1;

  /** What says by itself why a span is in another trace. */
  private static final Set<FindingKind> TOLD = EnumSet.of(
      FindingKind.ORPHANED, FindingKind.LOST_CONTEXT, FindingKind.CYCLE, FindingKind.REMOTE_PARENT);

  private final Traces traces;
  private final Alignment alignment;
  private final StateComparator states;
  private final Mode mode;
  private final FindingCollector findings;
  private final Map<ExpectedSpan, Integer> told = new HashMap<>();

  TraceFindings(
      Subject subject, Alignment alignment, StateComparator states, FindingCollector findings) {
    this.traces = subject.traces();
    this.mode = subject.mode();
    this.alignment = alignment;
    this.states = states;
    this.findings = findings;
  }

  void find() {
    if (traces.areNamed() && !new TraceCounts(traces, alignment).areRight()) {
      int[] homes = new int[traces.recorded().size()];
      Arrays.fill(homes, NO_TRACE);
      Map<Integer, TraceRoots> roots = roots();
      settle(roots.values(), homes);
      roots.forEach(
          (trace, each) -> new MisplacedRoots(traces, alignment, told, findings).find(each));
    }
  }

  /** The roots of each of the outline's traces, those left out that say why they are elsewhere. */
  private Map<Integer, TraceRoots> roots() {
    Map<Integer, TraceRoots> roots = new LinkedHashMap<>();
    for (int trace = 0; trace < traces.expected(); trace++) {
      if (traces.isNamed(trace)) {
        TraceRoots each = new TraceRoots(trace);
        for (ExpectedSpan line : traces.roots(trace)) {
          alignment.actualOf(line).forEach(span -> add(each, line, span));
        }
        roots.put(trace, each);
      }
    }
    return roots;
  }

  private void add(TraceRoots roots, ExpectedSpan line, SpanNode span) {
    boolean here = span.parent() == null || mode == Mode.OPEN && !line.line().root();
    if (here && !saysWhy(line, span)) {
      roots.add(traces.of(span), line, span);
    } else {
      told.merge(line, 1, Integer::sum);
    }
  }

  private boolean saysWhy(ExpectedSpan line, SpanNode span) {
    boolean[] says = new boolean[1];
    states.compare(line, span, (kind, part, expected, actual) -> says[0] |= TOLD.contains(kind));
    return says[0];
  }

  private record Vote(TraceRoots roots, int recorded) {
    int count() {
      return roots.count(recorded);
    }
  }

  /** Each recorded trace goes where most of its roots belong, as far as there may be so many. */
  private void settle(Iterable<TraceRoots> all, int[] homes) {
    List<Vote> votes = new ArrayList<>();
    for (TraceRoots roots : all) {
      roots.recorded().forEach(recorded -> votes.add(new Vote(roots, recorded)));
    }
    votes.sort(Comparator.comparingInt(vote -> -vote.count()));
    for (Vote vote : votes) {
      TraceRoots roots = vote.roots();
      if (homes[vote.recorded()] == NO_TRACE && roots.homes().size() < traces.most(roots.trace())) {
        homes[vote.recorded()] = roots.trace();
        roots.homes().add(vote.recorded());
      }
    }
  }
}
