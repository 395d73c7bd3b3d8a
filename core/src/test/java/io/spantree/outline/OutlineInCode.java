package io.spantree.outline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Builds an outline anew by what a test would write in code. */
final class OutlineInCode {
  private OutlineInCode() {}

  /** Only spans have comments in code. */
  static Outline withoutOtherComments(Outline outline) {
    List<TraceOutline> traces = new ArrayList<>();
    for (TraceOutline trace : outline.traces()) {
      List<SpanLine> spans = new ArrayList<>();
      for (SpanLine span : trace.spans()) {
        SpanLine.Builder builder = span
            .withAttributes(line -> new AttributeLine(line.key(), line.value(), List.of()))
            .toBuilder();
        builder.events.replaceAll(event ->
            new EventLine(event.name(), event.attributes(), event.moreAttributes(), List.of()));
        builder.links.replaceAll(link ->
            new LinkLine(link.target(), link.attributes(), link.moreAttributes(), List.of()));
        spans.add(builder.build());
      }
      traces.add(new TraceOutline(trace.name(), trace.multiplicity(), spans, List.of()));
    }
    return new Outline(traces, outline.moreTraces(), List.of());
  }

  static Outline of(Outline outline) {
    List<TraceOutline> traces = new ArrayList<>();
    for (TraceOutline trace : outline.traces()) {
      SpanOutline[] roots = roots(trace.spans());
      traces.add(
          trace.name() == null
              ? Outline.of(roots).traces().get(0)
              : Outline.trace(trace.name(), roots)
                  .times(trace.multiplicity().least(), trace.multiplicity().most()));
    }
    Outline built = Outline.ofTraces(traces.toArray(TraceOutline[]::new));
    return outline.moreTraces() ? built.withMoreTraces() : built;
  }

  private static SpanOutline[] roots(List<SpanLine> lines) {
    List<SpanOutline> roots = new ArrayList<>();
    Deque<SpanOutline> open = new ArrayDeque<>();
    for (SpanLine line : lines) {
      close(open, line.depth(), roots);
      open.push(span(line));
    }
    close(open, 0, roots);
    return roots.toArray(SpanOutline[]::new);
  }

  /** Hangs what is deeper below its parent; a child must be complete before it is added. */
  private static void close(Deque<SpanOutline> open, int depth, List<SpanOutline> roots) {
    while (open.size() > depth) {
      SpanOutline complete = open.pop();
      if (open.isEmpty()) {
        roots.add(complete);
      } else {
        open.push(open.pop().child(complete));
      }
    }
  }

  private static SpanOutline span(SpanLine line) {
    SpanOutline span = attributes(Outline.span(line.name()), line.attributes());
    span = line.kind() == null ? span : span.withKind(line.kind());
    span = line.status() == null ? span : status(span, line.status());
    span = line.root() ? span.root() : span;
    span = line.ordered() ? span.ordered() : span;
    span = span.times(line.multiplicity().least(), line.multiplicity().most());
    span = line.label() == null ? span : span.labelled(line.label());
    span = line.remoteParent() ? span.withRemoteParent() : span;
    for (SpanState state : line.states()) {
      span = span.withState(state);
    }
    for (EventLine event : line.events()) {
      EventOutline built = attributes(Outline.event(event.name()), event.attributes());
      span = span.withEvent(event.moreAttributes() ? built.withMoreAttributes() : built);
    }
    for (LinkLine link : line.links()) {
      LinkOutline to =
          link.target() == null ? Outline.externalLink() : Outline.linkTo(link.target());
      LinkOutline built = attributes(to, link.attributes());
      span = span.withLink(link.moreAttributes() ? built.withMoreAttributes() : built);
    }
    for (OpenPart part : line.open()) {
      span = span.withMore(part);
    }
    for (String comment : line.comments()) {
      span = span.withComment(comment.substring(1));
    }
    return span;
  }

  private static SpanOutline status(SpanOutline span, StatusPattern status) {
    return status.description() == null
        ? span.withStatus(status.code())
        : span.withStatus(status.code(), status.description());
  }

  private static <S extends WithAttributes<S>> S attributes(S part, List<AttributeLine> lines) {
    S built = part;
    for (AttributeLine line : lines) {
      built = built.withAttr(line.key(), line.value());
    }
    return built;
  }
}
