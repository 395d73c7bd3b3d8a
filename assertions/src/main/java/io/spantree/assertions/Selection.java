package io.spantree.assertions;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import java.util.ArrayList;
import java.util.List;

/**
 * What has been asked of a span so far, and why candidates fell out.
 *
 * @param description the request in words
 * @param fallen the reasons, in the order in which the candidates fell out
 */
record Selection(String description, List<Finding> fallen) {

  Selection {
    fallen = List.copyOf(fallen);
  }

  static Selection of(String name) {
    return new Selection("Expected a span " + Notation.name(name), List.of());
  }

  Selection and(String step, List<Finding> reasons) {
    List<Finding> all = new ArrayList<>(fallen);
    all.addAll(reasons);
    return new Selection(description + ", " + step, all);
  }

  /** Why it is not that many spans which are left: of too few, also why the others fell out. */
  List<Finding> miscounted(List<SpanNode> left, int count) {
    Term expected = Term.of("x" + count);
    List<Finding> findings = new ArrayList<>();
    if (left.size() < count) {
      SpanNode first = left.get(0);
      SpanPath anywhere = SpanPath.of(first.name());
      Term found = Term.of("x" + left.size());
      findings.add(Finding.of(FindingKind.COUNT, anywhere, expected, found, first));
      findings.addAll(fallen);
      return findings;
    }
    for (SpanNode span : left) {
      Term found = Term.of((findings.size() + 1) + " of " + left.size());
      findings.add(Finding.of(FindingKind.COUNT, SpanPath.of(span), expected, found, span));
    }
    return findings;
  }
}
