package io.spantree.golden.review;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.spantree.compare.ExpectedSpan;
import io.spantree.golden.recorded.DraftSpan;
import io.spantree.model.AttributeValue;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.EventLine;
import io.spantree.outline.LinkLine;
import io.spantree.outline.SpanLine;
import io.spantree.outline.StatusPattern;
import io.spantree.outline.ValuePattern;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes spans that are exactly what lines of a golden describe. */
final class LineDrafts {
  private final Lines lines;
  private final Placeholders placeholders;

  LineDrafts(Lines lines, Placeholders placeholders) {
    this.lines = lines;
    this.placeholders = placeholders;
  }

  /** The span of the line alone; it stands for the line from now on. */
  DraftSpan of(ExpectedSpan expected) {
    SpanLine line = expected.line();
    DraftSpan draft = new DraftSpan(placeholders.text(line.name()));
    draft.kind = line.kind() == null ? draft.kind : line.kind();
    draft.status = status(line.status());
    draft.remoteParent = line.remoteParent();
    draft.states.addAll(line.states());
    attributes(line.attributes(), draft.attributes);
    line.events().forEach(event -> draft.events.add(event(event)));
    line.links().forEach(link -> draft.links.add(link(link)));
    lines.pair(expected, draft);
    return draft;
  }

  /** The span with all below it that stands nowhere else, each as often as it must occur. */
  DraftSpan treeOf(ExpectedSpan top) {
    DraftSpan draft = of(top);
    List<DraftSpan> parents = new java.util.ArrayList<>(List.of(draft));
    for (int i = 0; i < parents.size(); i++) {
      ExpectedSpan line = lines.lineOf(parents.get(i));
      for (ExpectedSpan child : line == null ? List.<ExpectedSpan>of() : line.children()) {
        boolean elsewhere =
            lines.draftsOf(child).stream().anyMatch(each -> !parents.contains(each));
        for (int times = elsewhere ? 0 : child.multiplicity().least(); times > 0; times--) {
          DraftSpan below = of(child);
          below.hangUnder(parents.get(i));
          parents.add(below);
        }
      }
    }
    return draft;
  }

  StatusData status(@Nullable StatusPattern status) {
    if (status == null || status.code() == StatusCode.UNSET) {
      return StatusData.unset();
    }
    ValuePattern description = status.description();
    return StatusData.create(
        status.code(), description == null ? "" : placeholders.text(description));
  }

  DraftSpan.Event event(EventLine line) {
    DraftSpan.Event event = new DraftSpan.Event(placeholders.text(line.name()));
    attributes(line.attributes(), event.attributes);
    return event;
  }

  /** To any of the spans that bear the label. */
  DraftSpan.Link link(LinkLine line) {
    ExpectedSpan labelled = line.target() == null ? null : lines.labelled(line.target());
    List<DraftSpan> targets = labelled == null ? List.of() : lines.draftsOf(labelled);
    DraftSpan.Link link = new DraftSpan.Link(targets.isEmpty() ? null : targets.get(0));
    attributes(line.attributes(), link.attributes);
    return link;
  }

  private void attributes(List<AttributeLine> attributes, Map<String, AttributeValue> into) {
    for (AttributeLine attribute : attributes) {
      boolean absent =
          attribute.value() instanceof ValuePattern.Matcher matcher && matcher.wantsAbsence();
      if (!absent) {
        into.put(attribute.key(), placeholders.value(attribute.value()));
      }
    }
  }
}
