package io.spantree.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the notation line by line; each line says what it is, indentation says nothing. */
final class OutlineParser {
  static final String VERSION_LINE = "# spantree v1";
  private static final String VERSION_START = "# spantree v";
  private static final List<String> CONFLICT = List.of("<<<<<<<", "|||||||", "=======", ">>>>>>>");

  private final String source;
  private final String[] lines;
  private final OutlineBuilder outline = new OutlineBuilder();
  private List<String> comments = new ArrayList<>();

  OutlineParser(String text, String source) {
    this.source = source;
    this.lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\n", -1);
  }

  Outline parse() {
    for (int i = 0; i < lines.length; i++) {
      String line =
          lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
      LineCursor cursor = new LineCursor(source, i + 1, line);
      refuseConflict(cursor);
      cursor.skipSpace();
      if (cursor.atEnd() || i == 0 && isVersionLine(cursor)) {
        continue;
      }
      if (cursor.peek() == '#') {
        comments.add(cursor.rest().strip());
      } else {
        skipMargin(cursor);
        element(cursor);
      }
    }
    return outline.build(comments);
  }

  private static void refuseConflict(LineCursor cursor) {
    for (String marker : CONFLICT) {
      if (cursor.startsWith(marker)) {
        throw cursor.problem("this is a merge conflict: choose a side and remove the markers");
      }
    }
  }

  private static boolean isVersionLine(LineCursor cursor) {
    if (!cursor.startsWith(VERSION_START)) {
      return false;
    }
    if (!cursor.rest().strip().equals(VERSION_LINE)) {
      throw cursor.problem("this version of Spantree reads \"" + VERSION_LINE + "\" only");
    }
    return true;
  }

  /** The column of {@code -}, {@code +} and {@code ~} in a printed failure. */
  private static void skipMargin(LineCursor cursor) {
    if (cursor.take("- ") || cursor.take("+ ") || cursor.take("~ ")) {
      cursor.skipSpace();
    }
  }

  private void element(LineCursor cursor) {
    int from = cursor.position();
    if (cursor.take("...")) {
      openPart(cursor);
    } else if (cursor.take(". ")) {
      partAttribute(cursor, from);
    } else {
      switch (cursor.peekWord()) {
        case "span" -> span(cursor, from);
        case "event" -> event(cursor, from);
        case "link" -> link(cursor, from);
        case "trace" -> trace(cursor);
        default -> attribute(cursor, from);
      }
    }
  }

  private List<String> takeComments() {
    List<String> taken = comments;
    comments = new ArrayList<>();
    return taken;
  }

  private void trace(LineCursor cursor) {
    cursor.take("trace");
    cursor.skipSpace();
    int from = cursor.position();
    SpanLineReader reader = new SpanLineReader(cursor);
    String name = reader.name().literalText();
    if (name == null) {
      throw cursor.problemAt(from, "a trace has a plain name, no matcher");
    }
    Multiplicity multiplicity = reader.multiplicity();
    cursor.expectEnd("a count such as x2, or a comment (two spaces and #)");
    if (!outline.beginTrace(name, multiplicity, takeComments())) {
      throw cursor.problemAt(
          from, "spans stand above this first trace line; give them one of their own");
    }
  }

  private void span(LineCursor cursor, int from) {
    cursor.take("span");
    SpanLine.Builder span = new SpanLineReader(cursor).read();
    int deepest = outline.deepest();
    if (span.depth > deepest) {
      String above =
          deepest == 0 ? "no span stands above" : "the span above has depth " + (deepest - 1);
      throw cursor.problemAt(
          from, "depth " + span.depth + " has no parent: " + above + " (depth is the number of >)");
    }
    span.comments.addAll(takeComments());
    if (!outline.addSpan(span)) {
      throw cursor.problemAt(from, "the label &" + span.label + " stands twice");
    }
  }

  private void event(LineCursor cursor, int from) {
    cursor.take("event");
    cursor.skipSpace();
    ValuePattern name = new SpanLineReader(cursor).name();
    cursor.expectEnd("the end of the line, or a comment (two spaces and #)");
    spanAbove(cursor, from).beginEvent(name, takeComments());
  }

  private void link(LineCursor cursor, int from) {
    cursor.take("link");
    cursor.skipSpace();
    @Nullable String target = null;
    if (!cursor.take("<external>")) {
      cursor.expect("*", "a target: *label of a span, or <external>");
      target = new SpanLineReader(cursor).labelName();
      outline.refer(target, cursor.problemAt(from, "no span has the label &" + target));
    }
    cursor.expectEnd("the end of the line, or a comment (two spaces and #)");
    spanAbove(cursor, from).beginLink(target, takeComments());
  }

  private OutlineBuilder spanAbove(LineCursor cursor, int from) {
    if (!outline.hasSpan()) {
      throw cursor.problemAt(from, "a span line must stand above this");
    }
    return outline;
  }

  private void openPart(LineCursor cursor) {
    cursor.skipSpace();
    String word = cursor.peekWord();
    int from = cursor.position();
    for (OpenPart part : OpenPart.values()) {
      if (part.word().equals(word)) {
        cursor.take(word);
        cursor.expectEnd("the end of the line, or a comment (two spaces and #)");
        spanAbove(cursor, from).open(part, takeComments());
        return;
      }
    }
    if (!cursor.take("traces")) {
      throw cursor.expected("attributes, events, links, children or traces after \"...\"");
    }
    cursor.expectEnd("the end of the line, or a comment (two spaces and #)");
    outline.openTraces(takeComments());
  }

  private void partAttribute(LineCursor cursor, int from) {
    if (!outline.inPart()) {
      throw cursor.problemAt(
          from, "\". key = value\" belongs to an event or a link, and none stands above it");
    }
    cursor.skipSpace();
    if (cursor.take("...")) {
      cursor.expectEnd("the end of the line: \". ...\" allows other attributes");
      outline.openPartAttributes(takeComments());
    } else {
      add(cursor, readAttribute(cursor));
    }
  }

  private void attribute(LineCursor cursor, int from) {
    AttributeLine line = readAttribute(cursor);
    if (!outline.hasSpan()) {
      throw cursor.problemAt(from, "a span line must stand above this attribute");
    } else if (outline.inPart()) {
      throw cursor.problemAt(
          from,
          "an attribute of the event or link above begins with a dot: \". "
              + Notation.key(line.key())
              + " = …\"; one of the span stands before its events and links");
    }
    add(cursor, line);
  }

  private void add(LineCursor cursor, AttributeLine line) {
    if (!outline.addAttribute(line)) {
      throw cursor.problemAt(0, "the key " + Notation.key(line.key()) + " stands here twice");
    }
  }

  private AttributeLine readAttribute(LineCursor cursor) {
    String key = key(cursor);
    cursor.skipSpace();
    cursor.expect("=", "\"=\" and a value");
    cursor.skipSpace();
    ValuePattern value = new ValueReader(cursor).pattern();
    cursor.expectEnd("the end of the line, or a comment (two spaces and #)");
    return new AttributeLine(key, value, takeComments());
  }

  private static String key(LineCursor cursor) {
    if (cursor.peek() == '"') {
      return new ValueReader(cursor).string();
    }
    int from = cursor.position();
    while (Notation.isKeyChar(cursor.peek())) {
      cursor.next();
    }
    String key = cursor.since(from);
    if (!Notation.isBareKey(key)) {
      cursor.moveTo(from);
      throw cursor.expected(
          "span, event, link, trace, \"...\", \"#\" or a key, in double quotes unless it is a plain"
              + " word");
    }
    return key;
  }

  /** The labels of one outline, checked when all lines have been read. */
  static final class Labels {
    private final Set<String> defined = new HashSet<>();
    private final List<String> used = new ArrayList<>();
    private final List<OutlineSyntaxException> problems = new ArrayList<>();

    boolean define(String label) {
      return defined.add(label);
    }

    void use(String label, OutlineSyntaxException ifUndefined) {
      used.add(label);
      problems.add(ifUndefined);
    }

    void check() {
      for (int i = 0; i < used.size(); i++) {
        if (!defined.contains(used.get(i))) {
          throw problems.get(i);
        }
      }
    }
  }
}
