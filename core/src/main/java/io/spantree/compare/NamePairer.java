package io.spantree.compare;

import io.spantree.model.SpanNode;
import io.spantree.outline.Multiplicity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
          .pairTraces(
              (roots, spans) -> pairAnywhere(new Share(Traces::inOne, roots), roots, spans));
      pairLeft(lines, candidates);
    } else {
      pairAnywhere(new Share(ExpectedSpan::multiplicity, List.of()), lines, candidates);
    }
  }

  private void pairAnywhere(Share share, List<ExpectedSpan> lines, List<SpanNode> candidates) {
    share.pairer.pair(withoutFull(lines, null), free(candidates), (line, span) -> {
      if (share.left(line).least() > 0) {
        alignment.pair(line, null, span);
      }
    });
    pairBelow();
    for (boolean leaf : new boolean[] {false, true}) {
      List<ExpectedSpan> optional = lines.stream()
          .filter(line -> line.children().isEmpty() == leaf && line.isOptional())
          .toList();
      boolean again = true;
      while (again) {
        again = pairOptional(share, optional, candidates);
      }
    }
  }

  private record Pair(ExpectedSpan line, SpanNode span) {}

  /** From the first span on; true when what a line below one took leaves room for others. */
  private boolean pairOptional(Share share, List<ExpectedSpan> lines, List<SpanNode> candidates) {
    List<Pair> found = new ArrayList<>();
    share.pairer.pair(
        withoutFull(lines, null),
        free(candidates),
        (line, span) -> found.add(new Pair(line, span)));
    found.sort(Comparator.comparingInt(pair -> pair.span().index()));
    boolean taken = false;
    for (Pair pair : found) {
      if (alignment.isPaired(pair.span())) {
        taken = true;
      } else {
        alignment.pair(pair.line(), null, pair.span());
        pairBelow();
      }
    }
    return taken;
  }

  /** How often root lines are still to be paired: in one trace, from now on, or in all. */
  private final class Share {
    final SiblingPairer pairer = new SiblingPairer(costs, tree, this::left);
    private final Function<ExpectedSpan, Multiplicity> multiplicity;
    private final Map<ExpectedSpan, Integer> before = new HashMap<>();

    Share(Function<ExpectedSpan, Multiplicity> multiplicity, List<ExpectedSpan> fromNowOn) {
      this.multiplicity = multiplicity;
      fromNowOn.forEach(line -> before.put(line, alignment.count(line, null)));
    }

    Multiplicity left(ExpectedSpan line) {
      int count = alignment.count(line, null) - before.getOrDefault(line, 0);
      return less(multiplicity.apply(line), count);
    }
  }

  private static Multiplicity less(Multiplicity all, int count) {
    return new Multiplicity(Math.max(0, all.least() - count), Math.max(0, all.most() - count));
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
    Multiplicity left = less(root.multiplicity(), alignment.count(root, null));
    boolean optional = !traces.mayBeOthers() || !traces.isNamed(root.trace());
    return optional ? left : Multiplicity.exactly(left.least());
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
