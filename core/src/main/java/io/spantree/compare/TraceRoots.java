package io.spantree.compare;

import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The spans that stand for the root lines of one trace of the outline, by recorded traces. */
final class TraceRoots {
  private final int trace;
  private final Map<Integer, Map<ExpectedSpan, List<SpanNode>>> byTrace = new LinkedHashMap<>();
  private final Set<Integer> homes = new LinkedHashSet<>();

  TraceRoots(int trace) {
    this.trace = trace;
  }

  void add(int recorded, ExpectedSpan line, SpanNode span) {
    byTrace
        .computeIfAbsent(recorded, r -> new LinkedHashMap<>())
        .computeIfAbsent(line, l -> new ArrayList<>(1))
        .add(span);
  }

  /** The position of the trace in the outline. */
  int trace() {
    return trace;
  }

  /** The recorded traces in which there are any. */
  Set<Integer> recorded() {
    return byTrace.keySet();
  }

  /** The recorded traces that are such a trace, the best ones first. */
  Set<Integer> homes() {
    return homes;
  }

  Map<ExpectedSpan, List<SpanNode>> in(int recorded) {
    return byTrace.getOrDefault(recorded, Map.of());
  }

  List<SpanNode> in(int recorded, ExpectedSpan line) {
    return in(recorded).getOrDefault(line, List.of());
  }

  int count(int recorded) {
    int count = 0;
    for (List<SpanNode> spans : in(recorded).values()) {
      count += spans.size();
    }
    return count;
  }
}
