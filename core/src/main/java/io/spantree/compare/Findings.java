package io.spantree.compare;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import io.spantree.outline.OpenPart;
import io.spantree.outline.Outline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the findings off an alignment: one for each cause. */
final class Findings {
  private final Outline outline;
  private final ExpectedTree tree;
  private final Recording recording;
  private final Mode mode;
  private final Alignment alignment;
  private final FindingCollector findings = new FindingCollector();
  private final PlaceFindings places;

  Findings(
      Outline outline, ExpectedTree tree, Recording recording, Mode mode, Alignment alignment) {
    this.outline = outline;
    this.tree = tree;
    this.recording = recording;
    this.mode = mode;
    this.alignment = alignment;
    this.places = new PlaceFindings(alignment, findings, mode);
  }

  List<Finding> collect() {
    SpanComparator comparator = new SpanComparator(mode, new LabelBindings());
    LinkComparator links = new LinkComparator(recording, alignment, comparator, mode);
    StateComparator states = new StateComparator(mode, findings);
    for (ExpectedSpan line : tree.spans()) {
      for (SpanNode span : alignment.actualOf(line)) {
        renamed(line, span);
        places.compare(line, span);
        comparator.compare(line.line(), span, findings.differencesOf(span));
        links.compare(line.line(), span, findings.differencesOf(span));
        states.compare(line, span);
        ordered(line, span);
      }
    }
    places.finish();
    missing();
    unexpected();
    return findings.sorted();
  }

  private void renamed(ExpectedSpan line, SpanNode span) {
    if (!line.line().name().acceptsText(span.name())) {
      Term was = Term.of(Notation.name(line.line().name()));
      findings.add(FindingKind.RENAMED, span, was, Term.of(Notation.name(span.name())));
    }
  }

  private void ordered(ExpectedSpan line, SpanNode span) {
    if (!line.line().ordered()) {
      return;
    }
    List<ExpectedSpan> order = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (SpanNode child : span.children()) {
      ExpectedSpan childLine = alignment.expectedOf(child);
      if (childLine != null && childLine.parent() == line) {
        order.add(childLine);
        names.add(Notation.name(child.name()));
      }
    }
    List<ExpectedSpan> written = new ArrayList<>(order);
    written.sort(Comparator.comparingInt(line.children()::indexOf));
    if (!order.equals(written)) {
      List<String> wanted =
          written.stream().map(at -> Notation.name(at.line().name())).toList();
      findings.add(
          FindingKind.ORDER,
          span,
          Term.of(String.join(", ", wanted)),
          Term.of(String.join(", ", names)));
    }
  }

  private void missing() {
    for (ExpectedSpan root : tree.roots()) {
      count(new Place(root, null));
    }
    for (ExpectedSpan line : tree.spans()) {
      for (SpanNode span : alignment.actualOf(line)) {
        line.children().forEach(child -> count(new Place(child, span)));
      }
      if (places.explains(line)) {
        line.children().forEach(child -> count(new Place(child, null)));
      }
    }
  }

  private void count(Place place) {
    ExpectedSpan line = place.expected();
    int count = alignment.in(place).size();
    if (line.multiplicity().allows(count) || places.explains(line)) {
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

  private void unexpected() {
    for (SpanNode span : recording.spans()) {
      if (!isAccounted(span)
          && (span.parent() == null || isAccounted(span.parent()))
          && alignmentCopy(span.parent()) == null
          && mayNotBe(span)) {
        FindingKind kind = span.hasLostContext()
            ? FindingKind.LOST_CONTEXT
            : span.position() == SpanNode.Position.ORPHAN
                ? FindingKind.ORPHANED
                : FindingKind.UNEXPECTED;
        findings.add(kind, span, null, Term.of(Notation.name(span.name())));
      }
    }
  }

  private @Nullable ExpectedSpan alignmentCopy(@Nullable SpanNode span) {
    return span == null ? null : alignment.copyOf(span);
  }

  private boolean isAccounted(SpanNode span) {
    return alignment.isPaired(span) || alignment.copyOf(span) != null || places.explains(span);
  }

  private boolean mayNotBe(SpanNode span) {
    SpanNode parent = span.parent();
    ExpectedSpan parentLine = parent == null ? null : alignment.expectedOf(parent);
    List<ExpectedSpan> lines =
        parent == null ? tree.roots() : parentLine == null ? List.of() : parentLine.children();
    for (ExpectedSpan line : lines) {
      if (line.multiplicity().most() == 0 && line.line().name().acceptsText(span.name())) {
        return true;
      }
    }
    if (mode == Mode.OPEN) {
      return false;
    }
    return parent == null
        ? !outline.moreTraces()
        : parentLine == null || !parentLine.line().open().contains(OpenPart.CHILDREN);
  }
}
