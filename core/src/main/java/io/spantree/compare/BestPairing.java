package io.spantree.compare;

import io.spantree.model.Finding;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Pairs lines and spans so that the labels agree, where equal spans leave a choice.
 *
 * <p>Which of two equal siblings is which can often be told only by a label elsewhere. So when
 * labels disagree, each other meaning that was seen is tried, and kept if it leaves fewer findings.
 */
final class BestPairing {
  private static final int LEAST_TRIES = 4;

  private static final int MOST_TRIES = 256;

  /** So many lines and spans are paired anew, all tries together. */
  private static final int MOST_COMPARED = 20_000;

  private final Outline outline;
  private final ExpectedTree tree;
  private final Recording recording;
  private final Mode mode;
  private final Targets targets;
  private final Cost cost;
  private final LabelAlternatives labels;
  private final PlaceAlternatives places;

  BestPairing(Outline outline, Recording recording, Mode mode) {
    this.outline = outline;
    this.tree = ExpectedTree.of(outline);
    this.recording = recording;
    this.mode = mode;
    this.targets = new Targets(recording);
    this.cost = new Cost(tree, recording, mode);
    this.labels = new LabelAlternatives(tree, recording);
    Resemblance resemblance = new Resemblance(mode, Hypothesis.NONE, targets);
    this.places = new PlaceAlternatives(tree, recording, resemblance);
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
        outline, recording, mode, best.alignment(), tree.roots(), best.findings());
  }

  /** Each try is a whole comparison; beyond this the best so far is taken. */
  private int mostTries() {
    int size = 1 + tree.spans().size() + recording.spans().size();
    return Math.max(LEAST_TRIES, Math.min(MOST_TRIES, MOST_COMPARED / size));
  }

  private Attempt attempt(Hypothesis hypothesis) {
    Alignment alignment = new Pairer(tree, recording, mode, hypothesis, targets).pair();
    LabelBindings values = new LabelBindings(hypothesis);
    AlignedLabels labels = new AlignedLabels(alignment);
    SpanComparator comparator = new SpanComparator(mode, values);
    LinkComparator links = new LinkComparator(targets, labels, comparator, mode);
    List<Finding> findings =
        new Findings(outline, tree, recording, mode, alignment).collect(comparator, links);
    return new Attempt(
        hypothesis, alignment, findings, values, labels, cost.of(alignment, findings));
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
