package io.spantree.outline;

import java.util.ArrayList;
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

  /** One trace with the given trees, built in code. */
  public static Outline of(SpanOutline... roots) {
    List<SpanLine> lines = new ArrayList<>();
    for (SpanOutline root : roots) {
      lines.addAll(root.lines());
    }
    return new Outline(List.of(TraceOutline.of(lines)), false, List.of());
  }

  /** A span of that name, to which attributes and children can be added. */
  public static SpanOutline span(String name) {
    return SpanOutline.named(name);
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
