package io.spantree.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The place of a span in its trace: the names from the root down to the span itself. */
public record SpanPath(List<String> names) {
  /** A deeper path is cut at the top, or one finding in a deep chain would fill the report. */
  private static final int MOST_NAMES = 64;

  public SpanPath {
    names = List.copyOf(names);
  }

  public static SpanPath of(SpanNode span) {
    Deque<String> names = new ArrayDeque<>();
    for (SpanNode at = span; at != null && names.size() < MOST_NAMES; at = at.parent()) {
      names.addFirst(at.name());
    }
    return new SpanPath(List.copyOf(names));
  }

  public static SpanPath of(String... names) {
    return new SpanPath(List.of(names));
  }

  /** The path of the span above, or null when this span is a root. */
  public @Nullable SpanPath parent() {
    return names.size() < 2 ? null : new SpanPath(names.subList(0, names.size() - 1));
  }

  /** The name of the span itself. */
  public String last() {
    return names.get(names.size() - 1);
  }

  @Override
  public String toString() {
    return String.join(" > ", names);
  }
}
