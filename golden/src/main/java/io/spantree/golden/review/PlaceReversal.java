package io.spantree.golden.review;

import io.spantree.compare.ExpectedSpan;
import io.spantree.golden.recorded.DraftSpan;
import io.spantree.golden.recorded.DraftTraces;
import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Undoes what happened to the places of spans: what is missing, new, moved, or there too often. */
final class PlaceReversal {
  private final DraftTraces traces;
  private final Lines lines;
  private final LineDrafts made;

  PlaceReversal(DraftTraces traces, Lines lines, LineDrafts made) {
    this.traces = traces;
    this.lines = lines;
    this.made = made;
  }

  /** A missing span, as often as its line demands. */
  void bringBack(Finding finding) {
    DraftSpan under = finding.span() == null ? null : traces.of(finding.span());
    ExpectedSpan parent = under == null ? null : lines.lineOf(under);
    for (ExpectedSpan line : lines.empty()) {
      boolean here = under == null ? isAboveAll(line, finding) : line.parent() == parent;
      if (here && line.name().equals(finding.path().last())) {
        for (int times = line.multiplicity().least(); times > 0; times--) {
          place(made.treeOf(line), line, under);
        }
        return;
      }
    }
    if (under != null && parent != null) {
      bringBackOneOfMany(finding, parent, under);
    }
  }

  private static boolean isAboveAll(ExpectedSpan line, Finding finding) {
    return line.parent() == null || line.path().equals(finding.path());
  }

  /** The line has spans, but none under this parent. */
  private void bringBackOneOfMany(Finding finding, ExpectedSpan parent, DraftSpan under) {
    for (ExpectedSpan line : parent.children()) {
      boolean there = lines.draftsOf(line).stream().anyMatch(draft -> draft.parent() == under);
      if (!there && line.name().equals(finding.path().last())) {
        for (int times = line.multiplicity().least(); times > 0; times--) {
          place(made.treeOf(line), line, under);
        }
        return;
      }
    }
  }

  private void place(DraftSpan draft, ExpectedSpan line, @Nullable DraftSpan under) {
    ExpectedSpan parent = line.parent();
    if (under != null) {
      draft.hangUnder(under);
    } else if (parent != null && !lines.draftsOf(parent).isEmpty()) {
      draft.hangUnder(lines.draftsOf(parent).get(0));
    } else {
      addRoot(draft, line);
    }
  }

  private void addRoot(DraftSpan draft, ExpectedSpan line) {
    DraftSpan beside = lines.besideInTrace(line, draft);
    if (beside == null) {
      traces.addTrace(List.of(draft));
    } else {
      traces.traceOf(beside).add(draft);
    }
  }

  /** Spans that vanished from above others. */
  void wrapAgain(Finding finding) {
    DraftSpan first = traces.of(Objects.requireNonNull(finding.span()));
    ExpectedSpan top = lines.lineOf(first);
    while (top != null && !top.path().equals(finding.path())) {
      top = top.parent();
    }
    if (top == null || !lines.draftsOf(top).isEmpty()) {
      return;
    }
    DraftSpan above = first.parent();
    DraftSpan wrapper = made.of(top);
    if (above == null) {
      traces.makeRoot(wrapper, null);
      if (traces.traceOf(first).size() > 1) {
        traces.makeRoot(wrapper, first);
      }
    } else {
      wrapper.hangUnder(above);
    }
    collectUnder(top, wrapper);
  }

  private void collectUnder(ExpectedSpan line, DraftSpan wrapper) {
    for (ExpectedSpan child : line.children()) {
      List<DraftSpan> below = lines.draftsOf(child);
      if (below.isEmpty() && holdsRecorded(child)) {
        DraftSpan deeper = made.of(child);
        deeper.hangUnder(wrapper);
        collectUnder(child, deeper);
      } else {
        for (DraftSpan each : List.copyOf(below)) {
          traces.move(each, wrapper);
        }
      }
    }
  }

  private boolean holdsRecorded(ExpectedSpan line) {
    List<ExpectedSpan> below = new ArrayList<>(line.children());
    for (int i = 0; i < below.size(); i++) {
      if (!lines.draftsOf(below.get(i)).isEmpty()) {
        return true;
      }
      below.addAll(below.get(i).children());
    }
    return false;
  }

  void remove(@Nullable DraftSpan draft) {
    if (draft != null) {
      draft.all().forEach(lines::forget);
      traces.remove(draft);
    }
  }

  /** A span that came between others: those below it move up. */
  void unwrap(Finding finding) {
    DraftSpan wrapper = traces.of(Objects.requireNonNull(finding.span()));
    DraftSpan above = wrapper.parent();
    List<DraftSpan> between = new ArrayList<>(List.of(wrapper));
    List<DraftSpan> paired = new ArrayList<>();
    for (int i = 0; i < between.size(); i++) {
      for (DraftSpan child : between.get(i).children()) {
        (lines.lineOf(child) == null ? between : paired).add(child);
      }
    }
    for (DraftSpan span : paired) {
      if (above == null) {
        traces.makeRoot(span, wrapper);
      } else {
        traces.move(span, above);
      }
    }
    remove(wrapper);
  }

  /** Whether the finding says that the span hangs elsewhere, not that it is in a wrong state. */
  boolean isElsewhere(Finding finding, ExpectedSpan line) {
    SpanNode span = Objects.requireNonNull(finding.span());
    ExpectedSpan above = line.parent();
    SpanNode parent = span.parent();
    return above == null
        ? parent != null
        : parent == null || lines.lineOf(traces.of(parent)) != above;
  }

  /** A span that moved, or lost its parent. */
  void putBack(Finding finding, ExpectedSpan line) {
    DraftSpan draft = traces.of(Objects.requireNonNull(finding.span()));
    draft.states.clear();
    draft.states.addAll(line.line().states());
    draft.remoteParent = line.line().remoteParent();
    ExpectedSpan above = line.parent();
    if (above == null) {
      DraftSpan beside = lines.besideInTrace(line, draft);
      traces.makeRoot(draft, beside);
      return;
    }
    lines.draftsOf(above).stream()
        .filter(parent -> !draft.all().contains(parent))
        .min(Comparator.comparingLong(parent -> count(parent, line)))
        .ifPresent(parent -> traces.move(draft, parent));
  }

  private long count(DraftSpan parent, ExpectedSpan line) {
    return parent.children().stream().filter(each -> lines.lineOf(each) == line).count();
  }

  /** Takes surplus copies away, those that differ from the line first, or adds what lacks. */
  void recount(Finding finding) {
    SpanNode first = Objects.requireNonNull(finding.span());
    ExpectedSpan line = Objects.requireNonNull(lines.of(finding));
    DraftSpan draft = traces.of(first);
    List<DraftSpan> copies = new ArrayList<>(lines.draftsOf(line));
    copies.removeIf(each -> each.parent() != draft.parent());
    int most = line.multiplicity().most();
    for (int i = copies.size() - 1; i >= 0 && i >= most; i--) {
      remove(copies.get(i));
    }
    for (int i = copies.size(); i < line.multiplicity().least(); i++) {
      addCopy(draft, line);
    }
  }

  private void addCopy(DraftSpan draft, ExpectedSpan line) {
    DraftSpan copy = draft.copy();
    DraftSpan parent = draft.parent();
    List<DraftSpan> from = draft.all();
    List<DraftSpan> to = copy.all();
    for (int i = 0; i < from.size(); i++) {
      ExpectedSpan same = lines.lineOf(from.get(i));
      if (same != null) {
        lines.pair(same, to.get(i));
      }
    }
    if (parent != null) {
      copy.hangUnder(parent);
    } else if (line.multiplicity().equals(line.line().multiplicity())) {
      traces.traceOf(draft).add(copy);
    } else {
      traces.addTrace(List.of(copy));
    }
  }

  /** The children in the order of their lines; what has no line keeps its place behind others. */
  void reorder(Finding finding) {
    DraftSpan draft = traces.of(Objects.requireNonNull(finding.span()));
    ExpectedSpan line = lines.lineOf(draft);
    Map<ExpectedSpan, Integer> written = new HashMap<>();
    if (line != null) {
      line.children().forEach(child -> written.put(child, written.size()));
    }
    draft
        .children()
        .sort(Comparator.comparingInt(
            child -> written.getOrDefault(lines.lineOf(child), Integer.MAX_VALUE)));
  }
}
