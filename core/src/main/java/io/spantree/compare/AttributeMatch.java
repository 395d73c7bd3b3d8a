package io.spantree.compare;

import io.spantree.outline.AttributeLine;
import java.util.List;

/**
 * What is demanded of attributes: those of a span, of an event or of a link.
 *
 * @param lines the demands; an attribute that is not described may have any value
 * @param more whether there may be attributes which no line describes
 */
public record AttributeMatch(List<AttributeLine> lines, boolean more) {

  public AttributeMatch {
    lines = List.copyOf(lines);
  }
}
