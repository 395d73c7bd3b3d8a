package io.spantree.golden.review;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import java.util.Comparator;

/** What stays of a finding when other findings are taken, which may rename the spans around. */
record Likeness(FindingKind kind, String span, String part) implements Comparable<Likeness> {
  private static final Comparator<Likeness> ORDER = Comparator.comparing(Likeness::kind)
      .thenComparing(Likeness::span)
      .thenComparing(Likeness::part);

  static Likeness of(Finding finding) {
    return new Likeness(finding.kind(), finding.path().last(), finding.part().toString());
  }

  @Override
  public int compareTo(Likeness other) {
    return ORDER.compare(this, other);
  }
}
