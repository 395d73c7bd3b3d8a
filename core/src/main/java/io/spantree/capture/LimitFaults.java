package io.spantree.capture;

import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import java.util.ArrayList;
import java.util.List;

/** What the limits of the SDK dropped from spans that were recorded. */
final class LimitFaults {
  private final SpanLimits limits;
  private final List<Finding> findings = new ArrayList<>();

  LimitFaults(SpanLimits limits) {
    this.limits = limits;
  }

  List<Finding> of(Recording recording) {
    for (SpanNode span : recording.spans()) {
      SpanData data = span.data();
      int attributes = data.getAttributes().size();
      // One that was set twice is counted twice as well, which drops nothing.
      if (attributes >= limits.getMaxNumberOfAttributes()) {
        compare(span, data.getTotalAttributeCount(), attributes, "attributes");
      }
      compare(span, data.getTotalRecordedEvents(), data.getEvents().size(), "events");
      compare(span, data.getTotalRecordedLinks(), data.getLinks().size(), "links");
    }
    return findings;
  }

  private void compare(SpanNode span, int given, int kept, String what) {
    if (given > kept) {
      findings.add(Finding.of(
          FindingKind.DROPPED_BY_LIMIT,
          SpanPath.of(span),
          Term.of(given + " " + what),
          Term.of(kept + " " + what),
          span));
    }
  }
}
