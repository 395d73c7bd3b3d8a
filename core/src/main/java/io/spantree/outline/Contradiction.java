package io.spantree.outline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word of a span line that no span could meet beside the rest of the line.
 *
 * @param word the word, as it is written
 * @param problem what is wrong with it
 */
record Contradiction(String word, String problem) {
  /** The first that there is; null for a line that a span can meet. */
  static @Nullable Contradiction of(SpanLine.Builder line) {
    List<String> reasons = reasonsToBeRoot(line);
    if (line.depth > 0 && line.root) {
      return tooDeep("root");
    } else if (line.depth > 0 && !reasons.isEmpty()) {
      return tooDeep(reasons.get(0));
    } else if (reasons.size() > 1) {
      String both = String.join(" and ", reasons.subList(0, 2));
      return new Contradiction(
          reasons.get(1), both + " cannot both be why the span hangs under no other");
    } else if (line.label != null && line.multiplicity.most() == 0) {
      return new Contradiction(
          "&" + line.label, "x0 forbids the span, so that no link can point to it");
    }
    return null;
  }

  private static Contradiction tooDeep(String word) {
    return new Contradiction(
        word, word + " stands at depth 0 only, and this span hangs under another one");
  }

  /** The words that say why the span hangs under no other, in their order. */
  private static List<String> reasonsToBeRoot(SpanLine.Builder line) {
    if (!line.remoteParent && line.states.isEmpty()) {
      return List.of();
    }
    List<String> reasons = new ArrayList<>(1);
    if (line.remoteParent) {
      reasons.add("parent=<remote>");
    }
    for (SpanState state : SpanState.ALL) {
      if (state.isOfRoots() && line.states.contains(state)) {
        reasons.add(state.word());
      }
    }
    return reasons;
  }

  /**
   * The line, if a span can meet it.
   *
   * @throws IllegalArgumentException when none can
   */
  static SpanLine refuseIn(SpanLine.Builder line) {
    SpanLine built = line.build();
    Contradiction found = of(line);
    if (found != null) {
      throw new IllegalArgumentException(OutlinePrinter.spanLine(built) + ": " + found.problem());
    }
    return built;
  }
}
