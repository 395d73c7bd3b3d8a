package io.spantree.compare;

import io.spantree.model.Finding;
import io.spantree.model.Finding.Part;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
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
      List<SpanNode> wrong = surplus(roots, line);
      Deque<Integer> lacking = lacking(roots, line);
      Map<Integer, Integer> added = new HashMap<>();
      for (SpanNode span : wrong) {
        Integer home = lacking.poll();
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
    int[] lacking = new int[lines.size()];
    for (int i = 0; i < lacking.length; i++) {
      lacking[i] = lacking(roots, lines.get(i)).size();
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
      TraceRoots roots, int piece, List<ExpectedSpan> lines, int[] lacking) {
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

  /** The recorded traces with too few, once for each that lacks. */
  private static Deque<Integer> lacking(TraceRoots roots, ExpectedSpan line) {
    Deque<Integer> lacking = new ArrayDeque<>();
    for (int recorded : roots.homes()) {
      for (int i = lackingIn(roots, recorded, line); i > 0; i--) {
        lacking.add(recorded);
      }
    }
    return lacking;
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
  private void missing(TraceRoots roots, ExpectedSpan line, Deque<Integer> lacking) {
    boolean counted = !line.multiplicity().allows(alignment.count(line, null));
    while (lacking.size() > told.getOrDefault(line, 0) && !counted) {
      SpanNode beside = first(roots, lacking.remove());
      findings.add(new Finding(
          FindingKind.MISSING,
          line.path(),
          Part.TRACE,
          Term.of(Traces.inOne(line).notation()),
          null,
          beside));
    }
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
