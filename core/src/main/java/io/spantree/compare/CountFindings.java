package io.spantree.compare;

import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import io.spantree.outline.OpenPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says which spans are missing, which are there too often, and which nobody expected. */
final class CountFindings {
  private final Subject subject;
  private final Alignment alignment;
  private final PlaceFindings places;
  private final FindingCollector findings;
  private @Nullable Set<String> described;

  CountFindings(
      Subject subject, Alignment alignment, PlaceFindings places, FindingCollector findings) {
    this.subject = subject;
    this.alignment = alignment;
    this.places = places;
    this.findings = findings;
  }

  void find() {
    count(subject.tree().roots(), null);
    for (ExpectedSpan line : subject.tree().spans()) {
      if (!line.children().isEmpty()) {
        countBelow(line);
      }
    }
    if (subject.mode() == Mode.CLOSED && !alignment.isComplete()) {
      subject.recording().spans().forEach(this::unexpected);
    }
  }

  private void countBelow(ExpectedSpan line) {
    for (SpanNode span : alignment.actualOf(line)) {
      count(line.children(), span);
    }
    if (places.explains(line)) {
      count(line.children(), null);
    }
  }

  private void count(List<ExpectedSpan> lines, @Nullable SpanNode under) {
    for (ExpectedSpan line : lines) {
      int count = alignment.count(line, under);
      if (!line.multiplicity().allows(count) && !places.explains(new Place(line, under))) {
        count(new Place(line, under), count);
      }
    }
  }

  private void count(Place place, int count) {
    ExpectedSpan line = place.expected();
    SpanPath path = path(place);
    Term expected = Term.of(line.multiplicity().notation());
    if (count == 0) {
      findings.add(FindingKind.MISSING, path, expected, null, place.under());
    } else {
      SpanNode first = alignment.firstIn(place);
      findings.add(FindingKind.COUNT, path, expected, Term.of("x" + count), first);
    }
  }

  /** The path of the recorded parent, which may have been renamed, and the name of the line. */
  private static SpanPath path(Place place) {
    SpanNode under = place.under();
    if (under == null) {
      return place.expected().path();
    }
    List<String> names = new ArrayList<>(SpanPath.of(under).names());
    names.add(place.expected().name());
    return new SpanPath(names);
  }

  /** What hangs below an unexpected span or a surplus copy is told with it. */
  private void unexpected(SpanNode span) {
    SpanNode parent = span.parent();
    boolean told = parent != null && (!isAccounted(parent) || alignment.copyOf(parent) != null);
    if (!told && !isAccounted(span) && !mayBe(span)) {
      FindingKind kind = span.hasLostContext()
          ? FindingKind.LOST_CONTEXT
          : span.position() == SpanNode.Position.ORPHAN
              ? FindingKind.ORPHANED
              : FindingKind.UNEXPECTED;
      findings.add(kind, span, null, Term.of(Notation.name(span.name())));
    }
  }

  private boolean isAccounted(SpanNode span) {
    return alignment.isPaired(span) || alignment.copyOf(span) != null || places.explains(span);
  }

  /** Another trace, not a root that was torn off a described one. */
  private boolean isOtherTrace(SpanNode span) {
    return subject.outline().moreTraces() && !described().contains(span.data().getTraceId());
  }

  private Set<String> described() {
    if (described == null) {
      described = alignment.describedTraces();
    }
    return described;
  }

  private boolean mayBe(SpanNode span) {
    SpanNode parent = span.parent();
    ExpectedSpan line = parent == null ? null : alignment.expectedOf(parent);
    return parent == null
        ? isOtherTrace(span)
        : line != null && line.line().open().contains(OpenPart.CHILDREN);
  }
}
