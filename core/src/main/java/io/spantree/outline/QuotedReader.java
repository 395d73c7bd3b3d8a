package io.spantree.outline;

/** Reads a JSON string. */
final class QuotedReader {
  private final LineCursor cursor;

  QuotedReader(LineCursor cursor) {
    this.cursor = cursor;
  }

  String read() {
    int from = cursor.position();
    cursor.expect("\"", "a string in double quotes");
    String plain = cursor.takePlain('"', '\\');
    if (cursor.take("\"")) {
      return plain;
    }
    StringBuilder text = new StringBuilder(plain);
    while (!cursor.atEnd()) {
      char c = cursor.next();
      if (c == '"') {
        return text.toString();
      }
      text.append(c == '\\' ? escaped() : c);
    }
    throw cursor.problemAt(from, "this string has no closing double quote");
  }

  private char escaped() {
    int from = cursor.position() - 1;
    char c = cursor.atEnd() ? '\0' : cursor.next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unicode(from);
      default ->
        throw cursor.problemAt(
            from, "expected one of \\\" \\\\ \\/ \\n \\r \\t \\b \\f or \\u with four digits");
    };
  }

  private char unicode(int from) {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      char digit = cursor.atEnd() ? '\0' : cursor.next();
      if (!Words.isHexDigit(digit)) {
        throw cursor.problemAt(from, "expected four hexadecimal digits after \\u");
      }
      code = code * 16 + Character.digit(digit, 16);
    }
    return (char) code;
  }
}
