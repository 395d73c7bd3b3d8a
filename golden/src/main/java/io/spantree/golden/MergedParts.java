package io.spantree.golden;

import io.opentelemetry.api.trace.StatusCode;
import io.spantree.model.AttributeValue;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.EventLine;
import io.spantree.outline.LinkLine;
import io.spantree.outline.OpenPart;
import io.spantree.outline.SpanLine;
import io.spantree.outline.StatusPattern;
import io.spantree.outline.ValuePattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges the parts of a span: what the golden says of each stays as far as it still holds. */
final class MergedParts {
  private final boolean literal;
  private final NewValues values;

  /**
   * @param literal whether matchers that hold one by one do not hold together: the labels of
   *     values and the matchers of events are dropped then
   * @param values what is written where a value is new
   */
  MergedParts(boolean literal, NewValues values) {
    this.literal = literal;
    this.values = values;
  }

  @Nullable
  StatusPattern status(@Nullable StatusPattern golden, @Nullable StatusPattern actual) {
    StatusCode code = golden == null ? StatusCode.UNSET : golden.code();
    ValuePattern description = golden == null ? null : golden.description();
    String text = actual == null ? "" : text(actual.description());
    boolean kept = code == (actual == null ? StatusCode.UNSET : actual.code())
        && (description == null ? text.isEmpty() : description.acceptsText(text))
        && !literal;
    return kept ? golden : actual;
  }

  private static String text(@Nullable ValuePattern recorded) {
    return recorded == null ? "" : Objects.requireNonNullElse(recorded.literalText(), "");
  }

  /** A line of the golden stays where it is satisfied; its comment stays while the key does. */
  List<AttributeLine> attributes(
      List<AttributeLine> golden, List<AttributeLine> actual, boolean open) {
    Map<String, AttributeLine> byKey = new HashMap<>();
    golden.forEach(line -> byKey.put(line.key(), line));
    List<AttributeLine> merged = new ArrayList<>();
    Set<String> present = new HashSet<>();
    for (AttributeLine line : actual) {
      AttributeLine kept = byKey.get(line.key());
      present.add(line.key());
      if (kept != null) {
        merged.add(attribute(kept, line));
      } else if (!open) {
        merged.add(literal ? line : values.fresh(line));
      }
    }
    for (AttributeLine line : golden) {
      boolean absence = line.value() instanceof ValuePattern.Matcher m && m.wantsAbsence();
      if (absence && !present.contains(line.key())) {
        merged.add(line);
      }
    }
    merged.sort(Comparator.comparing(AttributeLine::key));
    return merged;
  }

  private AttributeLine attribute(AttributeLine golden, AttributeLine actual) {
    AttributeValue value = ((ValuePattern.Literal) actual.value()).value();
    ValuePattern kept = golden.value().accepts(value)
        ? golden.value()
        : literal ? actual.value() : values.changed(golden.value(), value);
    if (literal && kept instanceof ValuePattern.Matcher labelled) {
      kept = new ValuePattern.Matcher(labelled.condition(), null);
    } else if (literal) {
      kept = actual.value();
    }
    return new AttributeLine(golden.key(), kept, golden.comments());
  }

  /** Events stand in the order in which they were recorded. */
  List<EventLine> events(SpanLine golden, List<EventLine> actual) {
    List<EventLine> left = new ArrayList<>(golden.events());
    List<EventLine> merged = new ArrayList<>();
    for (EventLine event : actual) {
      EventLine kept = take(left, event);
      if (kept != null) {
        merged.add(literal ? with(event, kept.comments()) : event(kept, event));
      } else if (literal || !golden.open().contains(OpenPart.EVENTS)) {
        merged.add(literal ? event : fresh(event));
      }
    }
    return merged;
  }

  private static @Nullable EventLine take(List<EventLine> left, EventLine event) {
    EventLine found = null;
    for (EventLine line : left) {
      boolean literal = line.name().literalText() != null;
      if (line.name().acceptsText(text(event.name())) && (found == null || literal)) {
        found = line;
        if (literal) {
          break;
        }
      }
    }
    left.remove(found);
    return found;
  }

  private EventLine event(EventLine golden, EventLine actual) {
    boolean more = golden.moreAttributes();
    List<AttributeLine> merged = attributes(golden.attributes(), actual.attributes(), more);
    return new EventLine(golden.name(), merged, more, golden.comments());
  }

  private EventLine fresh(EventLine event) {
    List<AttributeLine> attributes =
        event.attributes().stream().map(values::fresh).toList();
    return new EventLine(event.name(), attributes, event.moreAttributes(), event.comments());
  }

  private static EventLine with(EventLine event, List<String> comments) {
    return new EventLine(event.name(), event.attributes(), event.moreAttributes(), comments);
  }

  /** Links stand in the golden's order, new ones last. */
  List<LinkLine> links(SpanLine golden, List<LinkLine> actual) {
    List<LinkLine> left = new ArrayList<>(actual);
    List<LinkLine> merged = new ArrayList<>();
    for (LinkLine line : golden.links()) {
      LinkLine twin = left.stream()
          .filter(link -> Objects.equals(line.target(), link.target()))
          .findFirst()
          .orElse(null);
      if (twin != null) {
        left.remove(twin);
        boolean more = line.moreAttributes();
        List<AttributeLine> attributes = attributes(line.attributes(), twin.attributes(), more);
        merged.add(new LinkLine(twin.target(), attributes, more, line.comments()));
      }
    }
    if (literal || !golden.open().contains(OpenPart.LINKS)) {
      merged.addAll(left);
    }
    return merged;
  }
}
