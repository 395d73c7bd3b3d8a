package io.spantree.golden;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.spantree.compare.ExpectedSpan;
import io.spantree.model.SpanNode;
import io.spantree.outline.Outline;
import io.spantree.outline.SpanLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The labels by which links name their targets: the golden's where they still stand, else new. */
final class MergedLabels {
  private final Origins origins;
  private final Map<String, SpanNode> byId = new HashMap<>();
  private final Map<SpanNode, String> labels = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Set<ExpectedSpan> owned = new HashSet<>();

  MergedLabels(Outline golden, Origins origins) {
    this.origins = origins;
    golden.traces().forEach(trace -> trace.spans().forEach(this::take));
    origins.spans().forEach(span -> byId.putIfAbsent(id(span.data().getSpanContext()), span));
    Set<SpanNode> targets = targets();
    for (SpanNode target : targets) {
      if (goldenLabel(target) == null) {
        origins.change(target);
      }
    }
    for (SpanNode span : origins.spans()) {
      if (!origins.isChanged(span)) {
        keep(span);
      }
    }
    targets.forEach(this::keep);
    origins.spans().forEach(this::keep);
    targets.forEach(target -> labels.computeIfAbsent(target, t -> fresh()));
  }

  private void take(SpanLine line) {
    if (line.label() != null) {
      taken.add(line.label());
    }
  }

  private Set<SpanNode> targets() {
    Set<SpanNode> targets = new LinkedHashSet<>();
    for (SpanNode span : origins.spans()) {
      for (LinkData link : span.data().getLinks()) {
        SpanNode target = byId.get(id(link.getSpanContext()));
        if (target != null) {
          targets.add(target);
        }
      }
    }
    return targets;
  }

  private @Nullable String goldenLabel(SpanNode span) {
    ExpectedSpan line = origins.of(span);
    return line == null ? null : line.line().label();
  }

  /** All spans that are as the golden says share its label; of the others one may have it. */
  private void keep(SpanNode span) {
    String label = goldenLabel(span);
    ExpectedSpan line = origins.of(span);
    if (label != null && line != null && (owned.add(line) || !origins.isChanged(span))) {
      labels.putIfAbsent(span, label);
    }
  }

  private String fresh() {
    int number = 1;
    while (!taken.add(Integer.toString(number))) {
      number++;
    }
    return Integer.toString(number);
  }

  private static String id(SpanContext context) {
    return context.getTraceId() + context.getSpanId();
  }

  /** Null for a span that no link needs to name. */
  @Nullable
  String of(SpanNode span) {
    return labels.get(span);
  }

  /** Null when the target is not in the recording. */
  @Nullable
  String target(SpanContext context) {
    SpanNode target = byId.get(id(context));
    return target == null ? null : labels.get(target);
  }
}
