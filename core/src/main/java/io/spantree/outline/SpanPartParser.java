package io.spantree.outline;

import org.jspecify.annotations.Nullable;

/** Reads one line of what stands below a span: attribute, event, link, or open marker. */
final class SpanPartParser {
  private final LineCursor cursor;
  private final OutlineBuilder outline;
  private final int start;

  SpanPartParser(LineCursor cursor, OutlineBuilder outline) {
    this.cursor = cursor;
    this.outline = outline;
    this.start = cursor.position();
  }

  void read() {
    if (cursor.takeWord("event")) {
      event();
    } else if (cursor.takeWord("link")) {
      link();
    } else if (cursor.take("...")) {
      open();
    } else if (cursor.take(". ")) {
      partAttribute();
    } else {
      spanAttribute();
    }
  }

  private void event() {
    cursor.skipSpace();
    ValuePattern name = new SpanLineReader(cursor).name();
    cursor.expectEnd();
    refuseWithoutSpan("this");
    outline.beginEvent(name);
  }

  private void link() {
    cursor.skipSpace();
    String target = cursor.take("<external>") ? null : target();
    cursor.expectEnd();
    refuseWithoutSpan("this");
    outline.beginLink(target);
  }

  private @Nullable String target() {
    int from = cursor.position();
    cursor.expect("*", "a target: *label of a span, or <external>");
    String target = new SpanLineReader(cursor).labelName();
    outline.refer(target, () -> cursor.problemAt(from, "no span has the label &" + target));
    return target;
  }

  private void open() {
    cursor.skipSpace();
    String word = cursor.peekWord();
    OpenPart part = OpenPart.of(word);
    if (part == null && !word.equals("traces")) {
      throw cursor.expected("attributes, events, links, children or traces after \"...\"");
    }
    cursor.take(word);
    cursor.expectEnd();
    if (part != null) {
      refuseWithoutSpan("this");
      if (!outline.open(part)) {
        throw cursor.problemAt(start, "\"... " + word + "\" stands here twice");
      }
    } else if (outline.isClosed()) {
      throw cursor.problemAt(start, "\"... traces\" stands at the end, and only once");
    } else {
      outline.openTraces();
    }
  }

  private void partAttribute() {
    if (!outline.inPart()) {
      throw cursor.problemAt(
          start, "\". key = value\" belongs to an event or a link, and none stands above it");
    }
    cursor.skipSpace();
    if (cursor.take("...")) {
      cursor.expectEnd("the end of the line: \". ...\" allows other attributes");
      if (!outline.openPartAttributes()) {
        throw cursor.problemAt(start, "\". ...\" stands here twice");
      }
    } else {
      attribute();
    }
  }

  private void spanAttribute() {
    if (outline.inPart()) {
      String key = new AttributeReader(cursor).read().key();
      throw cursor.problemAt(
          start,
          "an attribute of the event or link above begins with a dot: \". "
              + Notation.key(key)
              + " = …\"; one of the span stands before its events and links");
    }
    attribute();
  }

  private void attribute() {
    int from = cursor.position();
    AttributeLine line = new AttributeReader(cursor).read();
    refuseWithoutSpan("this attribute");
    if (!outline.addAttribute(line)) {
      throw cursor.problemAt(from, "the key " + Notation.key(line.key()) + " stands here twice");
    }
  }

  private void refuseWithoutSpan(String what) {
    if (!outline.hasSpan()) {
      throw cursor.problemAt(start, "a span line must stand above " + what);
    }
  }
}
