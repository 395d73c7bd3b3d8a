package io.spantree.golden.review;

import io.spantree.compare.ExpectedSpan;
import io.spantree.golden.recorded.DraftSpan;
import io.spantree.model.AttributeValue;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Term;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.EventLine;
import io.spantree.outline.LinkLine;
import io.spantree.outline.Notation;
import io.spantree.outline.SpanLine;
import io.spantree.outline.ValuePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Undoes what happened to the events and links of a span. */
final class PartReversal {
  private final LineDrafts made;
  private final SpanReversal spans;

  PartReversal(LineDrafts made, SpanReversal spans) {
    this.made = made;
    this.spans = spans;
  }

  void revert(Finding finding, SpanLine line, DraftSpan draft) {
    String owner = Objects.requireNonNullElse(finding.part().owner(), "");
    switch (finding.kind()) {
      case EVENT_MISSING -> addEvent(owner, line, draft);
      case EVENT_UNEXPECTED -> removeEvent(owner, line, draft);
      case EVENT_ORDER -> orderEvents(line, draft);
      case LINK_MISSING -> draft.links.add(made.link(link(finding, line)));
      case LINK_UNEXPECTED -> removeLink(finding, line, draft);
      case LINK_TARGET -> {
        removeLink(finding, line, draft);
        draft.links.add(made.link(link(finding, line)));
      }
      default -> {}
    }
  }

  /** At the place where the line stands, as far as the events before it are there. */
  private void addEvent(String owner, SpanLine line, DraftSpan draft) {
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

  private static void removeEvent(String owner, SpanLine line, DraftSpan draft) {
    List<DraftSpan.Event> left = new ArrayList<>(draft.events);
    line.events().forEach(event -> take(left, event));
    left.removeIf(event -> !owner.equals("event " + Notation.name(event.name)));
    if (!left.isEmpty()) {
      DraftSpan.Event surplus = left.get(left.size() - 1);
      draft.events.removeIf(event -> event == surplus);
    }
  }

  private static void orderEvents(SpanLine line, DraftSpan draft) {
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

  /** An attribute of the event or link that the finding names. */
  void revertAttribute(Finding finding, ExpectedSpan expected, DraftSpan draft) {
    String owner = Objects.requireNonNull(finding.part().owner());
    SpanLine line = expected.line();
    if (owner.startsWith("link ")) {
      revertLink(finding, owner, line, draft);
      return;
    }
    List<DraftSpan.Event> left = new ArrayList<>(draft.events);
    for (EventLine event : line.events()) {
      DraftSpan.Event there = take(left, event);
      if (there != null
          && owner.equals("event " + Notation.name(there.name))
          && !describes(event, there)
          && isAsked(finding, event.attributes())
          && isTold(finding, there.attributes)) {
        spans.revertAttribute(finding, event.attributes(), there.attributes);
        return;
      }
    }
  }

  /** Of equal links the one at the place of its line, so that the others keep theirs. */
  private void revertLink(Finding finding, String owner, SpanLine line, DraftSpan draft) {
    int place = 0;
    for (LinkLine link : line.links()) {
      if (owner.equals("link " + link.targetNotation())) {
        if (isAsked(finding, link.attributes())) {
          DraftSpan.Link told = told(finding, link, place, draft);
          if (told != null) {
            spans.revertAttribute(finding, link.attributes(), told.attributes);
          }
          return;
        }
        place++;
      }
    }
  }

  private static DraftSpan.@Nullable Link told(
      Finding finding, LinkLine line, int place, DraftSpan draft) {
    DraftSpan.Link told = null;
    int at = 0;
    for (DraftSpan.Link each : draft.links) {
      if ((each.target == null) == (line.target() == null)) {
        if (isTold(finding, each.attributes) && (told == null || at == place)) {
          told = each;
        }
        at++;
      }
    }
    return told;
  }

  /** Whether the lines ask of the finding's attribute what the finding says was asked. */
  private static boolean isAsked(Finding finding, List<AttributeLine> lines) {
    AttributeLine line =
        SpanReversal.find(lines, Objects.requireNonNull(finding.part().key()));
    Term expected = finding.expected();
    return expected == null
        ? line == null
        : line != null && line.value().notation().equals(expected.notation());
  }

  /** Whether the finding's attribute is as it was recorded. */
  private static boolean isTold(Finding finding, Map<String, AttributeValue> attributes) {
    AttributeValue value = attributes.get(finding.part().key());
    Term actual = finding.actual();
    return actual == null
        ? value == null
        : value != null && Notation.value(value).equals(actual.notation());
  }

  private static LinkLine link(Finding finding, SpanLine line) {
    String owner = Objects.requireNonNullElse(finding.part().owner(), "");
    for (LinkLine link : line.links()) {
      if (owner.equals("link " + link.targetNotation())) {
        return link;
      }
    }
    return new LinkLine(null, List.of(), false, List.of());
  }

  /** The last of those that the line does not ask for. */
  private static void removeLink(Finding finding, SpanLine line, DraftSpan draft) {
    Term actual = finding.actual();
    boolean external = actual != null && actual.notation().equals("<external>");
    long wanted = line.links().stream()
        .filter(link -> (link.target() == null) == external)
        .count();
    List<DraftSpan.Link> same = new ArrayList<>(draft.links);
    same.removeIf(link -> (link.target == null) != external);
    boolean surplus = same.size() > wanted || finding.kind() == FindingKind.LINK_TARGET;
    if (surplus && !same.isEmpty()) {
      DraftSpan.Link last = same.get(same.size() - 1);
      draft.links.removeIf(link -> link == last);
    }
  }
}
