package io.spantree.golden.review;

import io.spantree.compare.Comparison;
import io.spantree.compare.ExpectedSpan;
import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.EventLine;
import io.spantree.outline.Notation;
import io.spantree.outline.Outline;
import io.spantree.outline.SpanLine;
import io.spantree.outline.TraceOutline;
import io.spantree.outline.ValuePattern;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Puts a matcher where a golden held a value that differs between runs. */
public final class Loosening {
  private static final List<String> PROPOSED = List.of(
      "<uuid>",
      "<timestamp>",
      "<hex 32>",
      "<hex 16>",
      "<long>",
      "<double>",
      "<bool>",
      "<string>",
      "<any>");

  private Loosening() {}

  /** Whether the finding is about a value that a matcher could stand for. */
  public static boolean isPossible(Finding finding) {
    return switch (finding.kind()) {
      case ATTRIBUTE_VALUE, ATTRIBUTE_TYPE ->
        finding.part().owner() == null
            || Objects.requireNonNull(finding.part().owner()).startsWith("event ");
      default -> false;
    };
  }

  /** The narrowest matcher that accepts both what was expected and what was recorded. */
  public static String proposal(Finding finding) {
    ValuePattern expected = value(Objects.requireNonNull(finding.expected()).notation());
    ValuePattern actual = value(Objects.requireNonNull(finding.actual()).notation());
    for (String matcher : PROPOSED) {
      if (accepts(matcher, actual)
          && (accepts(matcher, expected) || !(expected instanceof ValuePattern.Literal))) {
        return matcher;
      }
    }
    return "<any>";
  }

  private static boolean accepts(String matcher, ValuePattern value) {
    return value instanceof ValuePattern.Literal literal && value(matcher).accepts(literal.value());
  }

  /**
   * The golden with a matcher in the place that the finding is about.
   *
   * @param matcher in the notation, such as {@code <uuid>} or {@code <range 0..100>}
   * @throws io.spantree.outline.OutlineSyntaxException when it is not in the notation
   * @throws IllegalArgumentException when it does not accept what was recorded
   */
  public static Outline of(Comparison comparison, Finding finding, String matcher) {
    ValuePattern pattern = value(matcher);
    ValuePattern actual = value(Objects.requireNonNull(finding.actual()).notation());
    if (!(actual instanceof ValuePattern.Literal literal) || !pattern.accepts(literal.value())) {
      throw new IllegalArgumentException(
          matcher + " does not accept " + finding.actual().notation() + ", which was recorded");
    }
    SpanNode span = Objects.requireNonNull(finding.span());
    ExpectedSpan line = comparison.alignment().expectedOf(span);
    SpanLine wanted = line == null ? null : line.line();
    List<TraceOutline> traces = comparison.outline().traces().stream()
        .map(trace -> new TraceOutline(
            trace.name(),
            trace.multiplicity(),
            trace.spans().stream()
                .map(each -> each == wanted ? loosened(each, finding, pattern) : each)
                .toList(),
            trace.comments()))
        .toList();
    Outline golden = comparison.outline();
    return new Outline(traces, golden.moreTraces(), golden.comments());
  }

  private static SpanLine loosened(SpanLine line, Finding finding, ValuePattern pattern) {
    String owner = finding.part().owner();
    String key = Objects.requireNonNull(finding.part().key());
    String old = Objects.requireNonNull(finding.expected()).notation();
    UnaryOperator<AttributeLine> change =
        attribute -> attribute.key().equals(key) && attribute.value().notation().equals(old)
            ? new AttributeLine(key, pattern, attribute.comments())
            : attribute;
    List<EventLine> events = line.events().stream()
        .map(event -> owner != null && isMeant(event, owner)
            ? new EventLine(
                event.name(),
                event.attributes().stream().map(change).toList(),
                event.moreAttributes(),
                event.comments())
            : event)
        .toList();
    return new SpanLine(
        line.depth(),
        line.name(),
        line.kind(),
        line.status(),
        line.root(),
        line.ordered(),
        line.multiplicity(),
        line.label(),
        line.remoteParent(),
        line.states(),
        owner != null
            ? line.attributes()
            : line.attributes().stream().map(change).toList(),
        events,
        line.links(),
        line.open(),
        line.comments());
  }

  private static boolean isMeant(EventLine event, String owner) {
    String name = event.name().literalText();
    return name == null || owner.equals("event " + Notation.name(name));
  }

  private static ValuePattern value(String notation) {
    return ValuePattern.parse(notation, "the matcher");
  }
}
