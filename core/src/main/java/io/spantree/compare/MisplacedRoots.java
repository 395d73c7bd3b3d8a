package io.spantree.compare;

import io.spantree.model.Finding;
import io.spantree.model.Finding.Part;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The roots of one trace of the outline that are in the wrong recorded traces, or lacking there. */
final class MisplacedRoots {
  private final Traces traces;
  private final Alignment alignment;
  private final Map<ExpectedSpan, Integer> told;
  private final FindingCollector findings;

  /**
   * Looks at roots of which it is settled which recorded traces they should be in.
   *
   * @param told how many spans of each line say by other findings why they are elsewhere
   */
  MisplacedRoots(
      Traces traces,
      Alignment alignment,
      Map<ExpectedSpan, Integer> told,
      FindingCollector findings) {
    this.traces = traces;
    this.alignment = alignment;
    this.told = told;
    this.findings = findings;
  }

  void find(TraceRoots roots) {
    dropScattered(roots);
    int apart = roots.homes().size();
    for (ExpectedSpan line : traces.roots(roots.trace())) {
      Lacking lacking = new Lacking(roots, line);
      Map<Integer, Integer> added = new HashMap<>();
      for (SpanNode span : surplus(roots, line)) {
        Integer home = lacking.fill(span);
        if (home == null && apart < traces.least(roots.trace())) {
          apart++;
          moved(span, null);
        } else {
          int to = home != null ? home : withRoom(roots, line, added);
          moved(span, to < 0 ? null : neighbour(roots, to, span));
        }
      }
      missing(roots, line, lacking);
    }
    for (; apart < traces.least(roots.trace()); apart++) {
      joined(roots);
    }
  }

  /** A recorded trace all of whose roots lack elsewhere is a piece of the others. */
  private void dropScattered(TraceRoots roots) {
    List<ExpectedSpan> lines = traces.roots(roots.trace());
    long[] lacking = new long[lines.size()];
    for (int i = 0; i < lacking.length; i++) {
      lacking[i] = new Lacking(roots, lines.get(i)).all();
    }
    List<Integer> latestFirst = new ArrayList<>(roots.homes());
    Collections.reverse(latestFirst);
    for (int piece : latestFirst) {
      if (roots.homes().size() > Math.max(1, traces.least(roots.trace()))
          && isPiece(roots, piece, lines, lacking)) {
        roots.homes().remove(piece);
        for (int i = 0; i < lacking.length; i++) {
          lacking[i] -= lackingIn(roots, piece, lines.get(i))
              + roots.in(piece, lines.get(i)).size();
        }
      }
    }
  }

  /** Whether it lacks a root itself, and what it has can be what the others lack. */
  private static boolean isPiece(
      TraceRoots roots, int piece, List<ExpectedSpan> lines, long[] lacking) {
    boolean complete = true;
    for (int i = 0; i < lacking.length; i++) {
      int own = lackingIn(roots, piece, lines.get(i));
      complete &= own == 0;
      if (roots.in(piece, lines.get(i)).size() > lacking[i] - own) {
        return false;
      }
    }
    return !complete;
  }

  private static int lackingIn(TraceRoots roots, int recorded, ExpectedSpan line) {
    return Math.max(0, Traces.inOne(line).least() - roots.in(recorded, line).size());
  }

  /** The spans that are where no such trace is, or where there are too many of them. */
  private List<SpanNode> surplus(TraceRoots roots, ExpectedSpan line) {
    List<SpanNode> surplus = new ArrayList<>();
    for (int recorded : roots.recorded()) {
      List<SpanNode> spans = roots.in(recorded, line);
      int most = roots.homes().contains(recorded) ? Traces.inOne(line).most() : 0;
      surplus.addAll(spans.subList(Math.min(most, spans.size()), spans.size()));
    }
    return surplus;
  }

  /** The recorded traces with too few spans of a line, and how many each of them lacks. */
  private static final class Lacking {
    final Map<Integer, Integer> byHome = new LinkedHashMap<>();
    final Map<Integer, SpanNode> first = new HashMap<>();

    Lacking(TraceRoots roots, ExpectedSpan line) {
      for (int recorded : roots.homes()) {
        int count = lackingIn(roots, recorded, line);
        if (count > 0) {
          byHome.put(recorded, count);
          roots.in(recorded, line).stream()
              .findFirst()
              .ifPresent(span -> first.put(recorded, span));
        }
      }
    }

    long all() {
      return byHome.values().stream().mapToLong(count -> count).sum();
    }

    /** The trace in which the span is lacking: in none any more; null when there is none. */
    @Nullable
    Integer fill(SpanNode span) {
      for (int home : byHome.keySet()) {
        first.putIfAbsent(home, span);
        byHome.computeIfPresent(home, (h, count) -> count > 1 ? count - 1 : null);
        return home;
      }
      return null;
    }
  }

  /** A recorded trace that may have one more; negative when there is none. */
  private static int withRoom(TraceRoots roots, ExpectedSpan line, Map<Integer, Integer> added) {
    for (int recorded : roots.homes()) {
      int count = roots.in(recorded, line).size() + added.getOrDefault(recorded, 0);
      if (count < Traces.inOne(line).most()) {
        added.merge(recorded, 1, Integer::sum);
        return recorded;
      }
    }
    return -1;
  }

  /** Where the number of all is wrong as well, that tells it. */
  private void missing(TraceRoots roots, ExpectedSpan line, Lacking lacking) {
    boolean counted = !line.multiplicity().allows(alignment.count(line, null));
    long untold = counted ? 0 : lacking.all() - told.getOrDefault(line, 0);
    for (Map.Entry<Integer, Integer> each : lacking.byHome.entrySet()) {
      if (untold > 0) {
        tooFew(roots, line, each.getKey(), Traces.inOne(line).least() - each.getValue(), lacking);
        untold -= each.getValue();
      }
    }
  }

  private void tooFew(TraceRoots roots, ExpectedSpan line, int home, int count, Lacking lacking) {
    SpanNode first = lacking.first.get(home);
    findings.add(new Finding(
        first == null ? FindingKind.MISSING : FindingKind.COUNT,
        line.path(),
        Part.TRACE,
        Term.of(Traces.inOne(line).notation()),
        first == null ? null : Term.of("x" + count),
        first == null ? first(roots, home) : first));
  }

  /** Of roots that may be several in one trace, one should have been in another. */
  private void joined(TraceRoots roots) {
    for (ExpectedSpan line : traces.roots(roots.trace())) {
      for (int recorded : roots.homes()) {
        List<SpanNode> spans = roots.in(recorded, line);
        int least = Traces.inOne(line).least();
        if (least > 0
            && spans.size() > least
            && spans.size() <= Traces.inOne(line).most()) {
          moved(spans.get(spans.size() - 1), null);
          return;
        }
      }
    }
  }

  private void moved(SpanNode span, @Nullable SpanNode beside) {
    findings.add(new Finding(
        FindingKind.MOVED, SpanPath.of(span), Part.TRACE, name(beside), name(beside(span)), span));
  }

  private static @Nullable Term name(@Nullable SpanNode span) {
    return span == null ? null : Term.of(Notation.name(span.name()));
  }

  private static SpanNode first(TraceRoots roots, int recorded) {
    return roots.in(recorded).values().iterator().next().get(0);
  }

  /** A root of the trace that the span should be in. */
  private static @Nullable SpanNode neighbour(TraceRoots roots, int recorded, SpanNode span) {
    SpanNode first = first(roots, recorded);
    return first == span ? null : first;
  }

  /** Another root of the trace that the span is in; null when it is there alone. */
  private @Nullable SpanNode beside(SpanNode span) {
    for (SpanNode root : traces.recorded().get(traces.of(span)).roots()) {
      if (root != span) {
        return root;
      }
    }
    return null;
  }
}
