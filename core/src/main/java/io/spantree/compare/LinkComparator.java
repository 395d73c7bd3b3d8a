package io.spantree.compare;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.spantree.compare.Differences.Side;
import io.spantree.model.Finding.Part;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanAttributes;
import io.spantree.model.SpanNode;
import io.spantree.outline.LinkLine;
import io.spantree.outline.Notation;
import io.spantree.outline.OpenPart;
import io.spantree.outline.SpanLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares links by the span that they point to, never by its id. */
final class LinkComparator {
  private final Recording recording;
  private final Alignment alignment;
  private final SpanComparator spans;
  private final Mode mode;
  private @Nullable Map<String, SpanNode> byId;

  LinkComparator(Recording recording, Alignment alignment, SpanComparator spans, Mode mode) {
    this.recording = recording;
    this.alignment = alignment;
    this.spans = spans;
    this.mode = mode;
  }

  void compare(SpanLine line, SpanNode span, Differences differences) {
    List<LinkLine> missing = new ArrayList<>(line.links());
    List<LinkData> left = new ArrayList<>(span.data().getLinks());
    pairByTarget(missing, left, differences);
    while (!missing.isEmpty() && !left.isEmpty()) {
      Part part = new Part("link " + missing.get(0).targetNotation(), null);
      differences.add(
          FindingKind.LINK_TARGET,
          part,
          Side.of(missing.remove(0).targetNotation()),
          Side.of(target(left.remove(0))));
    }
    for (LinkLine link : missing) {
      Part part = new Part("link " + link.targetNotation(), null);
      differences.add(FindingKind.LINK_MISSING, part, Side.of(link.targetNotation()), Side.NOTHING);
    }
    if (mode == Mode.CLOSED && !line.open().contains(OpenPart.LINKS)) {
      for (LinkData link : left) {
        Part part = new Part("link", null);
        differences.add(FindingKind.LINK_UNEXPECTED, part, Side.NOTHING, Side.of(target(link)));
      }
    }
  }

  /** Takes out of both lists what points to the same span, and compares the attributes of these. */
  private void pairByTarget(List<LinkLine> lines, List<LinkData> links, Differences differences) {
    for (Iterator<LinkLine> each = lines.iterator(); each.hasNext(); ) {
      LinkLine line = each.next();
      LinkData twin = links.stream()
          .filter(link -> pointsTo(link, line.target()))
          .findFirst()
          .orElse(null);
      if (twin != null) {
        each.remove();
        links.remove(twin);
        spans.attributes(
            "link " + line.targetNotation(),
            line.attributes(),
            SpanAttributes.of(twin.getAttributes()),
            mode == Mode.OPEN || line.moreAttributes(),
            differences);
      }
    }
  }

  private boolean pointsTo(LinkData link, @Nullable String label) {
    SpanNode target = find(link.getSpanContext());
    if (label == null || target == null) {
      return label == null && target == null;
    }
    ExpectedSpan line = alignment.expectedOf(target);
    return line != null && label.equals(line.line().label());
  }

  /** The target for a reader: its label where it has one, else its name. */
  private String target(LinkData link) {
    SpanNode target = find(link.getSpanContext());
    if (target == null) {
      return "<external>";
    }
    ExpectedSpan line = alignment.expectedOf(target);
    String label = line == null ? null : line.line().label();
    return label == null ? Notation.name(target.name()) : "*" + label;
  }

  private @Nullable SpanNode find(SpanContext context) {
    if (byId == null) {
      byId = new HashMap<>();
      for (SpanNode span : recording.spans()) {
        byId.putIfAbsent(span.data().getTraceId() + span.data().getSpanId(), span);
      }
    }
    return byId.get(context.getTraceId() + context.getSpanId());
  }
}
