package io.spantree.outline;

import io.spantree.model.SpanNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What may be wrong with a recorded span's place or life, written behind its name. */
public enum SpanState {
  ORPHAN,
  LOST,
  OPEN,
  DUPLICATE,
  CYCLE;

  /** All of them, without a copy for each asker. */
  public static final List<SpanState> ALL = List.of(values());

  private final String word = name().toLowerCase(Locale.ROOT);

  /** What is wrong with a recorded span. */
  public static Set<SpanState> of(SpanNode span) {
    Set<SpanState> states = EnumSet.noneOf(SpanState.class);
    for (SpanState state : ALL) {
      if (state.isOf(span)) {
        states.add(state);
      }
    }
    return states;
  }

  /** Whether anything is wrong with a recorded span; of most nothing is. */
  public static boolean isAnyOf(SpanNode span) {
    return !(span.position() == SpanNode.Position.ROOT
            || span.position() == SpanNode.Position.CHILD
            || span.position() == SpanNode.Position.REMOTE_CHILD)
        || span.hasLostContext()
        || span.isOpen()
        || span.hasDuplicateId();
  }

  /** Whether this is wrong with a recorded span. */
  public boolean isOf(SpanNode span) {
    return switch (this) {
      case ORPHAN -> span.position() == SpanNode.Position.ORPHAN;
      case LOST -> span.hasLostContext();
      case OPEN -> span.isOpen();
      case DUPLICATE -> span.hasDuplicateId();
      case CYCLE -> span.position() == SpanNode.Position.CYCLE;
    };
  }

  /** Whether it says why a span hangs under no other. */
  public boolean isOfRoots() {
    return switch (this) {
      case ORPHAN, LOST, CYCLE -> true;
      case OPEN, DUPLICATE -> false;
    };
  }

  /** The word in the notation. */
  public String word() {
    return word;
  }
}
