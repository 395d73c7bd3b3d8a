package io.spantree.report;

import io.spantree.model.Ancestry;
import io.spantree.model.Evidence;
import io.spantree.model.Finding;
import io.spantree.model.Recording;
import io.spantree.model.SpanAttributes;
import io.spantree.model.SpanNode;
import io.spantree.outline.Notation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sentence for each kind of finding, and below it what may have caused it. */
final class FindingText {
  private final Set<String> names = new LinkedHashSet<>();
  private final boolean severalTraces;

  FindingText(Recording recording) {
    recording.spans().forEach(span -> names.add(span.name()));
    severalTraces = recording.traces().size() > 1;
  }

  /** The lines without their label; the first says what is wrong and where. */
  List<String> lines(Finding finding) {
    if (LifecycleText.tells(finding.kind())) {
      return LifecycleText.lines(finding);
    }
    List<String> lines = new ArrayList<>();
    lines.add(sentence(finding));
    switch (finding.kind()) {
      case LOST_CONTEXT -> lostContext(finding, lines);
      case ORPHANED -> {
        started(finding, lines);
        lines.add("Was its parent recorded by another SDK, or its SpanContext built by hand?");
      }
      case NEW_ROOT -> newRoot(finding, lines);
      case MISSING -> {
        nearest(finding.path().last(), names, lines);
        Wording.started(finding.span()).ifPresent(at -> lines.add("its parent " + at));
      }
      case ATTRIBUTE_MISSING -> nearestKey(finding, lines);
      case EVENT_MISSING -> nearestEvent(finding, lines);
      default -> started(finding, lines);
    }
    return lines;
  }

  private String sentence(Finding finding) {
    String path = Wording.path(finding.path());
    String expected = Wording.term(finding.expected(), finding.actual());
    String actual = Wording.term(finding.actual(), finding.expected());
    String part = path + ": " + Wording.part(finding);
    return switch (finding.kind()) {
      case LOST_CONTEXT, ORPHANED, NEW_ROOT, CYCLE -> root(finding, path);
      case MISSING -> path + times(expected);
      case UNEXPECTED ->
        path + (isFurtherRoot(finding) ? ", a root span in a trace of its own" : "");
      case RENAMED -> path + ", was " + expected;
      case MOVED ->
        Clip.value(Notation.name(finding.path().last()))
            + " stands under "
            + actual
            + "; expected "
            + parent(finding);
      case WRAPPED -> path + " came between " + above(finding) + " and " + actual;
      case UNWRAPPED -> path + " is gone from above " + expected;
      case REMOTE_PARENT -> path + remoteParent(finding);
      case COUNT, KIND, STATUS -> path + ": expected " + expected + ", was " + actual;
      case ORDER -> path + ": its children began as " + actual + "; expected " + expected;
      case ATTRIBUTE_MISSING -> part + " is missing; expected " + expected;
      case ATTRIBUTE_UNEXPECTED -> part + " = " + actual + " was not expected";
      case ATTRIBUTE_VALUE, LINK_TARGET -> part + ": expected " + expected + ", was " + actual;
      case ATTRIBUTE_TYPE ->
        part + ": expected " + expected + ", was " + actual + "; the type changed";
      case EVENT_MISSING, LINK_MISSING -> part + " is missing";
      case EVENT_UNEXPECTED -> part + " was not expected";
      case LINK_UNEXPECTED -> part + " to " + actual + " was not expected";
      case EVENT_ORDER -> path + ": events came as " + actual + "; expected " + expected;
      case OPEN_SPAN -> path + " was never ended";
      case DUPLICATE_ID -> path + " has the span id of another span";
      default -> path + ": expected " + expected + ", was " + actual;
    };
  }

  private static String root(Finding finding, String path) {
    String state = switch (finding.kind()) {
      case ORPHANED -> " has a parent that is neither recorded nor remote";
      case CYCLE -> " is among its own ancestors";
      default -> " is a root span";
    };
    return finding.expected() == null
        ? path + state
        : path + state + "; expected " + parent(finding);
  }

  private static String parent(Finding finding) {
    return finding.expected() == null
        ? "as a root span"
        : "under " + Wording.term(finding.expected());
  }

  private static String remoteParent(Finding finding) {
    if (finding.actual() != null || finding.expected() == null) {
      return " has a remote parent; expected none";
    }
    boolean remote = finding.expected().notation().startsWith("parent=");
    return remote
        ? " has no remote parent; expected one"
        : " has a remote parent; expected " + parent(finding);
  }

  private static String times(String multiplicity) {
    return multiplicity.equals("x1") ? "" : " (expected " + multiplicity + ")";
  }

  private static String above(Finding finding) {
    var parent = finding.path().parent();
    return parent == null ? "the root" : Notation.name(parent.last());
  }

  private boolean isFurtherRoot(Finding finding) {
    return severalTraces && finding.path().names().size() == 1;
  }

  private static void started(Finding finding, List<String> lines) {
    Wording.started(finding.span()).ifPresent(lines::add);
  }

  private static void newRoot(Finding finding, List<String> lines) {
    started(finding, lines);
    Ancestry ancestry = Optional.ofNullable(finding.span())
        .flatMap(SpanNode::evidence)
        .map(Evidence::ancestry)
        .orElse(Ancestry.NOT_CHECKED);
    switch (ancestry) {
      case EXPLICIT_ROOT ->
        lines.add("It was made a root: by setNoParent(), a parent of Context.root(), or a link.");
      case TEST_ROOT -> lines.add("No span was current there; was its parent made current?");
      default -> {}
    }
  }

  private static void lostContext(Finding finding, List<String> lines) {
    String where = Wording.started(finding.span()).orElse("started");
    lines.add(where + ", where no span was current.");
    lines.add("Was the executor wrapped? Context.taskWrapping(executor) carries the context to its"
        + " threads.");
  }

  private static void nearest(String word, Collection<String> candidates, List<String> lines) {
    Nearest.to(word, candidates)
        .ifPresent(nearest -> lines.add("Did you mean " + Notation.name(nearest) + "?"));
  }

  private static void nearestKey(Finding finding, List<String> lines) {
    SpanNode span = finding.span();
    String key = finding.part().key();
    if (span != null && key != null && finding.part().owner() == null) {
      nearest(key, SpanAttributes.of(span.data().getAttributes()).keySet(), lines);
    }
    started(finding, lines);
  }

  private static void nearestEvent(Finding finding, List<String> lines) {
    SpanNode span = finding.span();
    String owner = Optional.ofNullable(finding.part().owner()).orElse("");
    if (span != null) {
      List<String> names =
          span.data().getEvents().stream().map(e -> e.getName()).toList();
      nearest(owner.substring(owner.indexOf(' ') + 1), names, lines);
    }
    started(finding, lines);
  }
}
