package io.spantree.golden.review;

import io.spantree.golden.recorded.DraftSpan;
import io.spantree.model.AttributeValue;
import io.spantree.model.Finding;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.EventLine;
import io.spantree.outline.Notation;
import io.spantree.outline.SpanLine;
import io.spantree.outline.ValuePattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Undoes what happened to the events of a span. */
final class EventReversal {
  private final LineDrafts made;
  private final SpanReversal spans;

  EventReversal(LineDrafts made, SpanReversal spans) {
    this.made = made;
    this.spans = spans;
  }

  /** At the place where the line stands, as far as the events before it are there. */
  void add(String owner, SpanLine line, DraftSpan draft) {
    List<DraftSpan.Event> left = new ArrayList<>(draft.events);
    int at = 0;
    for (EventLine event : line.events()) {
      DraftSpan.Event there = take(left, event);
      if (there != null) {
        at = draft.events.indexOf(there) + 1;
      } else if (owner.equals(owner(event))) {
        draft.events.add(at, made.event(event));
        return;
      }
    }
  }

  private static DraftSpan.@Nullable Event take(List<DraftSpan.Event> left, EventLine line) {
    for (DraftSpan.Event event : left) {
      if (accepts(line.name(), event.name) && describes(line, event)) {
        left.remove(event);
        return event;
      }
    }
    for (DraftSpan.Event event : left) {
      if (accepts(line.name(), event.name)) {
        left.remove(event);
        return event;
      }
    }
    return null;
  }

  private static boolean accepts(ValuePattern pattern, String text) {
    return pattern.acceptsText(text) || Placeholders.isPlaceholder(text);
  }

  /** Whether each attribute is as the line says, so that the two belong together. */
  private static boolean describes(EventLine line, DraftSpan.Event event) {
    for (AttributeLine attribute : line.attributes()) {
      AttributeValue value = event.attributes.get(attribute.key());
      if (value == null || !attribute.value().accepts(value)) {
        return false;
      }
    }
    return line.moreAttributes() || line.attributes().size() == event.attributes.size();
  }

  private static String owner(EventLine event) {
    return "event " + Notation.name(event.name());
  }

  static void remove(String owner, SpanLine line, DraftSpan draft) {
    List<DraftSpan.Event> left = new ArrayList<>(draft.events);
    line.events().forEach(event -> take(left, event));
    left.removeIf(event -> !owner.equals("event " + Notation.name(event.name)));
    if (!left.isEmpty()) {
      DraftSpan.Event surplus = left.get(left.size() - 1);
      draft.events.removeIf(event -> event == surplus);
    }
  }

  static void order(SpanLine line, DraftSpan draft) {
    List<DraftSpan.Event> left = new ArrayList<>(draft.events);
    List<DraftSpan.Event> ordered = new ArrayList<>();
    for (EventLine event : line.events()) {
      DraftSpan.Event there = take(left, event);
      if (there != null) {
        ordered.add(there);
      }
    }
    ordered.addAll(left);
    draft.events.clear();
    draft.events.addAll(ordered);
  }

  /** An attribute of the event that the finding names. */
  void revertAttribute(Finding finding, String owner, SpanLine line, DraftSpan draft) {
    List<DraftSpan.Event> left = new ArrayList<>(draft.events);
    for (EventLine event : line.events()) {
      DraftSpan.Event there = take(left, event);
      if (there != null
          && owner.equals("event " + Notation.name(there.name))
          && !describes(event, there)
          && PartReversal.isAsked(finding, event.attributes())
          && PartReversal.isTold(finding, there.attributes)) {
        spans.revertAttribute(finding, event.attributes(), there.attributes);
        return;
      }
    }
  }
}
