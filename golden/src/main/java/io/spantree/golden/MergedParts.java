package io.spantree.golden;

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
  private MergedParts() {}

  static @Nullable StatusPattern status(
      @Nullable StatusPattern golden, @Nullable StatusPattern actual) {
    boolean kept = golden != null
        && actual != null
        && golden.code() == actual.code()
        && golden.description() != null
        && actual.description() != null
        && golden.description().acceptsText(text(actual.description()));
    return kept ? golden : actual;
  }

  private static String text(ValuePattern literal) {
    return Objects.requireNonNullElse(literal.literalText(), "");
  }

  /** A line of the golden stays where it is satisfied; its comment stays while the key does. */
  static List<AttributeLine> attributes(
      List<AttributeLine> golden, List<AttributeLine> actual, boolean open) {
    Map<String, AttributeLine> byKey = new HashMap<>();
    golden.forEach(line -> byKey.put(line.key(), line));
    List<AttributeLine> merged = new ArrayList<>();
    Set<String> present = new HashSet<>();
    for (AttributeLine line : actual) {
      AttributeLine kept = byKey.get(line.key());
      present.add(line.key());
      if (kept == null) {
        if (!open) {
          merged.add(line);
        }
      } else {
        merged.add(
            kept.value().accepts(value(line))
                ? kept
                : new AttributeLine(line.key(), line.value(), kept.comments()));
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

  private static AttributeValue value(AttributeLine recorded) {
    return ((ValuePattern.Literal) recorded.value()).value();
  }

  static List<EventLine> events(SpanLine golden, List<EventLine> actual) {
    List<EventLine> left = new ArrayList<>(golden.events());
    List<EventLine> merged = new ArrayList<>();
    for (EventLine event : actual) {
      EventLine kept = left.stream()
          .filter(line -> line.name().acceptsText(text(event.name())))
          .findFirst()
          .orElse(null);
      if (kept != null) {
        left.remove(kept);
        List<AttributeLine> attributes =
            attributes(kept.attributes(), event.attributes(), kept.moreAttributes());
        merged.add(new EventLine(kept.name(), attributes, kept.moreAttributes(), kept.comments()));
      } else if (!golden.open().contains(OpenPart.EVENTS)) {
        merged.add(event);
      }
    }
    return merged;
  }

  static List<LinkLine> links(SpanLine golden, List<LinkLine> actual) {
    List<LinkLine> left = new ArrayList<>(golden.links());
    List<LinkLine> merged = new ArrayList<>();
    for (LinkLine link : actual) {
      LinkLine kept = left.stream()
          .filter(line -> Objects.equals(line.target(), link.target()))
          .findFirst()
          .orElse(null);
      if (kept != null) {
        left.remove(kept);
        List<AttributeLine> attributes =
            attributes(kept.attributes(), link.attributes(), kept.moreAttributes());
        merged.add(new LinkLine(link.target(), attributes, kept.moreAttributes(), kept.comments()));
      } else if (!golden.open().contains(OpenPart.LINKS)) {
        merged.add(link);
      }
    }
    return merged;
  }
}
