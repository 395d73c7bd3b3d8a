package io.spantree.compare;

import io.spantree.model.SpanNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The labels that recorded spans have by the lines they stand for. */
final class AlignedLabels implements LinkComparator.Labelling {
  private final Alignment alignment;
  private final Map<String, Set<SpanNode>> refused = new LinkedHashMap<>();

  AlignedLabels(Alignment alignment) {
    this.alignment = alignment;
  }

  @Override
  public boolean has(SpanNode span, String label) {
    return label.equals(of(span));
  }

  @Override
  public @Nullable String of(SpanNode span) {
    ExpectedSpan line = alignment.expectedOf(span);
    return line == null ? null : line.line().label();
  }

  @Override
  public void refused(SpanNode span, String label) {
    refused.computeIfAbsent(label, l -> new LinkedHashSet<>()).add(span);
  }

  /** For each label the spans that links point to where they should point to that label. */
  Map<String, Set<SpanNode>> refused() {
    return refused;
  }
}
