package io.spantree.report;

import io.spantree.compare.Alignment;
import io.spantree.compare.Comparison;
import io.spantree.compare.ExpectedSpan;
import io.spantree.compare.Mode;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which spans of a tree are drawn, which are folded, and where missing ones stand. */
final class TreeRows {
  /** Up to here the whole tree is drawn. */
  private static final int SMALL = 20;

  private final Comparison comparison;
  private final Alignment alignment;
  private final Set<SpanNode> touched = new HashSet<>();
  private final boolean small;

  TreeRows(Comparison comparison, Set<SpanNode> withFindings) {
    this.comparison = comparison;
    this.alignment = comparison.alignment();
    List<SpanNode> spans = comparison.recording().spans();
    this.small = spans.size() <= SMALL;
    withFindings.forEach(this::touch);
    for (SpanNode span : spans) {
      if (!missingUnder(span).isEmpty()) {
        touch(span);
      }
    }
  }

  /**
   * A row to be drawn: a span, a missing line, or a comment on so many folded spans.
   *
   * @param count of a surplus copy, how many there are; of folded spans, how many; else 0
   */
  record Row(@Nullable SpanNode span, @Nullable ExpectedSpan line, int depth, int count) {}

  private void touch(SpanNode span) {
    for (SpanNode at = span; at != null && touched.add(at); ) {
      at = at.parent();
    }
  }

  /** Whether the span or one below has a finding. */
  boolean isTouched(SpanNode span) {
    return touched.contains(span);
  }

  List<Row> roots() {
    List<ExpectedSpan> missing = comparison.roots().stream()
        .filter(line -> line.multiplicity().least() > 0 && !isThere(line))
        .toList();
    return siblings(comparison.recording().roots(), missing, 0);
  }

  List<Row> below(Row row) {
    return row.span() == null
        ? List.of()
        : siblings(row.span().children(), missingUnder(row.span()), row.depth() + 1);
  }

  private List<Row> siblings(List<SpanNode> spans, List<ExpectedSpan> missing, int depth) {
    Map<ExpectedSpan, Integer> copies = new LinkedHashMap<>();
    for (SpanNode span : spans) {
      ExpectedSpan copyOf = alignment.copyOf(span);
      if (copyOf != null) {
        copies.merge(copyOf, 1, Integer::sum);
      }
    }
    List<Row> drawn = new ArrayList<>();
    int folded = 0;
    for (SpanNode span : spans) {
      ExpectedSpan copyOf = alignment.copyOf(span);
      Integer count = copyOf == null ? null : copies.remove(copyOf);
      if (count != null) {
        drawn.add(new Row(span, null, depth, count));
      } else if (copyOf == null && (small || touched.contains(span))) {
        drawn.add(new Row(span, null, depth, 0));
      } else if (copyOf == null) {
        folded += size(span);
      }
    }
    if (folded > 0) {
      drawn.add(new Row(null, null, depth, folded));
    }
    missing.forEach(line -> drawn.add(new Row(null, line, depth, 0)));
    return drawn;
  }

  private static int size(SpanNode root) {
    List<SpanNode> all = new ArrayList<>(List.of(root));
    for (int i = 0; i < all.size(); i++) {
      all.addAll(all.get(i).children());
    }
    return all.size();
  }

  private List<ExpectedSpan> missingUnder(SpanNode span) {
    ExpectedSpan line = alignment.expectedOf(span);
    if (line == null || line.children().isEmpty()) {
      return List.of();
    }
    return line.children().stream()
        .filter(child -> child.multiplicity().least() > 0 && !alignment.isFilled(child, span))
        .toList();
  }

  /** In open mode a line of depth 0 may stand for a span at any depth. */
  private boolean isThere(ExpectedSpan root) {
    boolean anywhere = comparison.mode() == Mode.OPEN && !root.line().root();
    return anywhere ? !alignment.actualOf(root).isEmpty() : alignment.isFilled(root, null);
  }
}
