package io.spantree.outline;

import java.util.List;

/**
 * An expected event.
 *
 * @param name its name
 * @param attributes its attributes, sorted by key
 * @param moreAttributes whether it may have others beside these ({@code . ...})
 * @param comments the comments above it
 */
public record EventLine(
    ValuePattern name,
    List<AttributeLine> attributes,
    boolean moreAttributes,
    List<String> comments) {

  public EventLine {
    attributes = List.copyOf(attributes);
    comments = List.copyOf(comments);
  }
}
