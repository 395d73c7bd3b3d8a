package io.spantree.outline;

import java.util.List;

/**
 * The span trees that a test expects, one for each trace.
 *
 * @param traces the expected traces
 * @param moreTraces whether there may be others beside these ({@code ... traces})
 * @param comments the comments below everything else
 */
public record Outline(List<TraceOutline> traces, boolean moreTraces, List<String> comments) {

  public Outline {
    traces = List.copyOf(traces);
    comments = List.copyOf(comments);
  }

  /**
   * Reads the notation.
   *
   * @throws OutlineSyntaxException with line, column and what was expected there
   */
  public static Outline parse(String text) {
    return parse(text, "the outline");
  }

  /**
   * Reads the notation from a named source, such as a file.
   *
   * @throws OutlineSyntaxException with the source, line, column and what was expected there
   */
  public static Outline parse(String text, String source) {
    return new OutlineParser(text, source).parse();
  }

  /**
   * One trace with the given trees, built in code.
   *
   * @throws IllegalArgumentException when two spans have one label, or a link means none of them
   */
  public static Outline of(SpanOutline... roots) {
    return ofTraces(TraceOutline.of(null, roots));
  }

  /**
   * Several traces, built in code.
   *
   * @throws IllegalArgumentException when two spans have one label, or a link means none of them
   */
  public static Outline ofTraces(TraceOutline... traces) {
    Outline outline = new Outline(List.of(traces), false, List.of());
    Labels.check(outline);
    return outline;
  }

  /** The same, beside which there may be other traces ({@code ... traces}). */
  public Outline withMoreTraces() {
    return new Outline(traces, true, comments);
  }

  /** The same without what is deeper; where something is left out stands {@code ... children}. */
  public Outline upTo(int depth) {
    List<TraceOutline> cut = traces.stream().map(trace -> trace.upTo(depth)).toList();
    return new Outline(cut, moreTraces, comments);
  }

  /** A trace of that name with the given trees. */
  public static TraceOutline trace(String name, SpanOutline... roots) {
    return TraceOutline.of(name, roots);
  }

  /** A span of that name, to which attributes and children can be added. */
  public static SpanOutline span(String name) {
    return span(ValuePattern.text(name));
  }

  /**
   * A span whose name a matcher accepts.
   *
   * @throws IllegalArgumentException when it accepts no string
   */
  public static SpanOutline span(ValuePattern name) {
    return SpanOutline.named(name);
  }

  /** An event of that name, to which attributes can be added. */
  public static EventOutline event(String name) {
    return event(ValuePattern.text(name));
  }

  /**
   * An event whose name a matcher accepts.
   *
   * @throws IllegalArgumentException when it accepts no string
   */
  public static EventOutline event(ValuePattern name) {
    return EventOutline.named(name);
  }

  /** A link to the span with this label. */
  public static LinkOutline linkTo(String label) {
    return LinkOutline.to(label);
  }

  /** A link to a span that is not in the recording. */
  public static LinkOutline externalLink() {
    return LinkOutline.to(null);
  }

  /** The notation without its version line: {@code parse(print())} equals this outline. */
  public String print() {
    return OutlinePrinter.print(this);
  }

  /** How many spans are described. */
  public int spanCount() {
    return traces.stream().mapToInt(trace -> trace.spans().size()).sum();
  }
}
