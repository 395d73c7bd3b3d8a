package io.spantree.compare;

import io.spantree.model.AttributeValue;
import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pairs lines and spans so that the labels agree, where equal spans leave a choice.
 *
 * <p>Which of two equal siblings is which can often be told only by a label elsewhere. So when
 * labels disagree, each other meaning that was seen is tried, and kept if it leaves fewer findings.
 */
final class BestPairing {
  /** Each try is a whole comparison; beyond this the best so far is taken. */
  private static final int MOST_TRIES = 64;

  private final Subject subject;

  BestPairing(Subject subject) {
    this.subject = subject;
  }

  private record Attempt(
      Alignment alignment, List<Finding> findings, List<Hypothesis> alternatives) {}

  Comparison find() {
    Attempt best = attempt(Hypothesis.NONE);
    List<Hypothesis> untried = new ArrayList<>(best.alternatives());
    for (int tries = 0; tries < MOST_TRIES && tries < untried.size(); tries++) {
      Attempt next = attempt(untried.get(tries));
      if (next.findings().size() < best.findings().size()) {
        best = next;
        untried.subList(tries + 1, untried.size()).clear();
        untried.addAll(best.alternatives());
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

  private Attempt attempt(Hypothesis hypothesis) {
    Alignment alignment = new Pairer(subject, hypothesis).pair();
    LabelBindings values = new LabelBindings(hypothesis);
    AlignedLabels labels = new AlignedLabels(alignment);
    SpanComparator comparator = new SpanComparator(subject.mode(), values);
    LinkComparator links =
        new LinkComparator(subject.targets(), labels, comparator, subject.mode());
    List<Finding> findings = new Findings(subject, alignment).collect(comparator, links);
    List<Hypothesis> alternatives = new ArrayList<>();
    if (!values.others().isEmpty()) {
      alternatives.addAll(otherValues(hypothesis, values));
    }
    if (!labels.refused().isEmpty()) {
      alternatives.addAll(otherTargets(hypothesis, alignment, labels.refused()));
    }
    return new Attempt(alignment, findings, alternatives);
  }

  /** That one label means another value, while the rest are free or mean what was found. */
  private static List<Hypothesis> otherValues(Hypothesis hypothesis, LabelBindings values) {
    Hypothesis asFound = hypothesis.withValues(values.values());
    List<Hypothesis> all = new ArrayList<>(List.of(asFound));
    values.others().forEach((label, others) -> {
      all.add(hypothesis.with(label, values.of(label)));
      for (AttributeValue value : others) {
        all.add(hypothesis.with(label, value));
        all.add(asFound.with(label, value));
      }
    });
    return all;
  }

  /** That the labels stand where they were found, and that one of them stands elsewhere. */
  private List<Hypothesis> otherTargets(
      Hypothesis hypothesis, Alignment alignment, Map<String, Set<SpanNode>> refused) {
    Map<String, SpanNode> found = new HashMap<>();
    Map<String, Set<SpanNode>> others = new LinkedHashMap<>();
    for (ExpectedSpan line : subject.tree().spans()) {
      String label = line.line().label();
      if (label != null && alignment.actualOf(line).size() == 1) {
        SpanNode span = alignment.actualOf(line).get(0);
        found.put(label, span);
        Set<SpanNode> other = new LinkedHashSet<>(refused.getOrDefault(label, Set.of()));
        other.addAll(
            span.parent() == null ? subject.recording().roots() : span.parent().children());
        other.removeIf(twin -> twin == span || !line.line().name().acceptsText(twin.name()));
        others.put(label, other);
      }
    }
    Hypothesis asFound = hypothesis.withTargets(found);
    List<Hypothesis> all = new ArrayList<>(List.of(asFound));
    others.forEach((label, spans) ->
        spans.stream().limit(MOST_TRIES).forEach(span -> all.add(asFound.with(label, span))));
    return all;
  }
}
