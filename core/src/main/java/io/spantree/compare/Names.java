package io.spantree.compare;

import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The literal names of lines by number, so that each text is looked up once. */
final class Names {
  /** A matcher, or a span's name that no line has. */
  static final int NONE = -1;

  private final SpanNumbers numbers;
  private final int[] ofLines;
  private final int[] ofSpans;
  private final int count;

  Names(ExpectedTree tree, Recording recording, SpanNumbers numbers) {
    this.numbers = numbers;
    this.ofLines = new int[tree.spans().size()];
    this.ofSpans = new int[numbers.count()];
    Map<String, Integer> known = new HashMap<>();
    for (ExpectedSpan line : tree.spans()) {
      String name = line.line().name().literalText();
      Integer number = name == null ? Integer.valueOf(NONE) : known.putIfAbsent(name, known.size());
      ofLines[line.number()] = number == null ? known.size() - 1 : number;
    }
    this.count = known.size();
    List<SpanNode> spans = recording.spans();
    for (int i = 0; i < ofSpans.length; i++) {
      ofSpans[i] = known.getOrDefault(spans.get(i).name(), NONE);
    }
  }

  int of(ExpectedSpan line) {
    return ofLines[line.number()];
  }

  int of(SpanNode span) {
    return ofSpans[numbers.of(span)];
  }

  int count() {
    return count;
  }
}
