package io.spantree.report;

import io.spantree.compare.ExpectedSpan;
import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the tree says beside and below one span: its findings, shortly, and how much is equal. */
final class SpanNotes {
  private static final int INDENT = 4;

  private final SpanNode span;
  private final @Nullable ExpectedSpan line;
  private final List<String> comments = new ArrayList<>();
  private final List<Finding> parts = new ArrayList<>();
  private boolean arrived;
  private boolean unexpected;

  SpanNotes(SpanNode span, @Nullable ExpectedSpan line, List<Finding> findings) {
    this.span = span;
    this.line = line;
    findings.forEach(this::note);
  }

  private void note(Finding finding) {
    String expected = Wording.term(finding.expected());
    switch (finding.kind()) {
      case MOVED -> moved(finding);
      case LOST_CONTEXT -> arrived("lost its context");
      case ORPHANED -> arrived("its parent is not recorded");
      case NEW_ROOT -> arrived("a new root");
      case WRAPPED -> arrived("a new span in between");
      case REMOTE_PARENT -> remoteParent();
      case UNWRAPPED ->
        comments.add(Clip.name(Notation.name(finding.path().last())) + " is gone from above");
      case RENAMED, KIND, STATUS, INSTRUMENTATION_SCOPE, COUNT ->
        comments.add("expected " + expected);
      case ORDER -> comments.add(isWords(finding) ? "expected " + expected : "other order");
      case OPEN_SPAN ->
        comments.add(isWords(finding) ? Wording.term(finding.actual()) : "never ended");
      case UNEXPECTED -> unexpected = true;
      case MISSING -> {}
      default -> part(finding);
    }
  }

  private static boolean isWords(Finding finding) {
    return finding.expected() != null && finding.expected().isWords();
  }

  private void remoteParent() {
    if (span.position() == SpanNode.Position.REMOTE_CHILD) {
      arrived("remote parent");
    } else {
      comments.add("expected a remote parent");
    }
  }

  private void moved(Finding finding) {
    if (finding.part().equals(Finding.Part.TRACE)) {
      comments.add("in another trace");
    } else {
      arrived("moved");
    }
  }

  private void arrived(String comment) {
    comments.add(comment);
    arrived |= line == null || line.parent() != null || span.parent() != null;
  }

  private void part(Finding finding) {
    if (finding.part().equals(Finding.Part.WHOLE)) {
      comments.add(Wording.label(finding.kind()).toLowerCase(Locale.ROOT));
    } else {
      parts.add(finding);
    }
  }

  char margin() {
    return arrived || unexpected ? '+' : comments.isEmpty() ? ' ' : '~';
  }

  String comment() {
    return String.join("; ", new LinkedHashSet<>(comments));
  }

  /** Adds a row for each differing part and, if asked for, one for what is equal. */
  void addTo(Rows rows, boolean countEqual) {
    new PartRows(rows).add(parts);
    String equal = countEqual ? equal() : "";
    if (!equal.isEmpty()) {
      rows.comment(INDENT, equal);
    }
  }

  private String equal() {
    boolean compared = line != null;
    int attributes = span.data().getAttributes().size() - different(null);
    int events = span.data().getEvents().size() - differentEvents();
    List<String> counts = new ArrayList<>();
    if (attributes > 0) {
      counts.add(Wording.count(attributes, "attribute"));
    }
    if (events > 0) {
      counts.add(Wording.count(events, "event"));
    }
    return counts.isEmpty() ? "" : String.join(" and ", counts) + (compared ? " equal" : "");
  }

  private int different(@Nullable String owner) {
    return (int) parts.stream()
        .filter(part -> Objects.equals(part.part().owner(), owner))
        .filter(part -> part.part().key() != null && part.actual() != null)
        .count();
  }

  /** The events that differ: of one name as many as one part of them occurs with other values. */
  private int differentEvents() {
    Map<Finding.Part, Set<Term>> values = new HashMap<>();
    Map<String, Integer> events = new HashMap<>();
    for (Finding finding : parts) {
      String owner = finding.part().owner();
      if (owner != null && owner.startsWith("event") && finding.actual() != null) {
        Set<Term> different = values.computeIfAbsent(finding.part(), part -> new HashSet<>());
        different.add(finding.actual());
        events.merge(owner, different.size(), Math::max);
      }
    }
    return events.values().stream().mapToInt(Integer::intValue).sum();
  }
}
