package io.spantree.golden;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.spantree.compare.Alignment;
import io.spantree.compare.Comparison;
import io.spantree.compare.ExpectedSpan;
import io.spantree.model.SpanNode;
import io.spantree.outline.Multiplicity;
import io.spantree.outline.OpenPart;
import io.spantree.outline.RecordedLine;
import io.spantree.outline.SpanLine;
import io.spantree.outline.TraceOutline;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One line of a merged golden: what the golden's line says as far as it still holds. */
final class MergedLine {
  private final Alignment alignment;
  private final Map<String, SpanNode> byId = new HashMap<>();
  private final Map<SpanNode, String> labels = new HashMap<>();

  MergedLine(Comparison comparison) {
    this.alignment = comparison.alignment();
    List<SpanNode> spans = comparison.recording().spans();
    spans.forEach(span -> byId.putIfAbsent(id(span.data().getSpanContext()), span));
    Set<String> taken = new HashSet<>();
    for (TraceOutline trace : comparison.outline().traces()) {
      trace.spans().forEach(line -> taken.add(Objects.requireNonNullElse(line.label(), "")));
    }
    for (SpanNode span : spans) {
      for (LinkData link : span.data().getLinks()) {
        SpanNode target = byId.get(id(link.getSpanContext()));
        if (target != null) {
          labels.computeIfAbsent(target, t -> label(t, taken));
        }
      }
    }
  }

  private static String id(SpanContext context) {
    return context.getTraceId() + context.getSpanId();
  }

  private String label(SpanNode target, Set<String> taken) {
    ExpectedSpan line = alignment.expectedOf(target);
    String kept = line == null ? null : line.line().label();
    if (kept != null && alignment.actualOf(line).get(0) == target) {
      return kept;
    }
    int number = 1;
    while (!taken.add(Integer.toString(number))) {
      number++;
    }
    return Integer.toString(number);
  }

  private @Nullable String target(SpanContext context) {
    SpanNode target = byId.get(id(context));
    return target == null ? null : labels.get(target);
  }

  SpanLine of(SpanNode span, int depth, Multiplicity multiplicity) {
    SpanLine actual = RecordedLine.of(span, depth, this::target);
    ExpectedSpan expected = alignment.expectedOf(span);
    if (expected == null) {
      return with(actual, actual, multiplicity, labels.get(span));
    }
    SpanLine golden = expected.line();
    boolean sameName = golden.name().acceptsText(span.name());
    SpanLine merged = new SpanLine(
        depth,
        sameName ? golden.name() : actual.name(),
        Objects.equals(golden.kind(), span.kind()) ? golden.kind() : actual.kind(),
        MergedParts.status(golden.status(), actual.status()),
        golden.root() && depth == 0,
        golden.ordered(),
        multiplicity,
        null,
        actual.remoteParent(),
        actual.states(),
        MergedParts.attributes(
            golden.attributes(), actual.attributes(), golden.open().contains(OpenPart.ATTRIBUTES)),
        MergedParts.events(golden, actual.events()),
        MergedParts.links(golden, actual.links()),
        golden.open(),
        golden.comments());
    return with(merged, golden, multiplicity, labels.get(span));
  }

  private static SpanLine with(
      SpanLine line, SpanLine golden, Multiplicity multiplicity, @Nullable String label) {
    return new SpanLine(
        line.depth(),
        line.name(),
        line.kind(),
        line.status(),
        line.root(),
        line.ordered(),
        multiplicity,
        label == null ? golden.label() : label,
        line.remoteParent(),
        line.states(),
        line.attributes(),
        line.events(),
        line.links(),
        line.open(),
        line.comments());
  }
}
