package io.spantree.compare;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.EventData;
import io.spantree.model.Finding;
import io.spantree.model.Finding.Part;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanAttributes;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers single questions about one span, by the same rules that compare whole trees. */
public final class SpanMatch {
  private SpanMatch() {}

  /** What tells a span from the description, its name and children left aside; more may be there. */
  public static Function<SpanNode, List<Finding>> describedBy(SpanOutline description) {
    SpanLine line = Outline.of(description).traces().get(0).spans().get(0);
    return span -> {
      FindingCollector findings = new FindingCollector();
      comparator().compare(line, span, findings.differencesOf(span));
      return findings.sorted();
    };
  }

  /** What tells the attributes of the span from what is demanded of them. */
  public static List<Finding> attributes(AttributeMatch match, SpanNode span) {
    return attributes(null, List.of(match), span.data().getAttributes(), span);
  }

  /** What tells the attributes of the span, or of the event or link that the owner names. */
  static List<Finding> attributes(
      @Nullable String owner, List<AttributeMatch> matches, Attributes actual, SpanNode span) {
    FindingCollector findings = new FindingCollector();
    Differences differences = findings.differencesOf(span);
    for (AttributeMatch match : matches) {
      comparator()
          .attributes(owner, match.lines(), SpanAttributes.of(actual), match.more(), differences);
    }
    return findings.sorted();
  }

  /** Why no event of that name is as demanded: of those that there are, the one that differs least. */
  public static List<Finding> event(String name, List<AttributeMatch> matches, SpanNode span) {
    String owner = "event " + Notation.name(name);
    List<Finding> fewest = List.of(new Finding(
        FindingKind.EVENT_MISSING,
        SpanPath.of(span),
        new Part(owner, null),
        Term.of(owner),
        null,
        span));
    boolean found = false;
    for (EventData event : span.data().getEvents()) {
      if (event.getName().equals(name)) {
        List<Finding> findings = attributes(owner, matches, event.getAttributes(), span);
        fewest = !found || findings.size() < fewest.size() ? findings : fewest;
        found = true;
      }
    }
    return fewest;
  }

  /** The events of that name, of which there should be none. */
  public static List<Finding> withoutEvent(String name, SpanNode span) {
    String owner = "event " + Notation.name(name);
    Part part = new Part(owner, null);
    return span.data().getEvents().stream()
        .filter(event -> event.getName().equals(name))
        .map(event -> new Finding(
            FindingKind.EVENT_UNEXPECTED, SpanPath.of(span), part, null, Term.of(owner), span))
        .toList();
  }

  /** Why the instrumentation scope of the span, that of its tracer, does not have the name. */
  public static List<Finding> instrumentationScope(String name, SpanNode span) {
    String actual = span.data().getInstrumentationScopeInfo().getName();
    return actual.equals(name)
        ? List.of()
        : List.of(Finding.of(
            FindingKind.INSTRUMENTATION_SCOPE,
            SpanPath.of(span),
            Term.of(Notation.name(name)),
            Term.of(Notation.name(actual)),
            span));
  }

  private static SpanComparator comparator() {
    return new SpanComparator(Mode.OPEN, new LabelBindings(Hypothesis.NONE));
  }

  /** A child of that name is missing under the span. */
  public static Finding missingChild(String name, SpanNode parent) {
    List<String> names = new ArrayList<>(SpanPath.of(parent).names());
    names.add(name);
    return Finding.of(FindingKind.MISSING, new SpanPath(names), Term.of("x1"), null, parent);
  }

  /** Says where the span stands instead of under that one; null stands for no span, for a root. */
  public static Finding misplaced(SpanNode span, @Nullable Term expectedParent) {
    SpanNode parent = span.parent();
    return parent == null
        ? torn(span, expectedParent)
        : Finding.of(FindingKind.MOVED, SpanPath.of(span), expectedParent, place(parent), span);
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

  /**
   * Whether both hold the same spans in the same places, of which none can change any more.
   *
   * <p>Ids alone do not tell: tests choose them, or have none.
   */
  public static boolean areSame(Recording left, Recording right) {
    List<SpanNode> lefts = left.spans();
    List<SpanNode> rights = right.spans();
    boolean same = lefts.size() == rights.size();
    for (int i = 0; same && i < lefts.size(); i++) {
      same = !lefts.get(i).isOpen() && isSame(lefts.get(i), rights.get(i));
    }
    return same;
  }

  private static boolean isSame(SpanNode left, SpanNode right) {
    SpanNode leftParent = left.parent();
    SpanNode rightParent = right.parent();
    int leftAbove = leftParent == null ? -1 : leftParent.index();
    int rightAbove = rightParent == null ? -1 : rightParent.index();
    return left.position() == right.position()
        && leftAbove == rightAbove
        && left.data().equals(right.data());
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

  /** The place of a span, as a finding names it. */
  public static Term place(SpanNode span) {
    return term(SpanPath.of(span));
  }

  /** The name of a span, as a finding names it. */
  public static Term name(SpanNode span) {
    return Term.of(Notation.name(span.name()));
  }

  /** The status of a span, as a finding names it. */
  public static Term status(SpanNode span) {
    return Term.of(SpanComparator.notation(span.data().getStatus()));
  }

  static Term term(SpanPath path) {
    return Term.of(String.join(" > ", path.names().stream().map(Notation::name).toList()));
  }
}
