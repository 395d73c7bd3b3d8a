package io.spantree.report;

import io.spantree.compare.Comparison;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.model.Trace;
import io.spantree.outline.Notation;
import io.spantree.outline.SpanLine;
import io.spantree.outline.TraceOutline;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sentence for each kind of finding: what is wrong, and where. */
final class FindingText {
  private final Set<SpanNode> alone = new HashSet<>();
  private final Map<String, String> labelled = new HashMap<>();

  FindingText(Comparison comparison) {
    List<Trace> traces = comparison.recording().traces();
    for (Trace trace : traces) {
      if (traces.size() > 1 && trace.roots().size() == 1) {
        alone.add(trace.roots().get(0));
      }
    }
    for (TraceOutline trace : comparison.outline().traces()) {
      for (SpanLine line : trace.spans()) {
        if (line.label() != null) {
          labelled.put("*" + line.label(), Clip.name(Notation.name(line.name())));
        }
      }
    }
  }

  String sentence(Finding finding) {
    String path = Wording.path(finding.path());
    return switch (finding.kind()) {
      case LOST_CONTEXT, ORPHANED, NEW_ROOT, CYCLE -> path + torn(finding);
      case MISSING -> missing(path, finding.expected()) + TraceText.lacking(finding);
      case UNEXPECTED -> path + (isAlone(finding) ? ", a root span in a trace of its own" : "");
      case RENAMED -> path + ", expected " + Wording.term(finding.expected());
      case MOVED ->
        finding.part().equals(Finding.Part.TRACE) ? TraceText.moved(finding) : moved(finding);
      case WRAPPED ->
        path + " came between " + above(finding.path()) + " and " + Wording.term(finding.actual());
      case UNWRAPPED -> path + " is gone from above " + Wording.term(finding.expected());
      case REMOTE_PARENT -> path + remoteParent(finding);
      case OPEN_SPAN -> path + open(finding);
      case DUPLICATE_ID -> path + " has the span id of another span";
      default -> (path.isEmpty() ? "" : path + ": ") + difference(finding);
    };
  }

  private static String open(Finding finding) {
    if (isWords(finding)) {
      return " was " + Wording.term(finding.actual()) + ", so more may come";
    }
    return finding.actual() == null ? " has ended" : " was never ended";
  }

  private static String moved(Finding finding) {
    return Clip.name(Notation.name(finding.path().last()))
        + " stands under "
        + Wording.term(finding.actual())
        + "; expected "
        + (isTwin(finding) ? "under another one of these" : parent(finding));
  }

  private String difference(Finding finding) {
    Wording.Pair pair = Wording.pair(finding);
    String part = Wording.part(finding);
    return switch (finding.kind()) {
      case COUNT ->
        finding.part().equals(Finding.Part.TRACE)
            ? TraceText.tooFew(finding)
            : "expected " + pair.expected().replaceFirst("^x0$", "none") + ", was " + pair.actual();
      case ORDER ->
        isWords(finding)
            ? "began " + pair.actual() + "; expected " + pair.expected()
            : "its children began as " + pair.actual() + "; expected " + pair.expected();
      case EVENT_ORDER -> "events came as " + pair.actual() + "; expected " + pair.expected();
      case ATTRIBUTE_MISSING -> part + " is missing; expected " + pair.expected();
      case ATTRIBUTE_UNEXPECTED -> part + " = " + pair.actual() + " was not expected";
      case ATTRIBUTE_VALUE -> part + ": expected " + pair.expected() + ", was " + pair.actual();
      case ATTRIBUTE_TYPE ->
        part + ": expected " + pair.expected() + ", was " + pair.actual() + "; the type changed";
      case EVENT_MISSING -> part + " is missing";
      case EVENT_UNEXPECTED -> part + " was not expected";
      case LINK_MISSING -> "the link to " + target(finding.expected()) + " is missing";
      case LINK_UNEXPECTED -> "a link to " + target(finding.actual()) + " was not expected";
      case LINK_TARGET ->
        "a link points to " + target(finding.actual()) + "; expected " + target(finding.expected());
      default -> "expected " + pair.expected() + ", was " + pair.actual();
    };
  }

  private static String torn(Finding finding) {
    String state = switch (finding.kind()) {
      case ORPHANED -> " has a parent that is neither recorded nor remote";
      case CYCLE -> " is among its own ancestors";
      default -> " is a root span";
    };
    return finding.expected() == null ? state : state + "; expected " + parent(finding);
  }

  /** A state stands on one side only: as the line demands it, or as it was found. */
  private static String parent(Finding finding) {
    if (finding.expected() == null) {
      return "as a root span";
    } else if (finding.kind() != FindingKind.MOVED && isState(finding.expected())) {
      return finding.expected().notation();
    }
    return "under " + Wording.term(finding.expected());
  }

  /** Whether it hangs under one of several spans, and one of the others lacks it. */
  private static boolean isTwin(Finding finding) {
    return finding.expected() != null && finding.expected().equals(finding.actual());
  }

  private static boolean isState(Term term) {
    return switch (term.notation()) {
      case "lost", "orphan", "cycle" -> true;
      default -> false;
    };
  }

  private static String remoteParent(Finding finding) {
    if (finding.expected() == null) {
      return " has a remote parent; expected none";
    }
    boolean remote = finding.expected().notation().startsWith("parent=");
    return remote
        ? " has no remote parent; expected one"
        : " has a remote parent; expected " + parent(finding);
  }

  private static boolean isWords(Finding finding) {
    return finding.expected() != null && finding.expected().isWords();
  }

  private static String missing(String path, @Nullable Term expected) {
    if (path.isEmpty()) {
      return "no span at all, so nothing was judged";
    }
    String what = Wording.term(expected);
    return path + (expected != null && expected.isWords() ? " has no " + what : times(what));
  }

  private static String times(String multiplicity) {
    return multiplicity.equals("x1") ? "" : " (expected " + multiplicity + ")";
  }

  private static String above(SpanPath path) {
    SpanPath parent = path.parent();
    return parent == null ? "the root" : Clip.name(Notation.name(parent.last()));
  }

  private boolean isAlone(Finding finding) {
    return finding.span() != null && alone.contains(finding.span());
  }

  /** The name behind a label, which alone would say nothing. */
  private String target(@Nullable Term term) {
    String notation = Wording.term(term);
    String name = labelled.get(notation);
    if (notation.equals("<external>")) {
      return "a span outside of the recording";
    }
    return name == null ? notation : name + " (" + notation + ")";
  }
}
