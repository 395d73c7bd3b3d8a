package io.spantree.compare;

import io.spantree.model.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Pairs lines and spans so that the labels agree and the fewest changes explain all, where equal
 * names leave a choice.
 *
 * <p>Which of two equal spans is which can often be told only by a label, or by a finding,
 * elsewhere. So where something differs, other meanings of labels and other pairs near the findings
 * are tried, one at a time, and kept if that costs less.
 */
final class BestPairing {
  private static final int LEAST_TRIES = 4;

  private static final int MOST_TRIES = 256;

  /** So many lines and spans are paired anew, all tries together. */
  private static final int MOST_COMPARED = 20_000;

  private final Subject subject;
  private final Cost cost;
  private final LabelAlternatives labels;
  private final PlaceAlternatives places;

  BestPairing(Subject subject) {
    this.subject = subject;
    this.cost = new Cost(subject);
    this.labels = new LabelAlternatives(subject.tree(), subject.recording());
    this.places = new PlaceAlternatives(subject);
  }

  /** One pairing, and what was learnt of the labels on the way. */
  private record Attempt(
      Hypothesis hypothesis,
      Alignment alignment,
      List<Finding> findings,
      LabelBindings values,
      AlignedLabels labels,
      long cost) {
    boolean isBetterThan(Attempt other) {
      return cost < other.cost || cost == other.cost && findings.size() < other.findings.size();
    }
  }

  Comparison find() {
    Attempt best = attempt(Hypothesis.NONE);
    Deque<Hypothesis> untried = new ArrayDeque<>(alternatives(best));
    for (int tries = mostTries(); tries > 0 && !untried.isEmpty(); tries--) {
      Attempt next = attempt(untried.pop());
      if (next.isBetterThan(best)) {
        best = next;
        if (best.findings().size() <= 1) {
          untried.clear();
        }
        List<Hypothesis> nearer = alternatives(best);
        for (int i = nearer.size() - 1; i >= 0; i--) {
          untried.push(nearer.get(i));
        }
      }
    }
    return new Comparison(
        subject.outline(),
        subject.recording(),
        subject.mode(),
        best.alignment(),
        subject.tree().roots(),
        best.findings());
  }

  /** Each try is a whole comparison; beyond this the best so far is taken. */
  private int mostTries() {
    int size = 1 + subject.tree().spans().size() + subject.recording().spans().size();
    return Math.max(LEAST_TRIES, Math.min(MOST_TRIES, MOST_COMPARED / size));
  }

  private Attempt attempt(Hypothesis hypothesis) {
    Alignment alignment = new Pairer(subject, hypothesis).pair();
    LabelBindings values = new LabelBindings(hypothesis);
    AlignedLabels found = new AlignedLabels(alignment);
    SpanComparator comparator = new SpanComparator(subject.mode(), values);
    LinkComparator links = new LinkComparator(subject.targets(), found, comparator, subject.mode());
    List<Finding> findings = new Findings(subject, alignment).collect(comparator, links);
    return new Attempt(
        hypothesis, alignment, findings, values, found, cost.of(alignment, findings));
  }

  private List<Hypothesis> alternatives(Attempt attempt) {
    Hypothesis hypothesis = attempt.hypothesis();
    List<Hypothesis> all =
        new ArrayList<>(LabelAlternatives.ofValues(hypothesis, attempt.values()));
    if (attempt.findings().stream().anyMatch(BestPairing::isAboutLink)) {
      all.addAll(
          labels.ofTargets(hypothesis, attempt.alignment(), attempt.labels().refused()));
    }
    all.addAll(places.of(hypothesis, attempt.alignment(), attempt.findings()));
    return all;
  }

  private static boolean isAboutLink(Finding finding) {
    return switch (finding.kind()) {
      case LINK_MISSING, LINK_UNEXPECTED, LINK_TARGET -> true;
      default -> false;
    };
  }
}
