package io.spantree.golden.cli;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Term;
import org.jspecify.annotations.Nullable;

/** What makes findings of several goldens the same one: not their places, and no lost value. */
record Signature(
    FindingKind kind,
    String span,
    Finding.Part part,
    @Nullable Term expected,
    @Nullable Term actual) {

  static Signature of(Finding finding) {
    boolean values = switch (finding.kind()) {
      case ATTRIBUTE_MISSING, ATTRIBUTE_UNEXPECTED -> false;
      default -> true;
    };
    return new Signature(
        finding.kind(),
        finding.path().last(),
        finding.part(),
        values ? finding.expected() : null,
        values ? finding.actual() : null);
  }
}
