package io.spantree.outline;

import java.util.List;
import java.util.regex.Pattern;

/** Reads the notation line by line; each line says what it is, indentation says nothing. */
final class OutlineParser {
  static final String VERSION_LINE = "# spantree v1";
  private static final Pattern VERSION = Pattern.compile("# spantree v\\d+");
  private static final List<String> CONFLICT = List.of("<<<<<<<", "|||||||", "=======", ">>>>>>>");

  private static final String CONFLICT_STARTS = "<|=>";

  private final String source;
  private final String[] lines;
  private final OutlineBuilder outline = new OutlineBuilder();

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
      skipMargin(cursor);
      if (cursor.peek() == '#') {
        comment(cursor);
      } else if (!cursor.atEnd()) {
        element(cursor);
      }
    }
    return outline.build();
  }

  private static void refuseConflict(LineCursor cursor) {
    if (CONFLICT_STARTS.indexOf(cursor.peek()) < 0) {
      return; // most lines
    }
    for (String marker : CONFLICT) {
      if (cursor.startsWith(marker)) {
        throw cursor.problem("this is a merge conflict: choose a side and remove the markers");
      }
    }
  }

  private void comment(LineCursor cursor) {
    String comment = cursor.rest().strip();
    if (!VERSION.matcher(comment).matches()) {
      outline.comment(comment);
    } else if (!comment.equals(VERSION_LINE)) {
      throw cursor.problem("this version of Spantree reads \"" + VERSION_LINE + "\" only");
    }
  }

  /** The column of {@code -}, {@code +} and {@code ~} in a printed failure. */
  private static void skipMargin(LineCursor cursor) {
    if (cursor.take("- ") || cursor.take("+ ") || cursor.take("~ ")) {
      cursor.skipSpace();
    }
  }

  private void element(LineCursor cursor) {
    int from = cursor.position();
    if (cursor.takeWord("span")) {
      refuseAfterEnd(cursor, from);
      span(cursor, from);
    } else if (cursor.takeWord("trace")) {
      refuseAfterEnd(cursor, from);
      trace(cursor);
    } else {
      new SpanPartParser(cursor, outline).read();
    }
  }

  private void refuseAfterEnd(LineCursor cursor, int from) {
    if (outline.isClosed()) {
      throw cursor.problemAt(from, "\"... traces\" stands at the end, and above this line already");
    }
  }

  private void trace(LineCursor cursor) {
    cursor.skipSpace();
    int from = cursor.position();
    SpanLineReader reader = new SpanLineReader(cursor);
    String name = reader.name().literalText();
    if (name == null) {
      throw cursor.problemAt(from, "a trace has a plain name, no matcher");
    }
    Multiplicity multiplicity = reader.multiplicity();
    cursor.expectEnd("a count such as x2, or a comment (two spaces and #)");
    if (outline.hasUnnamedTrace()) {
      throw cursor.problemAt(
          from, "spans stand above this first trace line; give them one of their own");
    }
    String ifEmpty = "the trace " + Notation.name(name) + " has no span";
    outline.beginTrace(name, multiplicity, () -> cursor.problemAt(from, ifEmpty));
  }

  private void span(LineCursor cursor, int from) {
    SpanLineReader reader = new SpanLineReader(cursor);
    SpanLine.Builder span = reader.read();
    int deepest = outline.deepest();
    if (span.depth > deepest) {
      String above =
          deepest == 0 ? "no span stands above" : "the span above has depth " + (deepest - 1);
      throw cursor.problemAt(
          from, "depth " + span.depth + " has no parent: " + above + " (depth is the number of >)");
    }
    Contradiction contradiction = Contradiction.of(span);
    if (contradiction != null) {
      throw cursor.problemAt(reader.positionOf(contradiction.word()), contradiction.problem());
    }
    if (!outline.addSpan(span)) {
      throw cursor.problemAt(
          reader.positionOf("&" + span.label), "the label &" + span.label + " stands twice");
    }
  }
}
