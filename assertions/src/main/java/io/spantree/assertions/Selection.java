package io.spantree.assertions;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.report.StepText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What has been asked of a span so far, and why candidates fell out.
 *
 * @param description the request in words
 * @param fallen the reasons of each step, in the order in which the candidates fell out
 * @param failed whether nothing was left at some step, behind which no other says anything
 */
record Selection(String description, List<List<Finding>> fallen, boolean failed) {
  /** More reasons than these do not all find room: those that fell last came nearest. */
  private static final int ALL_SHOWN = 8;

  Selection {
    fallen = List.copyOf(fallen);
  }

  static Selection of(String name) {
    return new Selection(StepText.span(name), List.of(), false);
  }

  /** What is left of a request that has failed. */
  Selection fail() {
    return new Selection(description, List.of(), true);
  }

  Selection and(String step, List<Finding> reasons) {
    List<List<Finding>> all = new ArrayList<>(fallen);
    all.add(reasons);
    return new Selection(headline(step), all, failed);
  }

  String headline(String step) {
    return description + ", " + step;
  }

  /** Why the candidates fell out, each reason once; of many the nearest misses first. */
  List<Finding> reasons() {
    List<List<Finding>> steps = new ArrayList<>(fallen);
    if (fallen.stream().mapToInt(List::size).sum() > ALL_SHOWN) {
      Collections.reverse(steps);
    }
    Set<Finding> reasons = new LinkedHashSet<>();
    steps.forEach(reasons::addAll);
    return List.copyOf(reasons);
  }

  /** Why it is not that many spans which are left: of too few, also why the others fell out. */
  List<Finding> miscounted(List<SpanNode> left, Term expected, boolean tooFew) {
    List<Finding> findings = new ArrayList<>();
    if (tooFew) {
      SpanNode first = left.get(0);
      SpanPath anywhere = SpanPath.of(first.name());
      Term found = Term.of("x" + left.size());
      findings.add(Finding.of(FindingKind.COUNT, anywhere, expected, found, first));
      findings.addAll(reasons());
      return findings;
    }
    for (SpanNode span : left) {
      Term found = Term.of((findings.size() + 1) + " of " + left.size());
      findings.add(Finding.of(FindingKind.COUNT, SpanPath.of(span), expected, found, span));
    }
    return findings;
  }
}
