package io.spantree.outline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expected link.
 *
 * @param target the label of the span it points to; null for a span outside of the recording
 * @param attributes its attributes, sorted by key
 * @param moreAttributes whether it may have others beside these ({@code . ...})
 * @param comments the comments above it
 */
public record LinkLine(
    @Nullable String target,
    List<AttributeLine> attributes,
    boolean moreAttributes,
    List<String> comments) {

  public LinkLine {
    attributes = List.copyOf(attributes);
    comments = List.copyOf(comments);
  }

  /** The target as the notation writes it. */
  public String targetNotation() {
    return target == null ? "<external>" : "*" + target;
  }
}
