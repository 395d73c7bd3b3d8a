package io.spantree.compare;

import io.spantree.model.SpanNode;
import java.util.HashMap;
import java.util.Map;

/** The literal names of lines by number, so that siblings can be told apart by an array. */
final class Names {
  /** A matcher, or a span's name that no line has. */
  static final int NONE = -1;

  private final int[] ofLines;
  private final Map<String, Integer> known = new HashMap<>();

  Names(ExpectedTree tree) {
    this.ofLines = new int[tree.spans().size()];
    for (ExpectedSpan line : tree.spans()) {
      String name = line.line().name().literalText();
      Integer number = name == null ? Integer.valueOf(NONE) : known.putIfAbsent(name, known.size());
      ofLines[line.number()] = number == null ? known.size() - 1 : number;
    }
  }

  int of(ExpectedSpan line) {
    return ofLines[line.number()];
  }

  int of(SpanNode span) {
    return known.getOrDefault(span.name(), NONE);
  }

  int count() {
    return known.size();
  }
}
