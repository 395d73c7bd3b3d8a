package io.spantree.golden.review;

import io.spantree.model.AttributeValue;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.EventLine;
import io.spantree.outline.LinkLine;
import io.spantree.outline.Outline;
import io.spantree.outline.SpanLine;
import io.spantree.outline.StatusPattern;
import io.spantree.outline.TraceOutline;
import io.spantree.outline.ValuePattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for matchers, for which nobody could make up a value that satisfies them: the golden
 * and the spans get the same unique text, and the merged golden gets the matcher back.
 */
final class Placeholders {
  private static final String MARK = "\uE000spantree:";

  private final IdentityHashMap<ValuePattern, String> texts = new IdentityHashMap<>();
  private final Map<String, ValuePattern> patterns = new HashMap<>();

  /** The value that satisfies the pattern: its own, or the text that stands in for it. */
  AttributeValue value(ValuePattern pattern) {
    return pattern instanceof ValuePattern.Literal literal
        ? literal.value()
        : AttributeValue.of(textOf(pattern));
  }

  /** As {@link #value}, for a name or a description. */
  String text(ValuePattern pattern) {
    String literal = pattern.literalText();
    return literal != null ? literal : textOf(pattern);
  }

  private String textOf(ValuePattern pattern) {
    return texts.computeIfAbsent(pattern, p -> {
      String text = MARK + patterns.size();
      patterns.put(text, p);
      return text;
    });
  }

  /** The golden with the texts in place of the matchers for which values were asked. */
  Outline replaced(Outline golden) {
    return mapped(golden, pattern -> {
      String text = texts.get(pattern);
      return text == null ? pattern : ValuePattern.text(text);
    });
  }

  /** The merged golden with the matchers again. */
  Outline restored(Outline merged) {
    return mapped(merged, pattern -> {
      String text = pattern.literalText();
      ValuePattern matcher = text == null ? null : patterns.get(text);
      return matcher == null ? pattern : matcher;
    });
  }

  /** Whether a text is one that stands in for a matcher. */
  static boolean isPlaceholder(String text) {
    return text.startsWith(MARK);
  }

  private static Outline mapped(Outline outline, UnaryOperator<ValuePattern> change) {
    List<TraceOutline> traces = new ArrayList<>();
    for (TraceOutline trace : outline.traces()) {
      List<SpanLine> spans =
          trace.spans().stream().map(line -> mapped(line, change)).toList();
      String name = trace.name();
      ValuePattern restored = name == null ? null : change.apply(ValuePattern.text(name));
      boolean literal = restored == null || restored.literalText() != null;
      traces.add(new TraceOutline(
          literal || restored == null ? name : restored.notation(),
          trace.multiplicity(),
          spans,
          trace.comments()));
    }
    return new Outline(traces, outline.moreTraces(), outline.comments());
  }

  private static SpanLine mapped(SpanLine line, UnaryOperator<ValuePattern> change) {
    return new SpanLine(
        line.depth(),
        change.apply(line.name()),
        line.kind(),
        status(line.status(), change),
        line.root(),
        line.ordered(),
        line.multiplicity(),
        line.label(),
        line.remoteParent(),
        line.states(),
        attributes(line.attributes(), change),
        line.events().stream().map(event -> event(event, change)).toList(),
        line.links().stream().map(link -> link(link, change)).toList(),
        Set.copyOf(line.open()),
        line.comments());
  }

  private static @Nullable StatusPattern status(
      @Nullable StatusPattern status, UnaryOperator<ValuePattern> change) {
    ValuePattern description = status == null ? null : status.description();
    return status == null || description == null
        ? status
        : new StatusPattern(status.code(), change.apply(description));
  }

  private static List<AttributeLine> attributes(
      List<AttributeLine> lines, UnaryOperator<ValuePattern> change) {
    return lines.stream()
        .map(line -> new AttributeLine(line.key(), change.apply(line.value()), line.comments()))
        .toList();
  }

  private static EventLine event(EventLine event, UnaryOperator<ValuePattern> change) {
    return new EventLine(
        change.apply(event.name()),
        attributes(event.attributes(), change),
        event.moreAttributes(),
        event.comments());
  }

  private static LinkLine link(LinkLine link, UnaryOperator<ValuePattern> change) {
    return new LinkLine(
        link.target(),
        attributes(link.attributes(), change),
        link.moreAttributes(),
        link.comments());
  }
}
