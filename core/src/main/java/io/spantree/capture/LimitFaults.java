package io.spantree.capture;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.model.Finding;
import io.spantree.model.Finding.Part;
import io.spantree.model.FindingKind;
import io.spantree.model.NotChecked;
import io.spantree.model.NotChecked.Reason;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the limits of the SDK dropped from spans that were recorded, or may have cut. */
final class LimitFaults {
  private final SpanLimits limits;
  private final Predicate<SpanNode> foreign;
  private final Supplier<AttributeCount> count;
  private final List<Finding> findings = new ArrayList<>();
  private final List<NotChecked> suspicions = new ArrayList<>();
  private final Set<String> told = new HashSet<>(); // the events and links of the span at hand

  private LimitFaults(
      SpanLimits limits, Predicate<SpanNode> foreign, Supplier<AttributeCount> count) {
    this.limits = limits;
    this.foreign = foreign;
    this.count = count;
  }

  /**
   * Judges all spans.
   *
   * @param limits those of the spans
   * @param foreign tells the spans that have others, which nobody knows
   */
  static LimitFaults of(Recording recording, SpanLimits limits, Predicate<SpanNode> foreign) {
    return of(recording, limits, foreign, AttributeCount::ofThisSdk);
  }

  /** The same where it is given what the count of attributes means. */
  static LimitFaults of(
      Recording recording,
      SpanLimits limits,
      Predicate<SpanNode> foreign,
      Supplier<AttributeCount> count) {
    LimitFaults faults = new LimitFaults(limits, foreign, count);
    recording.spans().forEach(faults::judge);
    return faults;
  }

  List<Finding> findings() {
    return findings;
  }

  /** The SDK does not tell that it cut a value: one as long as the limit may be whole. */
  List<NotChecked> suspicions() {
    return suspicions;
  }

  private void judge(SpanNode span) {
    SpanData data = span.data();
    judgeAttributes(span, data.getTotalAttributeCount(), data.getAttributes().size());
    compare(span, Part.WHOLE, data.getTotalRecordedEvents(), data.getEvents().size(), "events");
    compare(span, Part.WHOLE, data.getTotalRecordedLinks(), data.getLinks().size(), "links");
    suspect(span, null, data.getAttributes());
    told.clear();
    for (EventData event : data.getEvents()) {
      String owner = "event " + event.getName();
      judge(span, owner, event.getTotalAttributeCount(), event.getAttributes());
    }
    for (LinkData link : data.getLinks()) {
      judge(span, "link", link.getTotalAttributeCount(), link.getAttributes());
    }
  }

  /** One that was set twice may be counted twice as well, which drops nothing. */
  private void judgeAttributes(SpanNode span, int given, int kept) {
    if (given <= kept) {
      return;
    } else if (count.get() == AttributeCount.OF_KEYS) {
      compare(span, Part.WHOLE, given, kept, "attributes");
    } else if (foreign.test(span)) {
      suspectLimits(span, given, kept);
    } else if (kept >= limits.getMaxNumberOfAttributes()) {
      compare(span, Part.WHOLE, given, kept, "attributes");
    }
  }

  private void judge(SpanNode span, String owner, int given, Attributes kept) {
    if (given > kept.size() && told.add(owner)) {
      compare(span, new Part(owner, null), given, kept.size(), "attributes");
    }
    suspect(span, owner, kept);
  }

  private void compare(SpanNode span, Part part, int given, int kept, String what) {
    if (given > kept) {
      findings.add(dropped(span, part, given, kept, what));
    }
  }

  private static Finding dropped(SpanNode span, Part part, int given, int kept, String what) {
    return new Finding(
        FindingKind.DROPPED_BY_LIMIT,
        SpanPath.of(span),
        part,
        Term.of(given + " " + what),
        Term.of(kept + " " + what),
        span);
  }

  private void suspectLimits(SpanNode span, int given, int kept) {
    Finding about = dropped(span, Part.WHOLE, given, kept, "attributes");
    suspicions.add(new NotChecked(FindingKind.DROPPED_BY_LIMIT, Reason.OTHER_LIMITS, about));
  }

  private void suspect(SpanNode span, @Nullable String owner, Attributes attributes) {
    int longest = limits.getMaxAttributeValueLength();
    if (longest == Integer.MAX_VALUE || foreign.test(span)) {
      return; // the default is that nothing is cut
    }
    attributes.forEach((key, value) -> {
      if (isAsLong(value, longest)) {
        Part part = new Part(owner, key.getKey());
        Finding about =
            new Finding(FindingKind.DROPPED_BY_LIMIT, SpanPath.of(span), part, null, null, span);
        suspicions.add(new NotChecked(FindingKind.DROPPED_BY_LIMIT, Reason.CUT_PERHAPS, about));
      }
    });
  }

  private static boolean isAsLong(Object value, int longest) {
    return value instanceof String text
        ? text.length() == longest
        : value instanceof List<?> list && list.stream().anyMatch(each -> isAsLong(each, longest));
  }
}
