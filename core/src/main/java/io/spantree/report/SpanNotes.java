package io.spantree.report;

import io.spantree.compare.ExpectedSpan;
import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the tree says beside and below one span: its findings, shortly, and how much is equal. */
final class SpanNotes {
  private static final String ATTRIBUTE = "    ";
  private static final String PART_ATTRIBUTE = "      . ";

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
      case RENAMED -> comments.add("was " + expected);
      case MOVED -> arrived("moved");
      case LOST_CONTEXT -> arrived("lost its context");
      case ORPHANED -> arrived("its parent is not recorded");
      case NEW_ROOT -> arrived("a new root");
      case WRAPPED -> arrived("a new span in between");
      case REMOTE_PARENT -> remoteParent();
      case UNWRAPPED ->
        comments.add(Clip.name(Notation.name(finding.path().last())) + " is gone from above");
      case KIND, STATUS, INSTRUMENTATION_SCOPE, COUNT -> comments.add("expected " + expected);
      case ORDER -> comments.add(isWords(finding) ? "expected " + expected : "other order");
      case OPEN_SPAN -> comments.add("never ended");
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
    String owner = null;
    for (Finding finding : parts) {
      if (isOfLink(finding)) {
        link(rows, finding);
        continue;
      }
      if (finding.part().key() != null && !Objects.equals(finding.part().owner(), owner)) {
        owner = finding.part().owner();
        if (owner != null) {
          rows.add(' ', ATTRIBUTE + Clip.event(owner), "");
        }
      }
      part(rows, finding);
    }
    String equal = countEqual ? equal() : "";
    if (!equal.isEmpty()) {
      rows.comment(ATTRIBUTE.length(), equal);
    }
  }

  private static boolean isOfLink(Finding finding) {
    String owner = finding.part().owner();
    return owner != null && owner.startsWith("link");
  }

  /** In words: a link without the labels of its target would not be in the notation. */
  private static void link(Rows rows, Finding finding) {
    String key = finding.part().key();
    String what = key == null ? "link" : "link: " + Clip.name(Notation.key(key));
    Wording.Pair pair = Wording.pair(finding);
    String text = finding.expected() == null
        ? what + " " + pair.actual()
        : finding.actual() == null
            ? what + " " + pair.expected() + " is missing"
            : what + " " + pair.actual() + ", expected " + pair.expected();
    rows.add(margin(finding), ATTRIBUTE + "# " + text, "");
  }

  private static char margin(Finding finding) {
    return finding.expected() == null ? '+' : finding.actual() == null ? '-' : '~';
  }

  private static void part(Rows rows, Finding finding) {
    String key = finding.part().key();
    if (key == null) {
      String owner = Objects.toString(finding.part().owner(), "");
      rows.add(margin(finding), ATTRIBUTE + Clip.event(owner), "");
      return;
    }
    String name = (finding.part().owner() == null ? ATTRIBUTE : PART_ATTRIBUTE)
        + Clip.name(Notation.key(key)) + " = ";
    if (finding.actual() == null && isWords(finding)) {
      rows.add('-', name + "<any>", "missing; expected " + Wording.term(finding.expected()));
    } else if (finding.actual() == null) {
      rows.add('-', name + notation(finding.expected()), "missing");
    } else if (finding.expected() == null) {
      rows.add('+', name + notation(finding.actual()), "");
    } else {
      String comment = "expected " + Wording.pair(finding).expected();
      rows.add('~', name + notation(finding.actual()), comment);
    }
  }

  private static String notation(@Nullable Term term) {
    return term == null ? "" : Clip.value(term.notation());
  }

  private String equal() {
    boolean compared = line != null;
    int attributes = span.data().getAttributes().size() - different(null);
    int events = span.data().getEvents().size() - (int) owners();
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

  /** The events that differ, each counted once. */
  private long owners() {
    return parts.stream()
        .filter(part -> part.part().owner() != null && part.actual() != null)
        .map(part -> part.part().owner())
        .distinct()
        .count();
  }
}
