package io.spantree.check;

import io.opentelemetry.api.trace.SpanKind;
import io.spantree.model.Ancestry;
import io.spantree.model.Evidence;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import java.util.EnumSet;
import java.util.Set;

/** What a span itself shows to be wrong. */
final class SpanFaults {
  private SpanFaults() {}

  static Set<FindingKind> of(SpanNode span) {
    Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
    if (span.isOpen()) {
      kinds.add(FindingKind.OPEN_SPAN);
    }
    if (span.hasLostContext()) {
      kinds.add(FindingKind.LOST_CONTEXT);
    } else if (span.position() == SpanNode.Position.ORPHAN && !isUnderAnotherTest(span)) {
      kinds.add(FindingKind.ORPHANED);
    } else if (beganTooLate(span)) {
      kinds.add(FindingKind.PARENT_ENDED);
    }
    return kinds;
  }

  static Finding finding(FindingKind kind, SpanNode span) {
    return Finding.of(kind, SpanPath.of(span), null, null, span);
  }

  /** The scope that the other test left open is that test's fault, and found there. */
  private static boolean isUnderAnotherTest(SpanNode span) {
    return span.evidence()
        .filter(seen -> seen.ancestry() == Ancestry.OTHER_RECORDING)
        .isPresent();
  }

  /** Else the real one is ignored, and may be a producer. */
  private static boolean isParentOf(SpanNode span, SpanNode above) {
    return above.data().getSpanId().equals(span.data().getParentSpanId());
  }

  /** Messages are consumed after they were produced: there a parent that has ended is the rule. */
  private static boolean beganTooLate(SpanNode span) {
    SpanNode parent = span.parent();
    return span.kind() != SpanKind.CONSUMER
        && parent != null
        && parent.kind() != SpanKind.PRODUCER
        && isParentOf(span, parent)
        && span.evidence().filter(Evidence::parentEnded).isPresent();
  }
}
