package io.spantree.compare;

import io.spantree.model.AttributeValue;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.outline.SpanState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private final Subject subject;
  private final Hypothesis hypothesis;
  private final Recording recording;
  private final ExpectedTree tree;
  private final Alignment alignment;
  private final Resemblance resemblance;
  private final PairCosts costs;
  private final @Nullable Forbidden forbidden;
  private final NamePairer names;

  Pairer(Subject subject, Hypothesis hypothesis) {
    this.subject = subject;
    this.hypothesis = hypothesis;
    this.recording = subject.recording();
    this.tree = subject.tree();
    this.alignment = new Alignment(tree, recording);
    this.resemblance = new Resemblance(subject, hypothesis);
    this.costs = new PairCosts(subject, resemblance, hypothesis);
    this.forbidden = Forbidden.of(subject);
    costs.refuse(forbidden);
    this.names = new NamePairer(subject, alignment, costs, hypothesis);
  }

  /** What it costs to pair; tells afterwards how much was looked at. */
  PairCosts costs() {
    return costs;
  }

  /** What labels of matchers might stand for in the pairs that were looked at. */
  Map<String, Set<AttributeValue>> met() {
    return resemblance.met();
  }

  Alignment pair() {
    if (subject.mode() == Mode.OPEN
        && (tree.roots().size() > 1 || recording.roots().size() > 1)) {
      setReluctance();
    }
    if (isAnywhere()
        && tree.spans().size() > tree.roots().size()
        && tree.roots().stream().anyMatch(ExpectedSpan::isOptional)) {
      names.pairAnywhere(tree.roots(), recording.spans());
    } else {
      names.pairRoots(tree.roots(), isAnywhere() ? recording.spans() : recording.roots());
    }
    if (!alignment.isComplete()) {
      Leftovers leftovers = new Leftovers(alignment, subject, hypothesis, forbidden);
      hypothesis.places().forEach((span, line) -> fillAssumed(line, span, leftovers));
      if (leftovers.hasMissing()) {
        pairLeftovers(leftovers);
      }
      new Copies(subject, alignment).find();
    }
    return alignment;
  }

  /** Whether a line of depth 0 may stand for a span at any depth. */
  private boolean isAnywhere() {
    return subject.mode() == Mode.OPEN
        && !tree.roots().stream().allMatch(root -> root.line().root());
  }

  private void pairLeftovers(Leftovers leftovers) {
    Renames renames = new Renames(alignment, leftovers, resemblance, recording.roots());
    Moves moves = new Moves(alignment, leftovers, resemblance);
    boolean found = true;
    for (int round = 0; found && round < MOST_ROUNDS; round++) {
      found = renames.find(false, (place, span) -> rename(place, span, leftovers))
          || moves.find((place, span) -> move(place, span, leftovers))
          || renames.find(true, (place, span) -> rename(place, span, leftovers));
    }
  }

  /** Pairs what is assumed of a line whose own parent was not found. */
  private void fillAssumed(ExpectedSpan line, SpanNode span, Leftovers leftovers) {
    if (!alignment.isPaired(span)) {
      Place place = leftovers.missing().stream()
          .filter(missing -> missing.expected() == line)
          .findFirst()
          .orElseGet(() -> new Place(line, null));
      alignment.pairAnyName(line, place.under(), span);
      fill(place, leftovers);
    }
  }

  private void rename(Place place, SpanNode span, Leftovers leftovers) {
    alignment.pairRenamed(place, span);
    fill(place, leftovers);
  }

  private void move(Place place, SpanNode span, Leftovers leftovers) {
    alignment.pair(place.expected(), place.under(), span);
    fill(place, leftovers);
  }

  /** Pairs all by name that is below what was found among the leftovers for this place. */
  private void fill(Place place, Leftovers leftovers) {
    int before = alignment.paired().size() - 1;
    names.pairBelow();
    leftovers.fill(place);
    alignment.paired().subList(before, alignment.paired().size()).forEach(leftovers::take);
  }

  /** A span below one that a root line may mean, or torn off, is rather described below that line. */
  private void setReluctance() {
    Map<SpanNode, Integer> above = new HashMap<>();
    List<SpanNode> order = new ArrayList<>(recording.roots());
    for (int i = 0; i < order.size(); i++) {
      SpanNode span = order.get(i);
      int count = above.getOrDefault(span, 0);
      costs.setReluctance(span, SpanState.of(span).isEmpty() ? count : count + 1);
      boolean meant =
          tree.roots().stream().anyMatch(root -> root.line().name().acceptsText(span.name()));
      span.children().forEach(child -> above.put(child, meant ? count + 1 : count));
      order.addAll(span.children());
    }
  }
}
