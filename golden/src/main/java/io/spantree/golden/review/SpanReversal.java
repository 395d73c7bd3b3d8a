package io.spantree.golden.review;

import io.opentelemetry.api.trace.SpanKind;
import io.spantree.compare.ExpectedSpan;
import io.spantree.golden.recorded.DraftSpan;
import io.spantree.model.AttributeValue;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.SpanLine;
import io.spantree.outline.ValuePattern;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Undoes what happened to a span itself: its name, kind, status, attributes and states. */
final class SpanReversal {
  private final Lines lines;
  private final Placeholders placeholders;
  private final LineDrafts made;
  private final PartReversal parts;

  SpanReversal(Lines lines, Placeholders placeholders, LineDrafts made) {
    this.lines = lines;
    this.placeholders = placeholders;
    this.made = made;
    this.parts = new PartReversal(made, this);
  }

  void revert(Finding finding, ExpectedSpan expected, DraftSpan draft) {
    SpanLine line = expected.line();
    switch (finding.kind()) {
      case RENAMED ->
        all(expected, line.name(), draft)
            .forEach(span -> span.name = placeholders.text(line.name()));
      case KIND -> draft.kind = Objects.requireNonNullElse(line.kind(), SpanKind.INTERNAL);
      case STATUS -> {
        ValuePattern description = line.status() == null ? null : line.status().description();
        all(expected, description, draft).forEach(span -> span.status = made.status(line.status()));
      }
      case OPEN_SPAN, DUPLICATE_ID -> revertState(expected, draft);
      case ATTRIBUTE_MISSING, ATTRIBUTE_UNEXPECTED, ATTRIBUTE_TYPE, ATTRIBUTE_VALUE -> {
        if (finding.part().owner() == null) {
          revertAttribute(finding, expected, draft);
        } else {
          parts.revertAttribute(finding, expected, draft);
        }
      }
      default -> parts.revert(finding, line, draft);
    }
  }

  /** Where something must stand in for a matcher, it must in all spans of the line. */
  private List<DraftSpan> all(ExpectedSpan line, @Nullable ValuePattern pattern, DraftSpan draft) {
    boolean matcher = pattern != null && !(pattern instanceof ValuePattern.Literal);
    return matcher ? lines.draftsOf(line) : List.of(draft);
  }

  private void revertAttribute(Finding finding, ExpectedSpan expected, DraftSpan draft) {
    String key = Objects.requireNonNull(finding.part().key());
    AttributeLine line = find(expected.line().attributes(), key);
    if (finding.kind() == FindingKind.ATTRIBUTE_UNEXPECTED || line == null) {
      draft.attributes.remove(key);
      return;
    }
    for (DraftSpan span : all(expected, line.value(), draft)) {
      span.attributes.put(key, placeholders.value(line.value()));
    }
  }

  static @Nullable AttributeLine find(List<AttributeLine> lines, String key) {
    for (AttributeLine line : lines) {
      if (line.key().equals(key)) {
        return line;
      }
    }
    return null;
  }

  /** Sets or takes away one attribute of an event or link, as its line says. */
  void revertAttribute(
      Finding finding, List<AttributeLine> lines, Map<String, AttributeValue> attributes) {
    String key = Objects.requireNonNull(finding.part().key());
    AttributeLine line = find(lines, key);
    if (finding.kind() == FindingKind.ATTRIBUTE_UNEXPECTED || line == null) {
      attributes.remove(key);
    } else {
      attributes.put(key, placeholders.value(line.value()));
    }
  }

  void revertState(ExpectedSpan line, @Nullable DraftSpan draft) {
    if (draft != null) {
      draft.states.clear();
      draft.states.addAll(line.line().states());
      draft.remoteParent = line.line().remoteParent();
    }
  }
}
