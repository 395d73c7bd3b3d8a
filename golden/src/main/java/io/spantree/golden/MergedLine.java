package io.spantree.golden;

import io.spantree.compare.ExpectedSpan;
import io.spantree.model.SpanNode;
import io.spantree.outline.Multiplicity;
import io.spantree.outline.OpenPart;
import io.spantree.outline.RecordedLine;
import io.spantree.outline.SpanLine;
import io.spantree.outline.ValuePattern;
import java.util.Objects;
import java.util.Set;

/** One line of a merged golden: what the golden's line says as far as it still holds. */
final class MergedLine {
  private final Origins origins;
  private final MergedLabels labels;
  private final Set<SpanNode> literal;
  private final NewValues values;

  /**
   * @param literal the spans whose matchers cannot all be kept, because they do not hold together
   * @param values what is written where a value is new
   */
  MergedLine(Origins origins, MergedLabels labels, Set<SpanNode> literal, NewValues values) {
    this.origins = origins;
    this.labels = labels;
    this.literal = literal;
    this.values = values;
  }

  SpanLine of(SpanNode span) {
    SpanLine actual = RecordedLine.of(span, 0, labels::target);
    ExpectedSpan origin = origins.of(span);
    return origin == null
        ? fresh(actual, span)
        : line(origin.line(), actual, name(origin.line().name(), span), span);
  }

  private SpanLine fresh(SpanLine actual, SpanNode span) {
    boolean asRecorded = literal.contains(span);
    SpanLine proposed = asRecorded ? actual : actual.withAttributes(values::fresh);
    return line(proposed, actual, actual.name(), span);
  }

  private ValuePattern name(ValuePattern golden, SpanNode span) {
    boolean holds = golden.acceptsText(span.name()) && !literal.contains(span);
    return holds ? golden : ValuePattern.text(span.name());
  }

  private SpanLine line(SpanLine golden, SpanLine actual, ValuePattern name, SpanNode span) {
    MergedParts parts = new MergedParts(literal.contains(span), values);
    return new SpanLine(
        0,
        name,
        Objects.equals(golden.kind(), span.kind()) ? golden.kind() : actual.kind(),
        parts.status(golden.status(), actual.status()),
        golden.root() && span.parent() == null,
        golden.ordered(),
        Multiplicity.ONCE,
        labels.of(span),
        actual.remoteParent(),
        actual.states(),
        parts.attributes(
            golden.attributes(), actual.attributes(), golden.open().contains(OpenPart.ATTRIBUTES)),
        parts.events(golden, actual.events()),
        parts.links(golden, actual.links()),
        golden.open(),
        golden.comments());
  }
}
