package io.spantree.golden.recorded;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.spantree.model.AttributeValue;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.EventLine;
import io.spantree.outline.LinkLine;
import io.spantree.outline.Multiplicity;
import io.spantree.outline.Outline;
import io.spantree.outline.SpanLine;
import io.spantree.outline.StatusPattern;
import io.spantree.outline.TraceOutline;
import io.spantree.outline.ValuePattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads an outline of plain values and single spans as drafts. */
final class DraftReader {
  private final String source;
  private final DraftTraces traces = new DraftTraces();
  private final Map<String, DraftSpan> labelled = new HashMap<>();
  private final Map<DraftSpan, SpanLine> lines = new HashMap<>();

  private DraftReader(String source) {
    this.source = source;
  }

  static DraftTraces read(Outline outline, String source) {
    DraftReader reader = new DraftReader(source);
    outline.traces().forEach(reader::trace);
    reader.lines.forEach(reader::link);
    return reader.traces;
  }

  private void trace(TraceOutline trace) {
    List<DraftSpan> roots = new ArrayList<>();
    List<DraftSpan> above = new ArrayList<>();
    for (SpanLine line : trace.spans()) {
      DraftSpan span = span(line);
      above.subList(line.depth(), above.size()).clear();
      if (above.isEmpty()) {
        roots.add(span);
      } else {
        span.hangUnder(above.get(above.size() - 1));
      }
      above.add(span);
    }
    traces.addTrace(roots);
  }

  private DraftSpan span(SpanLine line) {
    if (!line.multiplicity().equals(Multiplicity.ONCE)) {
      throw problem("a line stands for one span, not for " + line.multiplicity().notation());
    }
    DraftSpan span = new DraftSpan(text(line.name()));
    span.kind = line.kind() == null ? span.kind : line.kind();
    span.status = status(line);
    span.remoteParent = line.remoteParent();
    span.states.addAll(line.states());
    span.attributes.putAll(attributes(line.attributes()));
    span.comments = line.comments();
    for (EventLine event : line.events()) {
      DraftSpan.Event draft = new DraftSpan.Event(text(event.name()));
      draft.attributes.putAll(attributes(event.attributes()));
      span.events.add(draft);
    }
    lines.put(span, line);
    if (line.label() != null) {
      labelled.put(line.label(), span);
    }
    return span;
  }

  private void link(DraftSpan span, SpanLine line) {
    for (LinkLine link : line.links()) {
      DraftSpan.Link draft =
          new DraftSpan.Link(link.target() == null ? null : labelled.get(link.target()));
      draft.attributes.putAll(attributes(link.attributes()));
      span.links.add(draft);
    }
  }

  private StatusData status(SpanLine line) {
    StatusPattern status = line.status();
    if (status == null) {
      return StatusData.unset();
    }
    StatusCode code = status.code();
    ValuePattern description = status.description();
    return StatusData.create(code, description == null ? "" : text(description));
  }

  private SortedMap<String, AttributeValue> attributes(List<AttributeLine> lines) {
    SortedMap<String, AttributeValue> attributes = new TreeMap<>();
    lines.forEach(line -> attributes.put(line.key(), value(line.value())));
    return attributes;
  }

  private String text(ValuePattern pattern) {
    String text = pattern.literalText();
    if (text == null) {
      throw problem("it holds the matcher " + pattern.notation());
    }
    return text;
  }

  private AttributeValue value(ValuePattern pattern) {
    if (pattern instanceof ValuePattern.Literal literal) {
      return literal.value();
    }
    throw problem("it holds the matcher " + pattern.notation());
  }

  private IllegalArgumentException problem(String why) {
    return new IllegalArgumentException(source + " is no recording: " + why);
  }
}
