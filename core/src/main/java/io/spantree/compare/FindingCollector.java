package io.spantree.compare;

import io.spantree.compare.Differences.Side;
import io.spantree.model.Finding;
import io.spantree.model.Finding.Part;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps findings, and turns the differences of one span into findings about it. */
final class FindingCollector {
  private final List<Finding> findings = new ArrayList<>();
  private boolean gaveUp;

  void add(Finding finding) {
    findings.add(finding);
  }

  void add(
      FindingKind kind,
      SpanPath path,
      @Nullable Term expected,
      @Nullable Term actual,
      @Nullable SpanNode span) {
    findings.add(Finding.of(kind, path, expected, actual, span));
  }

  void add(FindingKind kind, SpanNode span, @Nullable Term expected, @Nullable Term actual) {
    add(kind, SpanPath.of(span), expected, actual, span);
  }

  Differences differencesOf(SpanNode span) {
    return new Differences() {
      @Override
      public void add(FindingKind kind, Part part, Side expected, Side actual) {
        findings.add(
            new Finding(kind, SpanPath.of(span), part, expected.get(), actual.get(), span));
      }

      @Override
      public void giveUp() {
        gaveUp = true;
      }
    };
  }

  /** Whether not all pairs of events or links of a span were tried. */
  boolean gaveUp() {
    return gaveUp;
  }

  /** Heaviest first; those of equal weight in the order in which they were found. */
  List<Finding> sorted() {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparing(Finding::kind));
    return List.copyOf(sorted);
  }
}
