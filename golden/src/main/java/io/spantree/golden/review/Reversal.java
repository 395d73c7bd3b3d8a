package io.spantree.golden.review;

import io.spantree.compare.Comparison;
import io.spantree.compare.ExpectedSpan;
import io.spantree.golden.recorded.DraftSpan;
import io.spantree.golden.recorded.DraftTraces;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Makes of a recording what it would be without some of its findings. */
final class Reversal {
  private final DraftTraces traces;
  private final PlaceReversal places;
  private final TraceReversal companions;
  private final SpanReversal spans;
  private final Lines lines;

  Reversal(Comparison comparison, Placeholders placeholders) {
    this.traces = DraftTraces.of(comparison.recording());
    this.lines = new Lines(comparison, traces);
    LineDrafts made = new LineDrafts(lines, placeholders);
    this.places = new PlaceReversal(traces, lines, made);
    this.companions = new TraceReversal(traces, lines, made);
    this.spans = new SpanReversal(lines, placeholders, made);
  }

  Recording revert(Collection<Finding> findings) {
    List<Finding> inOrder = new ArrayList<>(findings);
    inOrder.sort(Comparator.comparingInt(finding -> rank(finding.kind())));
    inOrder.forEach(this::revert);
    return traces.record();
  }

  /** What brings back a parent comes before what hangs under it, what takes away comes last. */
  private static int rank(FindingKind kind) {
    return switch (kind) {
      case UNWRAPPED -> 0;
      case MISSING -> 1;
      case LOST_CONTEXT, ORPHANED, NEW_ROOT, REMOTE_PARENT, CYCLE, MOVED -> 2;
      case WRAPPED -> 3;
      case COUNT -> 4;
      case UNEXPECTED -> 5;
      case ORDER -> 7;
      default -> 6;
    };
  }

  private void revertTrace(Finding finding) {
    ExpectedSpan line = lines.of(finding);
    if (finding.kind() == FindingKind.MISSING) {
      companions.bringBack(finding);
    } else if (line != null && finding.kind() == FindingKind.COUNT) {
      companions.recount(finding, line);
    } else if (line != null) {
      companions.putBack(finding, line);
    }
  }

  private void revert(Finding finding) {
    if (finding.part().equals(Finding.Part.TRACE)) {
      revertTrace(finding);
      return;
    }
    ExpectedSpan line = lines.of(finding);
    DraftSpan draft = finding.span() == null ? null : traces.of(finding.span());
    switch (finding.kind()) {
      case MISSING -> places.bringBack(finding);
      case UNWRAPPED -> places.wrapAgain(finding);
      case UNEXPECTED -> places.remove(draft);
      case WRAPPED -> places.unwrap(finding);
      case MOVED, LOST_CONTEXT, ORPHANED, NEW_ROOT, REMOTE_PARENT, CYCLE -> {
        if (line == null) {
          places.remove(draft);
        } else if (places.isElsewhere(finding, line)) {
          places.putBack(finding, line);
        } else {
          spans.revertState(line, draft);
        }
      }
      case COUNT -> places.recount(finding);
      case ORDER -> places.reorder(finding);
      default -> {
        if (line != null && draft != null) {
          spans.revert(finding, line, draft);
        }
      }
    }
  }
}
