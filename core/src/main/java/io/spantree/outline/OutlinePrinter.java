package io.spantree.outline;

import java.util.List;

/** Prints outlines; what it prints, the parser reads back as the same outline. */
public final class OutlinePrinter {
  private static final String ATTRIBUTE = "    ";
  private static final String PART_ATTRIBUTE = "      ";

  private final StringBuilder text = new StringBuilder();

  private OutlinePrinter() {}

  static String print(Outline outline) {
    OutlinePrinter printer = new OutlinePrinter();
    for (TraceOutline trace : outline.traces()) {
      printer.trace(trace);
    }
    if (outline.moreTraces()) {
      printer.line("... traces");
    }
    outline.comments().forEach(printer::line);
    return printer.text.toString();
  }

  /** A golden file: the version line, then the outline. */
  public static String printFile(Outline outline) {
    return OutlineParser.VERSION_LINE + "\n" + outline.print();
  }

  /** The line of a trace, without a line break. */
  public static String traceLine(TraceOutline trace) {
    return "trace "
        + Notation.name(trace.name() == null ? "" : trace.name())
        + multiplicity(trace.multiplicity());
  }

  /** The first line of a span, without a line break. */
  public static String spanLine(SpanLine span) {
    StringBuilder line = new StringBuilder("span ");
    if (span.depth() > 0) {
      line.append(">".repeat(span.depth())).append(' ');
    }
    line.append(Notation.name(span.name()));
    if (span.kind() != null) {
      line.append(' ').append(span.kind());
    }
    StatusPattern status = span.status();
    if (status != null) {
      line.append(' ').append(status.code());
      if (status.description() != null) {
        line.append(' ').append(status.description().notation());
      }
    }
    line.append(span.root() ? " root" : "").append(span.ordered() ? " ordered" : "");
    line.append(multiplicity(span.multiplicity()));
    line.append(span.label() == null ? "" : " &" + span.label());
    line.append(span.remoteParent() ? " parent=<remote>" : "");
    span.states().stream().sorted().forEach(state -> line.append(' ').append(state.word()));
    return line.toString();
  }

  /** An attribute, without indentation. */
  public static String attribute(AttributeLine attribute) {
    return Notation.key(attribute.key()) + " = " + attribute.value().notation();
  }

  private static String multiplicity(Multiplicity multiplicity) {
    return multiplicity.equals(Multiplicity.ONCE) ? "" : " " + multiplicity.notation();
  }

  private void trace(TraceOutline trace) {
    trace.comments().forEach(this::line);
    if (trace.name() != null) {
      line(traceLine(trace));
    }
    trace.spans().forEach(this::span);
  }

  private void span(SpanLine span) {
    span.comments().forEach(this::line);
    line(spanLine(span));
    attributes(ATTRIBUTE, "", span.attributes());
    for (EventLine event : span.events()) {
      part("event " + Notation.name(event.name()), event.comments());
      partAttributes(event.attributes(), event.moreAttributes());
    }
    for (LinkLine link : span.links()) {
      part("link " + link.targetNotation(), link.comments());
      partAttributes(link.attributes(), link.moreAttributes());
    }
    span.open().stream().sorted().forEach(part -> line(ATTRIBUTE + "... " + part.word()));
  }

  private void part(String line, List<String> comments) {
    comments.forEach(comment -> line(ATTRIBUTE + comment));
    line(ATTRIBUTE + line);
  }

  private void partAttributes(List<AttributeLine> attributes, boolean more) {
    attributes(PART_ATTRIBUTE, ". ", attributes);
    if (more) {
      line(PART_ATTRIBUTE + ". ...");
    }
  }

  private void attributes(String indent, String mark, List<AttributeLine> attributes) {
    for (AttributeLine attribute : attributes) {
      attribute.comments().forEach(comment -> line(indent + comment));
      line(indent + mark + attribute(attribute));
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
