package io.spantree.compare;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.spantree.compare.Differences.Side;
import io.spantree.model.AttributeValue;
import io.spantree.model.Finding.Part;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanAttributes;
import io.spantree.model.SpanNode;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.Notation;
import io.spantree.outline.OpenPart;
import io.spantree.outline.SpanLine;
import io.spantree.outline.StatusPattern;
import io.spantree.outline.ValuePattern;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The one place that compares a span with a line: everything but its name, place and links. */
final class SpanComparator {
  private final Mode mode;
  private final LabelBindings labels;

  SpanComparator(Mode mode, LabelBindings labels) {
    this.mode = mode;
    this.labels = labels;
  }

  /** The same comparator for a guess, which binds no label. */
  SpanComparator guess() {
    return new SpanComparator(mode, labels.guess());
  }

  boolean acceptsName(SpanLine expected, SpanNode actual) {
    return labels.accept(expected.name(), AttributeValue.of(actual.name()));
  }

  void compare(SpanLine expected, SpanNode actual, Differences differences) {
    kind(expected, actual, differences);
    status(expected, actual.data().getStatus(), differences);
    boolean more = mode == Mode.OPEN || expected.open().contains(OpenPart.ATTRIBUTES);
    SortedMap<String, AttributeValue> attributes =
        SpanAttributes.of(actual.data().getAttributes());
    attributes(null, expected.attributes(), attributes, more, differences);
    new EventComparator(this, mode).compare(expected, actual.data().getEvents(), differences);
  }

  private void kind(SpanLine expected, SpanNode actual, Differences differences) {
    SpanKind kind = expectedKind(expected);
    if (kind != null && kind != actual.kind()) {
      differences.add(
          FindingKind.KIND,
          Part.WHOLE,
          Side.of(kind.name()),
          Side.of(actual.kind().name()));
    }
  }

  /** Null when any kind will do. */
  @Nullable
  SpanKind expectedKind(SpanLine expected) {
    return expected.kind() == null && mode == Mode.CLOSED ? SpanKind.INTERNAL : expected.kind();
  }

  private void status(SpanLine expected, StatusData actual, Differences differences) {
    StatusPattern pattern = expected.status();
    if (pattern == null && mode == Mode.OPEN) {
      return;
    }
    StatusCode code = pattern == null ? StatusCode.UNSET : pattern.code();
    ValuePattern description = pattern == null ? null : pattern.description();
    if (code != actual.getStatusCode() || !describes(description, actual.getDescription())) {
      String was = notation(actual);
      String wanted = code.name() + (description == null ? "" : " " + description.notation());
      differences.add(FindingKind.STATUS, Part.WHOLE, Side.of(wanted), Side.of(was));
    }
  }

  private boolean describes(@Nullable ValuePattern pattern, String description) {
    return pattern == null
        ? mode == Mode.OPEN || description.isEmpty()
        : labels.accept(pattern, AttributeValue.of(description));
  }

  static String notation(StatusData status) {
    String description = Objects.requireNonNullElse(status.getDescription(), "");
    String code = status.getStatusCode().name();
    return description.isEmpty() ? code : code + " " + Notation.string(description);
  }

  /** Compares the attributes of a span, or of the event or link that the owner names. */
  void attributes(
      @Nullable String owner,
      List<AttributeLine> expected,
      SortedMap<String, AttributeValue> actual,
      boolean more,
      Differences differences) {
    int found = 0;
    for (AttributeLine line : expected) {
      AttributeValue value = actual.get(line.key());
      found += value == null ? 0 : 1;
      attribute(new Part(owner, line.key()), line.value(), value, differences);
    }
    if (!more && found < actual.size()) {
      unexpected(owner, expected, actual, differences);
    }
  }

  private void attribute(
      Part part, ValuePattern pattern, @Nullable AttributeValue value, Differences differences) {
    boolean absent = pattern instanceof ValuePattern.Matcher matcher && matcher.wantsAbsence();
    if (value == null) {
      if (!absent) {
        differences.add(FindingKind.ATTRIBUTE_MISSING, part, Side.of(pattern), Side.NOTHING);
      }
    } else if (absent) {
      differences.add(FindingKind.ATTRIBUTE_UNEXPECTED, part, Side.of(pattern), Side.of(value));
    } else if (!labels.accept(pattern, value)) {
      differences.add(kindOf(pattern, value), part, Side.of(pattern), Side.of(value));
    }
  }

  private static FindingKind kindOf(ValuePattern pattern, AttributeValue value) {
    String type = pattern.type();
    return type != null && !type.equals(value.type().word())
        ? FindingKind.ATTRIBUTE_TYPE
        : FindingKind.ATTRIBUTE_VALUE;
  }

  private static void unexpected(
      @Nullable String owner,
      List<AttributeLine> expected,
      SortedMap<String, AttributeValue> actual,
      Differences differences) {
    for (Map.Entry<String, AttributeValue> entry : actual.entrySet()) {
      if (expected.stream().noneMatch(line -> line.key().equals(entry.getKey()))) {
        Part part = new Part(owner, entry.getKey());
        differences.add(
            FindingKind.ATTRIBUTE_UNEXPECTED, part, Side.NOTHING, Side.of(entry.getValue()));
      }
    }
  }
}
