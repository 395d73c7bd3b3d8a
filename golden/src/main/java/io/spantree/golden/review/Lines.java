package io.spantree.golden.review;

import io.spantree.compare.Alignment;
import io.spantree.compare.Comparison;
import io.spantree.compare.ExpectedSpan;
import io.spantree.golden.recorded.DraftSpan;
import io.spantree.golden.recorded.DraftTraces;
import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The golden's lines, and which drafts stand for which. */
final class Lines {
  private final Alignment alignment;
  private final Comparison comparison;
  private final List<ExpectedSpan> all = new ArrayList<>();
  private final Map<ExpectedSpan, List<DraftSpan>> drafts = new HashMap<>();
  private final Map<DraftSpan, ExpectedSpan> lines = new HashMap<>();

  Lines(Comparison comparison, DraftTraces traces) {
    this.comparison = comparison;
    this.alignment = comparison.alignment();
    all.addAll(comparison.roots());
    for (int i = 0; i < all.size(); i++) {
      all.addAll(all.get(i).children());
    }
    for (SpanNode span : comparison.recording().spans()) {
      ExpectedSpan line = ofSpan(span);
      if (line != null) {
        pair(line, traces.of(span));
      }
    }
  }

  /** Says that the draft stands for the line. */
  void pair(ExpectedSpan line, DraftSpan draft) {
    drafts.computeIfAbsent(line, l -> new ArrayList<>(1)).add(draft);
    lines.put(draft, line);
  }

  void forget(DraftSpan draft) {
    ExpectedSpan line = lines.remove(draft);
    if (line != null) {
      draftsOf(line).remove(draft);
    }
  }

  /** The drafts that stand for a line, surplus copies included. */
  List<DraftSpan> draftsOf(ExpectedSpan line) {
    return drafts.getOrDefault(line, new ArrayList<>());
  }

  @Nullable
  ExpectedSpan lineOf(DraftSpan draft) {
    return lines.get(draft);
  }

  /** The line of the finding's span; null when it has none. */
  @Nullable
  ExpectedSpan of(Finding finding) {
    SpanNode span = finding.span();
    return span == null ? null : ofSpan(span);
  }

  private @Nullable ExpectedSpan ofSpan(SpanNode span) {
    ExpectedSpan line = alignment.expectedOf(span);
    return line != null ? line : alignment.copyOf(span);
  }

  boolean isCopy(SpanNode span) {
    return alignment.copyOf(span) != null;
  }

  /** The line with that label; null when there is none. */
  @Nullable
  ExpectedSpan labelled(String label) {
    for (ExpectedSpan line : all) {
      if (label.equals(line.line().label())) {
        return line;
      }
    }
    return null;
  }

  /** The lines for which nothing was recorded, in print order. */
  List<ExpectedSpan> empty() {
    return all.stream().filter(line -> draftsOf(line).isEmpty()).toList();
  }

  List<ExpectedSpan> roots() {
    return comparison.roots();
  }

  /** The drafts, other than that one, which stand for root lines of the same golden's trace. */
  @Nullable
  DraftSpan besideInTrace(ExpectedSpan root, @Nullable DraftSpan not) {
    for (ExpectedSpan other : roots()) {
      if (other != root && other.trace() == root.trace()) {
        for (DraftSpan draft : draftsOf(other)) {
          if (draft != not && draft.parent() == null) {
            return draft;
          }
        }
      }
    }
    return null;
  }
}
