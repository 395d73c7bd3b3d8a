package io.spantree.compare;

import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of each span that stands in the wrong place what became of it: moved, wrapped, lost. */
final class PlaceFindings {
  private final Alignment alignment;
  private final FindingCollector findings;
  private final Mode mode;
  private final Map<SpanNode, List<String>> wrappers = new LinkedHashMap<>();
  private final Map<ExpectedSpan, List<SpanNode>> unwrapped = new LinkedHashMap<>();
  private final Set<SpanNode> explainedSpans = new LinkedHashSet<>();
  private final Set<ExpectedSpan> explainedLines = new LinkedHashSet<>();
  private final Set<Place> explainedPlaces = new LinkedHashSet<>();

  PlaceFindings(Alignment alignment, FindingCollector findings, Mode mode) {
    this.alignment = alignment;
    this.findings = findings;
    this.mode = mode;
  }

  /** Whether the span came between others, which its WRAPPED finding tells. */
  boolean explains(SpanNode span) {
    return explainedSpans.contains(span);
  }

  /** Whether the line's span vanished from above others, which its UNWRAPPED finding tells. */
  boolean explains(ExpectedSpan line) {
    return explainedLines.contains(line);
  }

  /** The same of one of several spans of the line, below this parent. */
  boolean explains(Place place) {
    return explains(place.expected()) || explainedPlaces.contains(place);
  }

  void compare(ExpectedSpan line, SpanNode span) {
    ExpectedSpan parentLine = line.parent();
    SpanNode parent = span.parent();
    if (isInPlace(line, span)) {
      return;
    }
    ExpectedSpan lineAbove = alignment.pairedAbove(line);
    SpanNode spanAbove = alignment.pairedAbove(span);
    ExpectedSpan aboveStandsFor = spanAbove == null ? null : alignment.expectedOf(spanAbove);
    if (parent == null && isTorn(span)) {
      torn(line, span);
    } else if (parent != null && spanAbove != parent && aboveStandsFor == parentLine) {
      wrapped(span, spanAbove);
    } else if (parentLine != null
        && lineAbove != parentLine
        && aboveStandsFor == lineAbove
        && spanAbove == parent) {
      unwrapped(line, span, lineAbove);
    } else if (parentLine != null && spanAbove == parent && isShort(parentLine, spanAbove)) {
      explainedPlaces.add(new Place(parentLine, spanAbove));
      unwrapped.computeIfAbsent(parentLine, vanished -> new ArrayList<>()).add(span);
    } else if (parent == null) {
      torn(line, span);
    } else {
      findings.add(
          FindingKind.MOVED, span, parentTerm(parentLine), SpanMatch.term(SpanPath.of(parent)));
    }
  }

  /** Whether one of several spans of the line is missing here. */
  private boolean isShort(ExpectedSpan line, @Nullable SpanNode under) {
    boolean here = under == null
        ? line.parent() == null
        : line.parent() != null && alignment.expectedOf(under) == line.parent();
    int count = here ? alignment.count(line, under) : 0;
    return count > 0 && count < line.multiplicity().least();
  }

  private boolean isInPlace(ExpectedSpan line, SpanNode span) {
    SpanNode parent = span.parent();
    if (line.parent() == null) {
      return parent == null || mode == Mode.OPEN && !line.line().root();
    }
    return parent != null
        && alignment.expectedOf(parent) == line.parent()
        && !alignment.isElsewhere(span);
  }

  /** Whether the span says itself why it hangs under no other. */
  private static boolean isTorn(SpanNode span) {
    return span.hasLostContext() || span.position() != SpanNode.Position.ROOT;
  }

  private void torn(ExpectedSpan line, SpanNode span) {
    findings.add(SpanMatch.torn(span, parentTerm(line.parent())));
  }

  private void wrapped(SpanNode span, @Nullable SpanNode above) {
    SpanNode top = span;
    for (SpanNode at = span.parent(); at != null && at != above; at = at.parent()) {
      explainedSpans.add(at);
      top = at;
    }
    wrappers.computeIfAbsent(top, wrapper -> new ArrayList<>()).add(Notation.name(span.name()));
  }

  private void unwrapped(ExpectedSpan line, SpanNode span, @Nullable ExpectedSpan above) {
    ExpectedSpan top = line;
    for (ExpectedSpan at = line.parent(); at != null && at != above; at = at.parent()) {
      explainedLines.add(at);
      top = at;
    }
    unwrapped.computeIfAbsent(top, vanished -> new ArrayList<>()).add(span);
  }

  void finish() {
    wrappers.forEach((wrapper, names) ->
        findings.add(FindingKind.WRAPPED, wrapper, null, Term.of(String.join(", ", names))));
    unwrapped.forEach((line, spans) -> {
      List<String> names =
          spans.stream().map(span -> Notation.name(span.name())).toList();
      Term below = Term.of(String.join(", ", names));
      findings.add(FindingKind.UNWRAPPED, line.path(), below, null, spans.get(0));
    });
  }

  private static @Nullable Term parentTerm(@Nullable ExpectedSpan parent) {
    return parent == null ? null : SpanMatch.term(parent.path());
  }
}
