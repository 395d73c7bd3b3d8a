package io.spantree.compare;

import io.spantree.model.AttributeValue;
import io.spantree.model.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  static final int MOST_TRIES = 256;

  /** So many lines and spans are paired anew, all tries together. */
  private static final int MOST_COMPARED = 20_000;

  /** After so many pairs of a line and a span no further try begins. */
  private static final long MOST_PAIRS = 1_000_000;

  private final Subject subject;
  private final Cost cost;
  private final LabelAlternatives labels;
  private final PlaceAlternatives places;
  private long pairs;

  BestPairing(Subject subject) {
    this.subject = subject;
    this.cost = new Cost(subject);
    this.labels = new LabelAlternatives(subject.tree(), subject.recording());
    this.places = new PlaceAlternatives(subject);
  }

  /** Something to assume instead; whether it is about what labels mean. */
  private record Alternative(Hypothesis hypothesis, boolean ofLabels) {}

  /** One pairing, and what was learnt of the labels on the way. */
  private record Attempt(
      Hypothesis hypothesis,
      Alignment alignment,
      List<Finding> findings,
      LabelBindings values,
      Map<String, Set<AttributeValue>> met,
      AlignedLabels labels,
      boolean gaveUp,
      long cost) {
    boolean hasLoopholes(Subject subject) {
      return new Loopholes(subject, hypothesis, alignment).any();
    }

    /** A single finding explains itself, but what labels mean may be why a trace is wrong. */
    boolean isGoodEnough() {
      return findings.isEmpty() || findings.size() == 1 && !isAboutTrace(findings.get(0));
    }

    boolean isBetterThan(Attempt other) {
      return cost < other.cost || cost == other.cost && findings.size() < other.findings.size();
    }
  }

  Comparison find() {
    Attempt best = attempt(Hypothesis.NONE);
    Deque<Alternative> untried = new ArrayDeque<>(alternatives(best));
    Set<Hypothesis> met = new HashSet<>();
    int tries = mostTries();
    for (; tries > 0 && pairs < MOST_PAIRS && !untried.isEmpty(); tries--) {
      Alternative tried = untried.pop();
      Attempt next = attempt(tried.hypothesis());
      if (next.isBetterThan(best) && !next.hasLoopholes(subject)) {
        best = next;
        if (best.findings().isEmpty()) {
          untried.clear();
        } else if (best.isGoodEnough() && !places.rootsMayTakeEachOthers()) {
          // One finding about places is told no better by others; what labels mean may end it.
          untried.removeIf(each -> !each.ofLabels());
        }
        List<Alternative> nearer = alternatives(best);
        for (int i = nearer.size() - 1; i >= 0; i--) {
          untried.push(nearer.get(i));
        }
      } else if (tried.ofLabels() && next.cost() == best.cost()) {
        // two labels may have to change their meanings before anything gets better
        ofLabels(next).stream().filter(each -> met.add(each.hypothesis())).forEach(untried::add);
      }
    }
    return new Comparison(
        subject.outline(),
        subject.recording(),
        subject.mode(),
        best.alignment(),
        subject.tree().roots(),
        best.findings(),
        !best.findings().isEmpty()
            && (best.gaveUp() || untried.stream().anyMatch(Alternative::ofLabels)));
  }

  /** Each try is a whole comparison; beyond this the best so far is taken. */
  private int mostTries() {
    int size = 1 + subject.tree().spans().size() + subject.recording().spans().size();
    return Math.max(LEAST_TRIES, Math.min(MOST_TRIES, MOST_COMPARED / size));
  }

  private Attempt attempt(Hypothesis hypothesis) {
    Pairer pairer = new Pairer(subject, hypothesis);
    Alignment alignment = pairer.pair();
    pairs += pairer.costs().asked();
    LabelBindings values = new LabelBindings(hypothesis);
    AlignedLabels found = new AlignedLabels(alignment);
    SpanComparator comparator = new SpanComparator(subject.mode(), values);
    LinkComparator links = new LinkComparator(subject.targets(), found, comparator, subject.mode());
    Findings all = new Findings(subject, alignment);
    List<Finding> findings = all.collect(comparator, links);
    return new Attempt(
        hypothesis,
        alignment,
        findings,
        values,
        pairer.met(),
        found,
        pairer.costs().gaveUp() || all.gaveUp(),
        cost.of(alignment, findings));
  }

  private List<Alternative> alternatives(Attempt attempt) {
    List<Alternative> all = new ArrayList<>(ofLabels(attempt));
    all.addAll(ofPlaces(attempt));
    return all;
  }

  private List<Alternative> ofLabels(Attempt attempt) {
    Hypothesis hypothesis = attempt.hypothesis();
    List<Hypothesis> others =
        new ArrayList<>(LabelAlternatives.ofValues(hypothesis, attempt.values(), attempt.met()));
    if (attempt.findings().stream().anyMatch(BestPairing::mayBeAboutLink)) {
      others.addAll(
          labels.ofTargets(hypothesis, attempt.alignment(), attempt.labels().refused()));
    }
    return others.stream().map(other -> new Alternative(other, true)).toList();
  }

  private List<Alternative> ofPlaces(Attempt attempt) {
    Hypothesis hypothesis = attempt.hypothesis();
    List<Hypothesis> others = new ArrayList<>();
    if (hypothesis == Hypothesis.NONE
        && attempt.findings().size() > 1
        && subject.traces().leaveAChoice()) {
      others.add(Hypothesis.ANY_TRACE);
    }
    others.addAll(places.of(hypothesis, attempt.alignment(), attempt.findings()));
    return others.stream().map(other -> new Alternative(other, false)).toList();
  }

  private static boolean mayBeAboutLink(Finding finding) {
    return switch (finding.kind()) {
      case LINK_MISSING, LINK_UNEXPECTED, LINK_TARGET -> true;
      default -> isAboutTrace(finding);
    };
  }

  private static boolean isAboutTrace(Finding finding) {
    return finding.part().equals(Finding.Part.TRACE);
  }
}
