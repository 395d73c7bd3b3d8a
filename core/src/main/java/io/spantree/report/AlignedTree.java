package io.spantree.report;

import io.spantree.compare.Alignment;
import io.spantree.compare.Comparison;
import io.spantree.compare.ExpectedSpan;
import io.spantree.compare.Mode;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.outline.Notation;
import io.spantree.outline.OutlinePrinter;
import io.spantree.outline.RecordedLine;
import io.spantree.outline.SpanLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The recorded tree and the expected one as one tree: {@code -} is missing, {@code +} was not
 * expected, {@code ~} differs. Subtrees without a finding are folded when the tree is large.
 */
final class AlignedTree {
  /** What is deeper does not fit on a line. */
  private static final int DEEPEST = 60;

  private final Comparison comparison;
  private final Alignment alignment;
  private final Map<SpanNode, List<Finding>> findings = new HashMap<>();
  private final TreeRows tree;
  private final boolean allShown;
  private final Rows rows;

  private AlignedTree(Comparison comparison, List<Finding> shown, int most) {
    this.comparison = comparison;
    this.alignment = comparison.alignment();
    this.allShown = shown.size() == comparison.findings().size();
    shown.forEach(this::mark);
    this.tree = new TreeRows(comparison, findings.keySet());
    this.rows = new Rows(most);
  }

  private void mark(Finding finding) {
    if (finding.span() != null) {
      findings.computeIfAbsent(finding.span(), span -> new ArrayList<>(1)).add(finding);
    }
    for (Finding other : finding.alike()) {
      if (other.span() != finding.span()) {
        mark(other);
      }
    }
  }

  static List<String> lines(Comparison comparison, int most) {
    return of(comparison, comparison.findings(), most);
  }

  /** With notes on some of the findings only. */
  static List<String> of(Comparison comparison, List<Finding> shown, int most) {
    return new AlignedTree(comparison, shown, most).draw();
  }

  private List<String> draw() {
    Deque<TreeRows.Row> open = new ArrayDeque<>();
    push(tree.roots(), open);
    while (!open.isEmpty() && !rows.isFull()) {
      TreeRows.Row row = open.pop();
      if (row.depth() > DEEPEST) {
        rows.comment(4, "… and what hangs below, too deep to be drawn");
      } else if (row.span() != null) {
        span(row.span(), row);
        push(tree.below(row), open);
      } else if (row.line() != null) {
        missing(row.line(), row.depth());
      } else {
        String more = allShown ? " without a finding" : ", left out here";
        rows.comment(4, "… " + Wording.count(row.count(), "span") + more);
      }
    }
    return rows.lines(!open.isEmpty());
  }

  private static void push(List<TreeRows.Row> siblings, Deque<TreeRows.Row> open) {
    for (int i = siblings.size() - 1; i >= 0; i--) {
      open.push(siblings.get(i));
    }
  }

  private void missing(ExpectedSpan line, int depth) {
    rows.add('-', OutlinePrinter.spanLine(line.line().shown(depth, Clip.MOST)), "");
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

  private void span(SpanNode span, TreeRows.Row row) {
    SpanNotes notes =
        new SpanNotes(span, alignment.expectedOf(span), findings.getOrDefault(span, List.of()));
    SpanLine line =
        RecordedLine.of(span, row.depth(), target -> null).shown(row.depth(), Clip.MOST);
    String text = OutlinePrinter.spanLine(line.times(Math.max(1, row.count())));
    if (row.count() > 0) {
      rows.add('+', text, "surplus");
    } else if (alignment.expectedOf(span) == null && comparison.mode() == Mode.CLOSED) {
      rows.add('+', text, notes.comment());
    } else {
      rows.add(notes.margin(), text, notes.comment());
    }
    notes.addTo(rows, comparison.mode() == Mode.CLOSED && tree.isTouched(span));
    if (comparison.outline().traces().isEmpty()) {
      missingChildren(span, row.depth() + 1);
    }
  }

  /** Where no outline is aligned with the tree, only findings know the spans that are not there. */
  private void missingChildren(SpanNode span, int depth) {
    for (Finding finding : findings.getOrDefault(span, List.of())) {
      if (finding.kind() == FindingKind.MISSING && !SpanPath.of(span).equals(finding.path())) {
        String name = Clip.name(Notation.name(finding.path().last()));
        rows.add('-', "span " + ">".repeat(depth) + " " + name, "");
      }
    }
  }
}
