package io.spantree.golden.review;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import java.util.Comparator;

/** What stays of a finding when other findings are taken, which may rename the spans around. */
record Likeness(FindingKind kind, String span, String part, String values)
    implements Comparable<Likeness> {
  private static final Comparator<Likeness> ORDER = Comparator.comparing(Likeness::kind)
      .thenComparing(Likeness::span)
      .thenComparing(Likeness::part)
      .thenComparing(Likeness::values);

  static Likeness of(Finding finding) {
    return new Likeness(
        finding.kind(), finding.path().last(), finding.part().toString(), values(finding));
  }

  /** Those of an attribute, for equal events differ in them alone; others may name other spans. */
  private static String values(Finding finding) {
    return finding.part().key() == null ? "" : finding.expected() + " " + finding.actual();
  }

  @Override
  public int compareTo(Likeness other) {
    return ORDER.compare(this, other);
  }
}
