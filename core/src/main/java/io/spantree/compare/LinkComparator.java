package io.spantree.compare;

import io.opentelemetry.sdk.trace.data.LinkData;
import io.spantree.compare.Differences.Side;
import io.spantree.model.Finding.Part;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanAttributes;
import io.spantree.model.SpanNode;
import io.spantree.outline.LinkLine;
import io.spantree.outline.Notation;
import io.spantree.outline.OpenPart;
import io.spantree.outline.SpanLine;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares links by the span that they point to, never by its id. */
final class LinkComparator {
  private final Targets targets;
  private final Labelling labels;
  private final SpanComparator spans;
  private final Mode mode;

  LinkComparator(Targets targets, Labelling labels, SpanComparator spans, Mode mode) {
    this.targets = targets;
    this.labels = labels;
    this.spans = spans;
    this.mode = mode;
  }

  /** Which labels a recorded span has. */
  interface Labelling {
    boolean has(SpanNode span, String label);

    /** A label of the span, for a reader; null when it has none. */
    @Nullable
    String of(SpanNode span);

    /** Is told that a link points to a span without the label that was expected of it. */
    void refused(SpanNode span, String label);
  }

  void compare(SpanLine line, SpanNode span, Differences differences) {
    if (line.links().isEmpty() && span.data().getLinks().isEmpty()) {
      return;
    }
    List<LinkLine> missing = new ArrayList<>(line.links());
    List<LinkData> left = new ArrayList<>(span.data().getLinks());
    pairByTarget(missing, left, differences);
    while (!missing.isEmpty() && !left.isEmpty()) {
      otherTarget(missing.remove(0), left.remove(0), differences);
    }
    for (LinkLine link : missing) {
      Part part = new Part("link " + link.targetNotation(), null);
      differences.add(FindingKind.LINK_MISSING, part, Side.of(link.targetNotation()), Side.NOTHING);
    }
    if (mode == Mode.CLOSED && !line.open().contains(OpenPart.LINKS)) {
      for (LinkData link : left) {
        Part part = new Part("link", null);
        differences.add(FindingKind.LINK_UNEXPECTED, part, Side.NOTHING, target(link));
      }
    }
  }

  private void otherTarget(LinkLine line, LinkData link, Differences differences) {
    SpanNode target = targets.of(link);
    if (line.target() != null && target != null) {
      labels.refused(target, line.target());
    }
    Part part = new Part("link " + line.targetNotation(), null);
    differences.add(FindingKind.LINK_TARGET, part, Side.of(line.targetNotation()), target(link));
  }

  /** Takes out of both lists what points to the same span, and compares the attributes of these. */
  private void pairByTarget(List<LinkLine> lines, List<LinkData> links, Differences differences) {
    for (Iterator<LinkLine> each = lines.iterator(); each.hasNext(); ) {
      LinkLine line = each.next();
      LinkData twin = twin(line, links);
      if (twin != null) {
        each.remove();
        links.remove(twin);
        attributes(spans, line, twin, differences);
      }
    }
  }

  /** Among links to the same span the one whose attributes differ least. */
  private @Nullable LinkData twin(LinkLine line, List<LinkData> links) {
    LinkData best = null;
    int fewest = Integer.MAX_VALUE;
    for (LinkData link : links) {
      if (pointsTo(link, line.target())) {
        Differences.Counter counter = new Differences.Counter();
        attributes(spans.guess(), line, link, counter);
        if (counter.count() < fewest) {
          fewest = counter.count();
          best = link;
        }
      }
    }
    return best;
  }

  private void attributes(
      SpanComparator comparator, LinkLine line, LinkData link, Differences differences) {
    comparator.attributes(
        "link " + line.targetNotation(),
        line.attributes(),
        SpanAttributes.of(link.getAttributes()),
        mode == Mode.OPEN || line.moreAttributes(),
        differences);
  }

  private boolean pointsTo(LinkData link, @Nullable String label) {
    SpanNode target = targets.of(link);
    return label == null || target == null
        ? label == null && target == null
        : labels.has(target, label);
  }

  /** The target for a reader: its label where it has one, else its name. */
  private Side target(LinkData link) {
    SpanNode target = targets.of(link);
    if (target == null) {
      return Side.of("<external>");
    }
    String label = labels.of(target);
    return Side.of(label == null ? Notation.name(target.name()) : "*" + label);
  }
}
