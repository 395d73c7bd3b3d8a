package io.spantree.outline;

import java.util.List;

/** Reads {@code key = value}; the comments above it are not its concern. */
final class AttributeReader {
  private final LineCursor cursor;
  private final ValueReader values;

  AttributeReader(LineCursor cursor) {
    this.cursor = cursor;
    this.values = new ValueReader(cursor);
  }

  AttributeLine read() {
    String key = key();
    cursor.skipSpace();
    cursor.expect(
        "=", "\"=\" and a value, or a line that begins with span, event, link, trace or \"...\"");
    cursor.skipSpace();
    ValuePattern value = values.pattern();
    cursor.expectEnd();
    return new AttributeLine(key, value, List.of());
  }

  private String key() {
    if (cursor.peek() == '"') {
      return values.string();
    }
    int from = cursor.position();
    while (Words.isKeyChar(cursor.peek())) {
      cursor.next();
    }
    String key = cursor.since(from);
    if (!Words.isBareKey(key)) {
      cursor.moveTo(from);
      throw cursor.expected(
          "span, event, link, trace, \"...\", \"#\" or a key, in double quotes unless it is a plain"
              + " word");
    }
    return key;
  }
}
