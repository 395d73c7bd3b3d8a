package io.spantree.assertions;

import static java.util.Objects.requireNonNull;

import io.spantree.model.Evidence;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.report.AssertionText;
import io.spantree.report.StepText;
import java.util.ArrayList;
import java.util.List;

/** Which span began first: by the sequence that was recorded, never by times. */
final class StartOrder {
  private StartOrder() {}

  static SpanCondition before(String name) {
    return ordered(name, StepText.before(name), StepText.after(name), true);
  }

  static SpanCondition after(String name) {
    return ordered(name, StepText.after(name), StepText.before(name), false)
        .forbidding(); // one that is still to come begins later
  }

  /** Of several spans of that name the span must have begun before, or after, all. */
  private static SpanCondition ordered(String name, String wanted, String was, boolean before) {
    requireNonNull(name, "name");
    return SpanCondition.some(StepText.started(wanted), (span, around) -> {
      List<Finding> findings = new ArrayList<>(around.missing(name));
      boolean wrong = false;
      boolean others = false;
      for (SpanNode other : around.named(name)) {
        wrong |= other != span && sequence(span) < sequence(other) != before;
        others |= other != span;
      }
      if (wrong) {
        findings.add(Finding.of(
            FindingKind.ORDER, SpanPath.of(span), Term.words(wanted), Term.words(was), span));
      } else if (!others && findings.isEmpty()) {
        findings.add(Finding.of(FindingKind.MISSING, SpanPath.of(name), Term.of("x2"), null, null));
      }
      return findings;
    });
  }

  private static long sequence(SpanNode span) {
    return span.evidence()
        .map(Evidence::startSequence)
        .orElseThrow(() -> new IllegalStateException(AssertionText.noSequence(span.name())));
  }
}
