package io.spantree.golden.review;

import io.spantree.compare.ExpectedSpan;
import io.spantree.golden.recorded.DraftSpan;
import io.spantree.golden.recorded.DraftTraces;
import io.spantree.model.Finding;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings root spans back into the traces where the golden has them. */
final class TraceReversal {
  private static final List<DraftSpan> NONE = List.of();

  private final DraftTraces traces;
  private final Lines lines;
  private final LineDrafts made;

  TraceReversal(DraftTraces traces, Lines lines, LineDrafts made) {
    this.traces = traces;
    this.lines = lines;
    this.made = made;
  }

  /** A root span in another trace than the line says. */
  void putBack(Finding finding, ExpectedSpan line) {
    DraftSpan draft = traces.of(Objects.requireNonNull(finding.span()));
    traces.makeRoot(draft, finding.expected() == null ? null : beside(line, draft));
  }

  /** A root span that one of several traces lacks. */
  void bringBack(Finding finding) {
    DraftSpan beside = traces.of(Objects.requireNonNull(finding.span()));
    ExpectedSpan known = lines.lineOf(beside);
    for (ExpectedSpan line : lines.roots()) {
      boolean meant = known != null && line.trace() == known.trace();
      if (meant && line.path().equals(finding.path())) {
        fill(traces.traceOf(beside), line);
        return;
      }
    }
  }

  /** A root span that one of several traces has too rarely. */
  void recount(Finding finding, ExpectedSpan line) {
    fill(traces.traceOf(traces.of(Objects.requireNonNull(finding.span()))), line);
  }

  private void fill(List<DraftSpan> trace, ExpectedSpan line) {
    long there = trace.stream().filter(root -> lines.lineOf(root) == line).count();
    for (long i = there; i < line.line().multiplicity().least(); i++) {
      trace.add(made.treeOf(line));
    }
  }

  /** A root of the trace that holds most of its companions, and has room for one more. */
  private @Nullable DraftSpan beside(ExpectedSpan line, DraftSpan draft) {
    DraftSpan best = null;
    long most = 0;
    for (ExpectedSpan other : lines.roots()) {
      for (DraftSpan each : other.trace() == line.trace() ? lines.draftsOf(other) : NONE) {
        List<DraftSpan> trace = traces.traceOf(each);
        long companions = trace.contains(draft) || each.parent() != null ? 0 : score(line, trace);
        if (companions > most) {
          most = companions;
          best = each;
        }
      }
    }
    return best;
  }

  /** Where one is lacking goes before where one more may be. */
  private long score(ExpectedSpan line, List<DraftSpan> trace) {
    long companions = 0;
    long copies = 0;
    for (DraftSpan root : trace) {
      ExpectedSpan of = lines.lineOf(root);
      companions += of != null && of.trace() == line.trace() ? 1 : 0;
      copies += of == line ? 1 : 0;
    }
    long lacking = copies < line.line().multiplicity().least() ? Integer.MAX_VALUE : 0;
    return copies >= line.line().multiplicity().most() ? 0 : companions + lacking;
  }
}
