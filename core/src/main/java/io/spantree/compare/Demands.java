package io.spantree.compare;

import io.spantree.outline.Multiplicity;
import io.spantree.outline.Outline;
import io.spantree.outline.SpanLine;

/** Whether an outline asks for anything, or every recording would meet it. */
final class Demands {
  private Demands() {}

  static boolean any(Outline outline, Mode mode) {
    return mode == Mode.OPEN
        ? ExpectedTree.of(outline).spans().stream().anyMatch(Demands::asks)
        : outline.spanCount() > 0 || !outline.moreTraces();
  }

  /** Of a line with any number of spans, whatever they are, nothing is asked. */
  private static boolean asks(ExpectedSpan span) {
    SpanLine line = span.line();
    return span.multiplicity().least() > 0
        || span.multiplicity().most() < Multiplicity.UNBOUNDED
        || line.name().label() != null
        || line.kind() != null
        || line.status() != null
        || line.remoteParent()
        || line.ordered() && span.children().size() > 1
        || !line.states().isEmpty()
        || !line.attributes().isEmpty()
        || !line.events().isEmpty()
        || !line.links().isEmpty();
  }
}
