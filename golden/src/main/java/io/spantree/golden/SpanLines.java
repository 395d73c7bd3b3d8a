package io.spantree.golden;

import io.spantree.outline.AttributeLine;
import io.spantree.outline.EventLine;
import io.spantree.outline.LinkLine;
import io.spantree.outline.Multiplicity;
import io.spantree.outline.SpanLine;
import java.util.List;

/** Span lines with one thing changed. */
final class SpanLines {
  private SpanLines() {}

  /** The name, or its matcher in the notation. */
  static String name(SpanLine line) {
    String literal = line.name().literalText();
    return literal != null ? literal : line.name().notation();
  }

  static SpanLine at(SpanLine line, int depth, Multiplicity multiplicity) {
    return copy(
        line, depth, multiplicity, line.attributes(), line.events(), line.links(), line.comments());
  }

  static SpanLine withoutComments(SpanLine line) {
    return copy(
        line,
        line.depth(),
        line.multiplicity(),
        silent(line.attributes()),
        line.events().stream().map(SpanLines::silent).toList(),
        line.links().stream().map(SpanLines::silent).toList(),
        List.of());
  }

  private static List<AttributeLine> silent(List<AttributeLine> attributes) {
    return attributes.stream()
        .map(line -> new AttributeLine(line.key(), line.value(), List.of()))
        .toList();
  }

  private static EventLine silent(EventLine event) {
    return new EventLine(
        event.name(), silent(event.attributes()), event.moreAttributes(), List.of());
  }

  private static LinkLine silent(LinkLine link) {
    return new LinkLine(link.target(), silent(link.attributes()), link.moreAttributes(), List.of());
  }

  private static SpanLine copy(
      SpanLine line,
      int depth,
      Multiplicity multiplicity,
      List<AttributeLine> attributes,
      List<EventLine> events,
      List<LinkLine> links,
      List<String> comments) {
    return new SpanLine(
        depth,
        line.name(),
        line.kind(),
        line.status(),
        line.root(),
        line.ordered(),
        multiplicity,
        line.label(),
        line.remoteParent(),
        line.states(),
        attributes,
        events,
        links,
        line.open(),
        comments);
  }
}
