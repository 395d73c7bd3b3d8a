package io.spantree.compare;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.model.Trace;
import io.spantree.outline.Notation;
import io.spantree.outline.Outline;
import io.spantree.outline.SpanLine;
import io.spantree.outline.SpanOutline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers single questions about one span, by the same rules that compare whole trees. */
public final class SpanMatch {
  private SpanMatch() {}

  /** What tells the span from the description, its name and children left aside; more may be there. */
  public static List<Finding> differences(SpanOutline description, SpanNode span) {
    SpanLine line = Outline.of(description).traces().get(0).spans().get(0);
    FindingCollector findings = new FindingCollector();
    new SpanComparator(Mode.OPEN, new LabelBindings(Hypothesis.NONE))
        .compare(line, span, findings.differencesOf(span));
    return findings.sorted();
  }

  /** Why the span does not hang directly under a span of that name; empty when it does. */
  public static List<Finding> childOf(String parentName, SpanNode span) {
    SpanNode parent = span.parent();
    if (parent != null && parent.name().equals(parentName)) {
      return List.of();
    }
    Term expected = Term.of(Notation.name(parentName));
    return List.of(
        parent == null
            ? torn(span, expected)
            : Finding.of(
                FindingKind.MOVED, SpanPath.of(span), expected, term(SpanPath.of(parent)), span));
  }

  /** The roots of all traces but the first, each with what is known of why it is one. */
  public static List<Finding> surplusRoots(Recording recording) {
    List<Finding> findings = new ArrayList<>();
    for (Trace trace : recording
        .traces()
        .subList(Math.min(1, recording.traces().size()), recording.traces().size())) {
      trace.roots().forEach(root -> findings.add(torn(root, null)));
    }
    return findings;
  }

  /** Says of a span without a recorded parent why it has none. */
  static Finding torn(SpanNode span, @Nullable Term expectedParent) {
    FindingKind kind = switch (span.position()) {
      case ORPHAN -> FindingKind.ORPHANED;
      case REMOTE_CHILD -> FindingKind.REMOTE_PARENT;
      case CYCLE -> FindingKind.CYCLE;
      default -> span.hasLostContext() ? FindingKind.LOST_CONTEXT : FindingKind.NEW_ROOT;
    };
    return Finding.of(kind, SpanPath.of(span), expectedParent, null, span);
  }

  static Term term(SpanPath path) {
    return Term.of(String.join(" > ", path.names().stream().map(Notation::name).toList()));
  }
}
