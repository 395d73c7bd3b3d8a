package io.spantree.outline;

import io.spantree.model.SpanNode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What may be wrong with a recorded span's place or life, written behind its name. */
public enum SpanState {
  ORPHAN,
  LOST,
  OPEN,
  DUPLICATE,
  CYCLE;

  /** What is wrong with a recorded span. */
  public static Set<SpanState> of(SpanNode span) {
    Set<SpanState> states = EnumSet.noneOf(SpanState.class);
    switch (span.position()) {
      case ORPHAN -> states.add(ORPHAN);
      case CYCLE -> states.add(CYCLE);
      default -> {}
    }
    if (span.hasLostContext()) {
      states.add(LOST);
    }
    if (span.isOpen()) {
      states.add(OPEN);
    }
    if (span.hasDuplicateId()) {
      states.add(DUPLICATE);
    }
    return states;
  }

  /** The word in the notation. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
