package io.spantree.compare;

import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which recorded span stands for which line.
 *
 * <p>Names pair first, from the roots down. What is left over is then paired as renamed under its
 * matched parent, as moved, and at last as renamed although its name occurs elsewhere; below each
 * such pair names pair again. Renames of matched parents come before moves, or one rename would
 * yield a move for each of its children.
 */
final class Pairer {
  /** Each round may go one level deeper; a tree with more changes in a row is another tree. */
  private static final int MOST_ROUNDS = 100;

  private final Recording recording;
  private final ExpectedTree tree;
  private final Mode mode;
  private final Targets targets;
  private final Alignment alignment = new Alignment();
  private final Leftovers leftovers;
  private final PairCosts costs;
  private final SiblingPairer siblings;
  private final Renames renames;
  private final Moves moves;
  private final Deque<Place> paired = new ArrayDeque<>();

  Pairer(
      ExpectedTree tree, Recording recording, Mode mode, Hypothesis hypothesis, Targets targets) {
    this.recording = recording;
    this.tree = tree;
    this.mode = mode;
    this.targets = targets;
    this.leftovers = new Leftovers(recording.spans());
    Resemblance resemblance = new Resemblance(mode, hypothesis, targets);
    this.costs = new PairCosts(mode, resemblance, hypothesis);
    this.siblings = new SiblingPairer(costs);
    this.renames = new Renames(alignment, leftovers, resemblance, recording.roots());
    this.moves = new Moves(alignment, leftovers, resemblance);
  }

  Alignment pair() {
    List<SpanNode> candidates = mode == Mode.OPEN ? recording.spans() : recording.roots();
    if (mode == Mode.OPEN && tree.roots().size() > 1) {
      setReluctance();
    }
    pairChildren(null, null, tree.roots(), candidates);
    for (ExpectedSpan line : tree.spans()) {
      if (!alignment.isPaired(line)
          && line.parent() != null
          && !alignment.isPaired(line.parent())) {
        leftovers.need(new Place(line, null), line.multiplicity().least());
      }
    }
    boolean found = leftovers.hasMissing();
    for (int round = 0; found && round < MOST_ROUNDS; round++) {
      found = renames.find(false, this::fill)
          || moves.find(this::fill)
          || renames.find(true, this::fill);
    }
    new Copies(alignment, leftovers, targets, mode).find(tree, recording);
    return alignment;
  }

  /** A span below one that a root line may mean is rather described below that line. */
  private void setReluctance() {
    Map<SpanNode, Integer> above = new HashMap<>();
    List<SpanNode> order = new ArrayList<>(recording.roots());
    for (int i = 0; i < order.size(); i++) {
      SpanNode span = order.get(i);
      int count = above.getOrDefault(span, 0);
      costs.setReluctance(span, count);
      boolean meant =
          tree.roots().stream().anyMatch(root -> root.line().name().acceptsText(span.name()));
      span.children().forEach(child -> above.put(child, meant ? count + 1 : count));
      order.addAll(span.children());
    }
  }

  /** Pairs what was found among the leftovers, and then all below it that pairs by name. */
  private void fill(Place place, SpanNode span) {
    leftovers.fill(place);
    alignment.pair(place, span);
    leftovers.take(span);
    paired.add(new Place(place.expected(), span));
    drain();
  }

  private void drain() {
    for (Place at = paired.poll(); at != null; at = paired.poll()) {
      SpanNode span = at.under();
      if (span != null) {
        pairChildren(at.expected(), span, at.expected().children(), span.children());
      }
    }
  }

  private void pairChildren(
      @Nullable ExpectedSpan parent,
      @Nullable SpanNode under,
      List<ExpectedSpan> lines,
      List<SpanNode> spans) {
    siblings.pair(lines, free(spans), (line, span) -> {
      alignment.pair(new Place(line, under), span);
      leftovers.take(span);
      paired.add(new Place(line, span));
    });
    for (ExpectedSpan line : lines) {
      Place place = new Place(line, under);
      if (parent != null && under != null) {
        leftovers.need(new Place(line, null), 0); // its parent is no longer missing
        alignment.settle(line, under);
      }
      leftovers.need(place, line.multiplicity().least() - alignment.in(place).size());
    }
    if (parent == null) {
      drain();
    }
  }

  private List<SpanNode> free(List<SpanNode> spans) {
    List<SpanNode> free = new ArrayList<>(spans.size());
    for (SpanNode span : spans) {
      if (!alignment.isPaired(span)) {
        free.add(span);
      }
    }
    return free;
  }
}
