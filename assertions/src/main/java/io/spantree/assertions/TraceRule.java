package io.spantree.assertions;

import static java.util.Objects.requireNonNull;

import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import io.spantree.report.AssertionText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The second half of a rule: what must not be in a trace that has a certain span. */
public final class TraceRule {
  private final TraceAssert trace;
  private final String when;
  private final List<SpanNode> matching;

  TraceRule(TraceAssert trace, String when, List<SpanNode> matching) {
    this.trace = trace;
    this.when = when;
    this.matching = matching;
  }

  /** No span in these traces has that name. */
  public TraceAssert thenNoSpan(String name) {
    return then(requireNonNull(name, "name"), SpanConditions.none());
  }

  /** No span of that name in these traces meets all steps of the lambda. */
  public TraceAssert thenNoSpan(String name, Consumer<SpanConditions> span) {
    return then(requireNonNull(name, "name"), SpanConditions.of("thenNoSpan", span));
  }

  private TraceAssert then(String name, SpanConditions like) {
    Map<String, List<SpanNode>> byTrace = new HashMap<>();
    for (SpanNode span : matching) {
      byTrace
          .computeIfAbsent(span.data().getTraceId(), id -> new ArrayList<>(2))
          .add(span);
    }
    List<Finding> findings = trace.around().matching(name, like).stream()
        .filter(span -> isBesideAnother(span, byTrace))
        .map(Relations::unexpected)
        .toList();
    String no = AssertionText.noSpan(name, like.descriptions());
    return trace.forbid(AssertionText.thenNoSpan(when, no), findings);
  }

  /** A span is not forbidden by itself, but by any other. */
  private static boolean isBesideAnother(SpanNode span, Map<String, List<SpanNode>> byTrace) {
    List<SpanNode> others = byTrace.getOrDefault(span.data().getTraceId(), List.of());
    return others.size() > 1 || others.size() == 1 && others.get(0) != span;
  }
}
