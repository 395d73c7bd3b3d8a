package io.spantree.golden.review;

import io.spantree.compare.ExpectedSpan;
import io.spantree.golden.recorded.DraftSpan;
import io.spantree.model.AttributeValue;
import io.spantree.model.Finding;
import io.spantree.model.Term;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.Notation;
import io.spantree.outline.SpanLine;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Undoes what happened to a part of a span: to one of its events or links. */
final class PartReversal {
  private final EventReversal events;
  private final LinkReversal links;

  PartReversal(LineDrafts made, SpanReversal spans) {
    this.events = new EventReversal(made, spans);
    this.links = new LinkReversal(made, spans);
  }

  void revert(Finding finding, SpanLine line, DraftSpan draft) {
    String owner = Objects.requireNonNullElse(finding.part().owner(), "");
    switch (finding.kind()) {
      case EVENT_MISSING -> events.add(owner, line, draft);
      case EVENT_UNEXPECTED -> EventReversal.remove(owner, line, draft);
      case EVENT_ORDER -> EventReversal.order(line, draft);
      case LINK_MISSING -> links.add(finding, line, draft);
      case LINK_UNEXPECTED -> LinkReversal.remove(finding, line, draft);
      case LINK_TARGET -> {
        LinkReversal.remove(finding, line, draft);
        links.add(finding, line, draft);
      }
      default -> {}
    }
  }

  /** An attribute of the event or link that the finding names. */
  void revertAttribute(Finding finding, ExpectedSpan expected, DraftSpan draft) {
    String owner = Objects.requireNonNull(finding.part().owner());
    if (owner.startsWith("link ")) {
      links.revertAttribute(finding, owner, expected.line(), draft);
    } else {
      events.revertAttribute(finding, owner, expected.line(), draft);
    }
  }

  /** Whether the lines ask of the finding's attribute what the finding says was asked. */
  static boolean isAsked(Finding finding, List<AttributeLine> lines) {
    AttributeLine line =
        SpanReversal.find(lines, Objects.requireNonNull(finding.part().key()));
    Term expected = finding.expected();
    return expected == null
        ? line == null
        : line != null && line.value().notation().equals(expected.notation());
  }

  /** Whether the finding's attribute is as it was recorded. */
  static boolean isTold(Finding finding, Map<String, AttributeValue> attributes) {
    AttributeValue value = attributes.get(finding.part().key());
    Term actual = finding.actual();
    return actual == null
        ? value == null
        : value != null && Notation.value(value).equals(actual.notation());
  }
}
