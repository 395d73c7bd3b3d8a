package io.spantree.report;

import io.spantree.compare.Alignment;
import io.spantree.compare.Comparison;
import io.spantree.compare.ExpectedSpan;
import io.spantree.compare.Mode;
import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import io.spantree.outline.OutlinePrinter;
import io.spantree.outline.RecordedLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The recorded tree and the expected one as one tree: {@code -} is missing, {@code +} was not
 * expected, {@code ~} differs. Subtrees without a finding are folded when the tree is large.
 */
final class AlignedTree {
  /** Up to here the whole tree is drawn. */
  private static final int SMALL = 20;

  private final Comparison comparison;
  private final Alignment alignment;
  private final Map<SpanNode, List<Finding>> findings = new HashMap<>();
  private final Set<SpanNode> touched = new HashSet<>();
  private final boolean small;
  private final Rows rows;

  private AlignedTree(Comparison comparison, int most) {
    this.comparison = comparison;
    this.alignment = comparison.alignment();
    this.small = comparison.recording().spans().size() <= SMALL;
    this.rows = new Rows(most);
    for (Finding finding : comparison.findings()) {
      if (finding.span() != null) {
        findings.computeIfAbsent(finding.span(), span -> new ArrayList<>(1)).add(finding);
        touch(finding.span());
      }
    }
    for (SpanNode span : comparison.recording().spans()) {
      if (!missingUnder(span).isEmpty()) {
        touch(span);
      }
    }
  }

  static List<String> lines(Comparison comparison, int most) {
    return new AlignedTree(comparison, most).draw();
  }

  private void touch(SpanNode span) {
    for (SpanNode at = span; at != null && touched.add(at); ) {
      at = at.parent();
    }
  }

  /** A row still to be drawn: a recorded span, a missing line, or a comment for what is folded. */
  private record Row(
      @Nullable SpanNode span, @Nullable ExpectedSpan line, int depth, int copies, int folded) {}

  private List<String> draw() {
    Deque<Row> open = new ArrayDeque<>();
    List<SpanNode> roots = comparison.recording().roots();
    push(siblings(roots, missingRoots(), 0), open);
    while (!open.isEmpty() && !rows.isFull()) {
      Row row = open.pop();
      if (row.span() != null) {
        span(row.span(), row);
        List<ExpectedSpan> missing = missingUnder(row.span());
        push(siblings(row.span().children(), missing, row.depth() + 1), open);
      } else if (row.line() != null) {
        missing(row.line());
      } else {
        rows.comment(4, "… " + Wording.count(row.folded(), "span") + " without a finding");
      }
    }
    if (!open.isEmpty()) {
      rows.add(' ', "", "");
    }
    return rows.lines();
  }

  private static void push(List<Row> siblings, Deque<Row> open) {
    for (int i = siblings.size() - 1; i >= 0; i--) {
      open.push(siblings.get(i));
    }
  }

  private List<Row> siblings(List<SpanNode> spans, List<ExpectedSpan> missing, int depth) {
    List<Row> drawn = new ArrayList<>();
    Map<ExpectedSpan, Integer> copies = new LinkedHashMap<>();
    int folded = 0;
    for (SpanNode span : spans) {
      ExpectedSpan copyOf = alignment.copyOf(span);
      if (copyOf != null && copies.merge(copyOf, 1, Integer::sum) > 1) {
        continue;
      }
      if (small || touched.contains(span) || copyOf != null) {
        drawn.add(new Row(span, null, depth, 0, 0));
      } else {
        folded += size(span);
      }
    }
    drawn.replaceAll(row -> withCopies(row, copies));
    if (folded > 0) {
      drawn.add(new Row(null, null, depth, 0, folded));
    }
    missing.forEach(line -> drawn.add(new Row(null, line, depth, 0, 0)));
    return drawn;
  }

  private Row withCopies(Row row, Map<ExpectedSpan, Integer> copies) {
    ExpectedSpan copyOf = row.span() == null ? null : alignment.copyOf(row.span());
    int count = copyOf == null ? 0 : copies.getOrDefault(copyOf, 0);
    return new Row(row.span(), null, row.depth(), count, 0);
  }

  private static int size(SpanNode root) {
    List<SpanNode> all = new ArrayList<>(List.of(root));
    for (int i = 0; i < all.size(); i++) {
      all.addAll(all.get(i).children());
    }
    return all.size();
  }

  private List<ExpectedSpan> missingRoots() {
    return comparison.roots().stream()
        .filter(line -> line.multiplicity().least() > 0 && !isAmong(line, null))
        .toList();
  }

  private List<ExpectedSpan> missingUnder(SpanNode span) {
    ExpectedSpan line = alignment.expectedOf(span);
    if (line == null || line.children().isEmpty()) {
      return List.of();
    }
    return line.children().stream()
        .filter(child -> child.multiplicity().least() > 0 && !isAmong(child, span))
        .toList();
  }

  /** Whether a span for the line stands where it should. */
  private boolean isAmong(ExpectedSpan line, @Nullable SpanNode parent) {
    for (SpanNode span : alignment.actualOf(line)) {
      if (span.parent() == parent
          || parent == null && comparison.mode() == Mode.OPEN && !line.line().root()) {
        return true;
      }
    }
    return false;
  }

  private void missing(ExpectedSpan line) {
    String text = OutlinePrinter.spanLine(line.line());
    rows.add('-', text, alignment.actualOf(line).isEmpty() ? "" : "stands elsewhere");
    int below = missingBelow(line);
    if (below > 0) {
      rows.comment(4, "and " + Wording.count(below, "span") + " below it");
    }
  }

  private int missingBelow(ExpectedSpan top) {
    List<ExpectedSpan> all = new ArrayList<>(top.children());
    int missing = 0;
    for (int i = 0; i < all.size(); i++) {
      missing += alignment.actualOf(all.get(i)).isEmpty() ? 1 : 0;
      all.addAll(all.get(i).children());
    }
    return missing;
  }

  private void span(SpanNode span, Row row) {
    String text = OutlinePrinter.spanLine(RecordedLine.of(span, row.depth(), target -> null));
    List<Finding> own = findings.getOrDefault(span, List.of());
    SpanNotes notes = new SpanNotes(span, alignment.expectedOf(span), own);
    if (row.copies() > 0) {
      rows.add('+', row.copies() == 1 ? text : text + " x" + row.copies(), "surplus");
    } else if (alignment.expectedOf(span) == null && comparison.mode() == Mode.CLOSED) {
      rows.add('+', text, notes.comment());
    } else {
      rows.add(notes.margin(), text, notes.comment());
    }
    notes.addTo(rows, comparison.mode() == Mode.CLOSED && touched.contains(span));
  }
}
