package io.spantree.compare;

import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanNode.Position;
import io.spantree.model.Term;
import io.spantree.outline.SpanState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what is wrong with a span's place or life with what the line says is wrong. */
final class StateComparator {
  private static final Term REMOTE = Term.of("parent=<remote>");

  private final Mode mode;
  private final FindingCollector findings;

  StateComparator(Mode mode, FindingCollector findings) {
    this.mode = mode;
    this.findings = findings;
  }

  void compare(ExpectedSpan line, SpanNode span) {
    Set<SpanState> expected = line.line().states();
    Set<SpanState> actual = SpanState.of(span);
    for (SpanState state : SpanState.values()) {
      boolean wanted = expected.contains(state);
      boolean isTornOff = line.parent() != null && span.parent() == null; // PlaceFindings tells
      boolean unconstrained = mode == Mode.OPEN && !wanted;
      if (wanted != actual.contains(state) && !unconstrained && !isTornOff) {
        Term term = Term.of(state.word());
        findings.add(kindOf(state), span, wanted ? term : null, wanted ? null : term);
      }
    }
    remoteParent(line, span);
  }

  private void remoteParent(ExpectedSpan line, SpanNode span) {
    boolean wanted = line.line().remoteParent();
    boolean remote = span.position() == Position.REMOTE_CHILD;
    if (wanted != remote && line.parent() == null && (wanted || mode == Mode.CLOSED)) {
      @Nullable Term expected = wanted ? REMOTE : null;
      findings.add(FindingKind.REMOTE_PARENT, span, expected, remote ? REMOTE : null);
    }
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
