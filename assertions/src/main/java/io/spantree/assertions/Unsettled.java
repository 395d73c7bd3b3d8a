package io.spantree.assertions;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.report.AssertionText;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was still at work when the wait for it was over, so that what is forbidden may yet come. */
final class Unsettled {
  private Unsettled() {}

  /** A finding for each place in these traces at which more may come; empty after most waits. */
  static List<Finding> in(Recording recording) {
    Duration wait = recording.reading().gaveUpAfter();
    List<SpanNode> unsettled = recording.reading().unsettled();
    if (wait == null || unsettled.isEmpty()) {
      return List.of();
    }
    Set<SpanNode> here = new HashSet<>(recording.spans()); // one trace may be judged of several
    Map<SpanPath, Finding> byPath = new LinkedHashMap<>();
    for (SpanNode span : unsettled) {
      if (here.contains(span)) {
        byPath.computeIfAbsent(SpanPath.of(span), path -> finding(path, span, wait));
      }
    }
    return List.copyOf(byPath.values());
  }

  private static Finding finding(SpanPath path, SpanNode span, Duration wait) {
    Term expected = Term.words(AssertionText.atRest());
    Term actual = Term.words(AssertionText.stillAtWork(span.isOpen(), wait));
    return Finding.of(FindingKind.OPEN_SPAN, path, expected, actual, span);
  }
}
