package io.spantree.report;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.outline.Notation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of the program that began spans: each span's is told once, by its heaviest finding. */
final class Origins {
  private static final int MOST_COPIES = 50;
  private static final int MOST_PLACES = 3;

  private final Set<SpanNode> located = new HashSet<>();

  void told(SpanNode span) {
    located.add(span);
  }

  void started(String whose, @Nullable SpanNode span, List<String> lines) {
    if (span != null && located.add(span)) {
      Wording.started(span).ifPresent(at -> lines.add(whose + at));
    }
  }

  void sibling(SpanNode span, List<String> lines) {
    if (located.add(span)) {
      Wording.startedByCaller(span)
          .ifPresent(
              at -> lines.add("its sibling " + Clip.name(Notation.name(span.name())) + " " + at));
    }
  }

  /** The places that begin spans of this name beside it, each with its caller, which may call too often. */
  void copies(Finding finding, List<String> lines) {
    SpanNode span = finding.span();
    if (span == null || !located.add(span)) {
      return;
    }
    SpanNode parent = span.parent();
    List<SpanNode> siblings =
        parent == null || !countsAll(finding) ? List.of(span) : parent.children();
    siblings.stream()
        .filter(sibling -> sibling.name().equals(span.name()))
        .limit(MOST_COPIES)
        .flatMap(sibling -> Wording.startedByCaller(sibling).stream())
        .distinct()
        .limit(MOST_PLACES)
        .forEach(lines::add);
  }

  /** Elsewhere each of the spans has a finding of its own, such as the second of three. */
  private static boolean countsAll(Finding finding) {
    return finding.kind() == FindingKind.COUNT
        && finding.actual() != null
        && finding.actual().notation().startsWith("x");
  }
}
