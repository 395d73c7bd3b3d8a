package io.spantree.compare;

import io.spantree.compare.Differences.Side;
import io.spantree.model.Finding.Part;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanNode.Position;
import io.spantree.outline.SpanState;
import java.util.Set;

/** Compares what is wrong with a span's place or life with what the line says is wrong. */
final class StateComparator {
  private final Mode mode;

  StateComparator(Mode mode) {
    this.mode = mode;
  }

  void compare(ExpectedSpan line, SpanNode span, Differences differences) {
    Set<SpanState> expected = line.line().states();
    if (!expected.isEmpty() || SpanState.isAnyOf(span)) {
      states(line, span, differences);
    }
    remoteParent(line, span, differences);
  }

  private void states(ExpectedSpan line, SpanNode span, Differences differences) {
    Set<SpanState> expected = line.line().states();
    boolean tornOff = line.parent() != null && span.parent() == null; // PlaceFindings tells
    for (SpanState state : SpanState.ALL) {
      boolean wanted = expected.contains(state);
      boolean unconstrained = mode == Mode.OPEN && !wanted;
      if (wanted != state.isOf(span) && !unconstrained && !(tornOff && state.isOfRoots())) {
        add(kindOf(state), state.word(), wanted, differences);
      }
    }
  }

  private void remoteParent(ExpectedSpan line, SpanNode span, Differences differences) {
    boolean wanted = line.line().remoteParent();
    boolean remote = span.position() == Position.REMOTE_CHILD;
    if (wanted != remote && line.parent() == null && (wanted || mode == Mode.CLOSED)) {
      add(FindingKind.REMOTE_PARENT, "parent=<remote>", wanted, differences);
    }
  }

  private static void add(FindingKind kind, String word, boolean wanted, Differences differences) {
    Side side = Side.of(word);
    differences.add(kind, Part.WHOLE, wanted ? side : Side.NOTHING, wanted ? Side.NOTHING : side);
  }

  private static FindingKind kindOf(SpanState state) {
    return switch (state) {
      case ORPHAN -> FindingKind.ORPHANED;
      case LOST -> FindingKind.LOST_CONTEXT;
      case OPEN -> FindingKind.OPEN_SPAN;
      case DUPLICATE -> FindingKind.DUPLICATE_ID;
      case CYCLE -> FindingKind.CYCLE;
    };
  }
}
