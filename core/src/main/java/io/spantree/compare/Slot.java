package io.spantree.compare;

import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A line, once for each time it may occur among its siblings.
 *
 * @param line the line
 * @param optional whether it may as well stay empty
 */
record Slot(ExpectedSpan line, boolean optional) {

  /** The slots of the lines for so many spans. */
  static List<Slot> of(List<ExpectedSpan> lines, int spans) {
    List<Slot> slots = new ArrayList<>();
    for (ExpectedSpan line : lines) {
      for (int i = 0; i < Math.min(line.multiplicity().most(), spans); i++) {
        slots.add(new Slot(line, i >= line.multiplicity().least()));
      }
    }
    return slots;
  }

  boolean accepts(SpanNode span, Mode mode) {
    return mayStandFor(line, span, mode) && line.line().name().acceptsText(span.name());
  }

  /** Whether the span stands where the line may stand, whatever its name. */
  static boolean mayStandFor(ExpectedSpan line, SpanNode span, Mode mode) {
    return mode == Mode.CLOSED || span.parent() == null || !line.line().root();
  }
}
