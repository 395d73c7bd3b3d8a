package io.spantree.compare;

import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lines with {@code x0} forbid: it stands for no other line of the same place, however many
 * spans that line allows.
 */
final class Forbidden {
  private final Map<@Nullable ExpectedSpan, List<ExpectedSpan>> byParent = new HashMap<>();
  private final PairCosts described;

  private Forbidden(Subject subject) {
    this.described = PairCosts.describing(subject);
  }

  /** Null when the outline forbids nothing. */
  static @Nullable Forbidden of(Subject subject) {
    if (!subject.tree().forbids()) {
      return null;
    }
    Forbidden forbidden = new Forbidden(subject);
    for (ExpectedSpan line : subject.tree().spans()) {
      if (line.multiplicity().most() == 0) {
        forbidden
            .byParent
            .computeIfAbsent(line.parent(), parent -> new ArrayList<>(1))
            .add(line);
      }
    }
    return forbidden;
  }

  /** Whether a line beside this one forbids the span; a name matcher leaves it to a literal name. */
  boolean beside(ExpectedSpan line, SpanNode span) {
    for (ExpectedSpan other : byParent.getOrDefault(line.parent(), List.of())) {
      boolean comesFirst = other.literal() != null || line.literal() == null;
      if (other != line && comesFirst && described.areEqual(other, span)) {
        return true;
      }
    }
    return false;
  }
}
