package io.spantree.compare;

import io.spantree.model.SpanNode;
import io.spantree.outline.Multiplicity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pairs lines and spans by name, from what is paired already downwards. */
final class NamePairer {
  private final Traces traces;
  private final ExpectedTree tree;
  private final Alignment alignment;
  private final PairCosts costs;
  private final SiblingPairer siblings;
  private final Hypothesis hypothesis;
  private int done;

  /** Whether no place can be filled before its turn. */
  private boolean fresh;

  NamePairer(Subject subject, Alignment alignment, PairCosts costs, Hypothesis hypothesis) {
    this.traces = subject.traces();
    this.tree = subject.tree();
    this.alignment = alignment;
    this.costs = costs;
    this.siblings = new SiblingPairer(costs, subject.tree());
    this.hypothesis = hypothesis;
  }

  void pairRoots(List<ExpectedSpan> lines, List<SpanNode> candidates) {
    fresh = !hypothesis.saysOfPlaces();
    if (traces.leaveAChoice() && !hypothesis.anyTrace()) {
      pairByTraces(lines, candidates);
    } else {
      pair(lines, null, candidates);
    }
    pairBelow();
    fresh = false;
  }

  /**
   * The same where a line of depth 0 may mean a span at any depth: beyond what it must have, it gets
   * what no line below another wants.
   */
  void pairAnywhere(List<ExpectedSpan> lines, List<SpanNode> candidates) {
    if (traces.leaveAChoice() && !hypothesis.anyTrace()) {
      tracePairer(lines, candidates)
          .pairTraces((roots, spans) ->
              pairAnywhere(new Share(costs.rootsOfOne(), Traces::inOne, roots), roots, spans));
      pairLeft(lines, candidates);
    } else {
      pairAnywhere(new Share(siblings, ExpectedSpan::multiplicity, List.of()), lines, candidates);
    }
  }

  private void pairAnywhere(Share share, List<ExpectedSpan> lines, List<SpanNode> candidates) {
    share.pairer.pair(withoutFull(lines, null), free(candidates), (line, span) -> {
      if (share.count(line) < share.of(line).least()) {
        alignment.pair(line, null, span);
      }
    });
    pairBelow();
    for (boolean leaf : new boolean[] {false, true}) {
      pairOptional(
          share,
          lines.stream()
              .filter(line -> line.children().isEmpty() == leaf && line.isOptional())
              .toList(),
          candidates);
    }
  }

  /** From the first span on, each with what hangs below it. */
  private void pairOptional(Share share, List<ExpectedSpan> lines, List<SpanNode> candidates) {
    SortedMap<Integer, Runnable> found = new TreeMap<>();
    share.pairer.pair(withoutFull(lines, null), free(candidates), (line, span) -> {
      found.put(span.index(), () -> {
        boolean room = share.count(line) < share.of(line).most();
        if (room && !alignment.isPaired(span)) {
          alignment.pair(line, null, span);
          pairBelow();
        }
      });
    });
    found.values().forEach(Runnable::run);
  }

  /** How often root lines are to be paired: in one trace, from now on, or in all. */
  private final class Share {
    final SiblingPairer pairer;
    private final Function<ExpectedSpan, Multiplicity> multiplicity;
    private final Map<ExpectedSpan, Integer> before = new HashMap<>();

    Share(
        SiblingPairer pairer,
        Function<ExpectedSpan, Multiplicity> multiplicity,
        List<ExpectedSpan> fromNowOn) {
      this.pairer = pairer;
      this.multiplicity = multiplicity;
      fromNowOn.forEach(line -> before.put(line, alignment.count(line, null)));
    }

    Multiplicity of(ExpectedSpan line) {
      return multiplicity.apply(line);
    }

    int count(ExpectedSpan line) {
      return alignment.count(line, null) - before.getOrDefault(line, 0);
    }
  }

  /** Pairs what hangs below each pair that was made since the last call. */
  void pairBelow() {
    List<SpanNode> paired = alignment.paired();
    for (; done < paired.size(); done++) {
      SpanNode span = paired.get(done);
      ExpectedSpan line = alignment.expectedOf(span);
      if (line != null && !line.children().isEmpty()) {
        pair(line.children(), span, span.children());
      }
    }
  }

  /** Pairs the roots within their traces first; then those that are left, in whatever trace. */
  private void pairByTraces(List<ExpectedSpan> lines, List<SpanNode> candidates) {
    tracePairer(lines, candidates)
        .pairTraces((roots, spans) -> costs
            .rootsOfOne()
            .pair(roots, spans, (line, span) -> alignment.pair(line, null, span)));
    pairLeft(lines, candidates);
  }

  private void pairLeft(List<ExpectedSpan> lines, List<SpanNode> candidates) {
    new SiblingPairer(costs, tree, this::stillWanted)
        .pair(
            withoutFull(lines, null),
            free(candidates),
            (line, span) -> alignment.pair(line, null, span));
    pairBelow();
  }

  private TracePairer tracePairer(List<ExpectedSpan> lines, List<SpanNode> candidates) {
    return new TracePairer(
        traces, alignment, costs, siblings, withoutFull(lines, null), free(candidates));
  }

  /** What need not be there is not taken from other traces, where there may be others. */
  private Multiplicity stillWanted(ExpectedSpan root) {
    int count = alignment.count(root, null);
    Multiplicity all = root.multiplicity();
    int least = Math.max(0, all.least() - count);
    boolean optional = !traces.mayBeOthers() || !traces.isNamed(root.trace());
    return new Multiplicity(least, optional ? Math.max(least, all.most() - count) : least);
  }

  private void pair(List<ExpectedSpan> lines, @Nullable SpanNode under, List<SpanNode> spans) {
    List<ExpectedSpan> wanting = fresh ? lines : withoutFull(lines, under);
    siblings.pair(wanting, free(spans), (line, span) -> alignment.pair(line, under, span));
  }

  /** The lines for which spans are still wanted when what is assumed has been paired. */
  private List<ExpectedSpan> withoutFull(List<ExpectedSpan> lines, @Nullable SpanNode under) {
    List<ExpectedSpan> wanting = new ArrayList<>(lines.size());
    for (ExpectedSpan line : lines) {
      if (hypothesis.saysOf(line)) {
        pairAssumed(line, under);
      }
      int most = line.multiplicity().most();
      boolean full = most > 0 && alignment.count(line, under) >= most;
      if (!full && !hypothesis.isWithout(line)) {
        wanting.add(line);
      }
    }
    return wanting;
  }

  private void pairAssumed(ExpectedSpan line, @Nullable SpanNode under) {
    for (SpanNode span : hypothesis.spansOf(line)) {
      boolean here = span.parent() == under || Places.isOnce(line.parent());
      if (here && !alignment.isPaired(span)) {
        alignment.pairAnyName(line, under, span);
      }
    }
  }

  private List<SpanNode> free(List<SpanNode> spans) {
    for (SpanNode span : spans) {
      if (!isFree(span)) {
        List<SpanNode> free = new ArrayList<>(spans);
        free.removeIf(each -> !isFree(each));
        return free;
      }
    }
    return spans;
  }

  private boolean isFree(SpanNode span) {
    return !alignment.isPaired(span) && !hypothesis.saysOf(span);
  }
}
