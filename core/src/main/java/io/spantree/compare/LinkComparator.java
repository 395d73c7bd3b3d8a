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
    List<LinkLine> missing = new ArrayList<>();
    List<LinkData> left = new ArrayList<>();
    pairByTarget(line.links(), span.data().getLinks(), missing, left, differences);
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

  /** Compares the attributes of what points to the same span, and keeps what is left of both. */
  private void pairByTarget(
      List<LinkLine> lines,
      List<LinkData> links,
      List<LinkLine> missing,
      List<LinkData> left,
      Differences differences) {
    int[] pairs =
        PartPairer.pair(lines.size(), links.size(), new Candidates(lines, links), differences);
    boolean[] used = new boolean[links.size()];
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i] == PartPairer.NONE) {
        missing.add(lines.get(i));
      } else {
        used[pairs[i]] = true;
        attributes(spans, lines.get(i), links.get(pairs[i]), differences);
      }
    }
    for (int i = 0; i < used.length; i++) {
      if (!used[i]) {
        left.add(links.get(i));
      }
    }
  }

  /** Which line may mean which link, and what tells them apart. */
  private final class Candidates implements PartPairer.Candidates {
    private final List<LinkLine> lines;
    private final List<LinkData> links;

    Candidates(List<LinkLine> lines, List<LinkData> links) {
      this.lines = lines;
      this.links = links;
    }

    @Override
    public boolean accepts(int row, int column) {
      return pointsTo(links.get(column), lines.get(row).target());
    }

    @Override
    public int differences(int row, int column) {
      Differences.Counter counter = new Differences.Counter();
      attributes(spans.guess(), lines.get(row), links.get(column), counter);
      return counter.count();
    }

    @Override
    public boolean isMatcher(int row) {
      return false;
    }

    @Override
    public boolean areOrdered() {
      return false;
    }
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
