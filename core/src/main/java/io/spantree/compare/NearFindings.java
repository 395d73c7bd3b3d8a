package io.spantree.compare;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The few lines and spans near what is out of place, which may have been paired wrongly. */
final class NearFindings {
  /** The most lines, and the most spans. */
  static final int MOST = 16;

  /** What a wrong pair of line and span looks like. */
  private static final Set<FindingKind> PLACES = EnumSet.of(
      FindingKind.LOST_CONTEXT,
      FindingKind.ORPHANED,
      FindingKind.NEW_ROOT,
      FindingKind.REMOTE_PARENT,
      FindingKind.MISSING,
      FindingKind.UNEXPECTED,
      FindingKind.RENAMED,
      FindingKind.MOVED,
      FindingKind.WRAPPED,
      FindingKind.UNWRAPPED,
      FindingKind.COUNT);

  private final Set<ExpectedSpan> lines = new LinkedHashSet<>();
  private final Set<SpanNode> spans = new LinkedHashSet<>();

  /** What has no partner, then what the findings are about, then what is near. */
  NearFindings(
      ExpectedTree tree, Recording recording, Alignment alignment, List<Finding> findings) {
    recording.spans().stream()
        .filter(span -> !alignment.isPaired(span))
        .limit(MOST)
        .forEach(spans::add);
    tree.spans().stream().filter(line -> !alignment.isPaired(line)).limit(MOST).forEach(lines::add);
    for (Finding finding : findings) {
      if (finding.span() != null && isAboutPlace(finding)) {
        spans.add(finding.span());
      }
    }
    widen(alignment);
    lines.addAll(tree.roots());
    spans.addAll(recording.roots());
    widen(alignment);
    cut(lines);
    cut(spans);
  }

  Set<ExpectedSpan> lines() {
    return lines;
  }

  Set<SpanNode> spans() {
    return spans;
  }

  static boolean isAboutPlace(Finding finding) {
    return PLACES.contains(finding.kind());
  }

  /** Adds partners, parents and children. */
  private void widen(Alignment alignment) {
    for (SpanNode span : List.copyOf(spans)) {
      ExpectedSpan line = alignment.expectedOf(span);
      if (line != null) {
        lines.add(line);
      }
      SpanNode parent = span.parent();
      if (parent != null) {
        spans.add(parent);
      }
      spans.addAll(span.children().subList(0, Math.min(MOST, span.children().size())));
    }
    for (ExpectedSpan line : List.copyOf(lines)) {
      spans.addAll(alignment.actualOf(line).stream().limit(MOST).toList());
      ExpectedSpan parent = line.parent();
      if (parent != null) {
        lines.add(parent);
      }
      lines.addAll(line.children().subList(0, Math.min(MOST, line.children().size())));
    }
  }

  private static void cut(Set<?> set) {
    Object[] all = set.toArray();
    for (int i = MOST; i < all.length; i++) {
      set.remove(all[i]);
    }
  }
}
