package io.spantree.compare;

import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import io.spantree.outline.OpenPart;
import io.spantree.outline.Outline;
import java.util.ArrayList;
import java.util.List;

/** Says which spans are missing, which are there too often, and which nobody expected. */
final class CountFindings {
  private final Outline outline;
  private final ExpectedTree tree;
  private final Recording recording;
  private final Mode mode;
  private final Alignment alignment;
  private final PlaceFindings places;
  private final FindingCollector findings;

  CountFindings(
      Outline outline,
      ExpectedTree tree,
      Recording recording,
      Mode mode,
      Alignment alignment,
      PlaceFindings places,
      FindingCollector findings) {
    this.outline = outline;
    this.tree = tree;
    this.recording = recording;
    this.mode = mode;
    this.alignment = alignment;
    this.places = places;
    this.findings = findings;
  }

  void find() {
    tree.roots().forEach(root -> count(new Place(root, null)));
    for (ExpectedSpan line : tree.spans()) {
      for (SpanNode span : alignment.actualOf(line)) {
        line.children().forEach(child -> count(new Place(child, span)));
      }
      if (places.explains(line)) {
        line.children().forEach(child -> count(new Place(child, null)));
      }
    }
    if (mode == Mode.CLOSED) {
      recording.spans().forEach(this::unexpected);
    }
  }

  private void count(Place place) {
    ExpectedSpan line = place.expected();
    int count = alignment.in(place).size();
    if (line.multiplicity().allows(count) || places.explains(place)) {
      return;
    }
    SpanPath path = path(place);
    Term expected = Term.of(line.multiplicity().notation());
    if (count == 0) {
      findings.add(FindingKind.MISSING, path, expected, null, place.under());
    } else {
      SpanNode first = alignment.in(place).get(0);
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

  private boolean mayBe(SpanNode span) {
    SpanNode parent = span.parent();
    ExpectedSpan line = parent == null ? null : alignment.expectedOf(parent);
    return parent == null
        ? outline.moreTraces()
        : line != null && line.line().open().contains(OpenPart.CHILDREN);
  }
}
