package io.spantree.compare;

import io.spantree.model.SpanNode;
import io.spantree.outline.Multiplicity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A line, once for each time it may occur among its siblings.
 *
 * @param line the line
 * @param optional whether it may as well stay empty
 */
record Slot(ExpectedSpan line, boolean optional) {

  /** The slots of the lines for so many spans. */
  static List<Slot> of(
      List<ExpectedSpan> lines, int spans, Function<ExpectedSpan, Multiplicity> times) {
    List<Slot> slots = new ArrayList<>();
    for (ExpectedSpan line : lines) {
      Multiplicity multiplicity = times.apply(line);
      for (int i = 0; i < Math.min(multiplicity.most(), spans); i++) {
        slots.add(new Slot(line, i >= multiplicity.least()));
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
