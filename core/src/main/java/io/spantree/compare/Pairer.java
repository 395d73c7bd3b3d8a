package io.spantree.compare;

import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
  private final Recording recording;
  private final ExpectedTree tree;
  private final Mode mode;
  private final Alignment alignment = new Alignment();
  private final Leftovers leftovers;
  private final SiblingPairer siblings;
  private final Renames renames;
  private final Moves moves;
  private final Deque<Place> paired = new ArrayDeque<>();

  Pairer(ExpectedTree tree, Recording recording, Mode mode) {
    this.recording = recording;
    this.tree = tree;
    this.mode = mode;
    this.leftovers = new Leftovers(recording.spans());
    Resemblance resemblance = new Resemblance(mode);
    this.siblings = new SiblingPairer(resemblance, new SubtreeHashes(), mode);
    this.renames = new Renames(alignment, leftovers, resemblance, recording.roots());
    this.moves = new Moves(alignment, leftovers, resemblance);
  }

  Alignment pair() {
    List<SpanNode> candidates = mode == Mode.OPEN ? recording.spans() : recording.roots();
    pairChildren(null, null, tree.roots(), candidates);
    for (ExpectedSpan line : tree.spans()) {
      if (!alignment.isPaired(line)
          && line.parent() != null
          && !alignment.isPaired(line.parent())) {
        leftovers.need(new Place(line, null), line.multiplicity().least());
      }
    }
    boolean found = leftovers.hasMissing();
    while (found) {
      found = renames.find(false, this::fill)
          || moves.find(this::fill)
          || renames.find(true, this::fill);
    }
    new Copies(alignment, leftovers, mode).find(tree, recording);
    return alignment;
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
      if (parent != null) {
        leftovers.need(new Place(line, null), 0); // its parent is no longer missing
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
