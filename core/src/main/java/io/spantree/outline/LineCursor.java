package io.spantree.outline;

/** A place in one line of the notation, which knows how to say what is wrong there. */
final class LineCursor {
  private final String source;
  private final int line;
  private final String text;
  private int at;

  LineCursor(String source, int line, String text) {
    this.source = source;
    this.line = line;
    this.text = text;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The next character, or NUL at the end of the line. */
  char peek() {
    return atEnd() ? '\0' : text.charAt(at);
  }

  char next() {
    return text.charAt(at++);
  }

  boolean startsWith(String prefix) {
    return text.startsWith(prefix, at);
  }

  /** Steps over the prefix if it stands here. */
  boolean take(String prefix) {
    if (!startsWith(prefix)) {
      return false;
    }
    at += prefix.length();
    return true;
  }

  void expect(String prefix, String what) {
    if (!take(prefix)) {
      throw expected(what);
    }
  }

  /** Steps over white space and says whether there was any. */
  boolean skipSpace() {
    int from = at;
    while (!atEnd() && Character.isWhitespace(peek())) {
      at++;
    }
    return at > from;
  }

  /** The characters up to the next space, without stepping over them. */
  String peekWord() {
    int end = at;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(at, end);
  }

  int position() {
    return at;
  }

  void moveTo(int position) {
    at = position;
  }

  String since(int from) {
    return text.substring(from, at);
  }

  String rest() {
    return text.substring(at);
  }

  /** Nothing may follow but a trailing comment: white space and {@code #}. */
  void expectEnd(String what) {
    boolean space = skipSpace();
    if (!atEnd() && !(space && peek() == '#')) {
      throw expected(what);
    }
  }

  void expectEnd() {
    expectEnd("the end of the line, or a comment (two spaces and #)");
  }

  OutlineSyntaxException expected(String what) {
    String found = atEnd() ? "the end of the line" : Notation.string(clip(peekWord()));
    return problem("expected " + what + ", found " + found);
  }

  OutlineSyntaxException problem(String what) {
    return problemAt(at, what);
  }

  OutlineSyntaxException problemAt(int position, String what) {
    return new OutlineSyntaxException(source, line, position + 1, what, text);
  }

  private static String clip(String word) {
    return word.length() <= 40 ? word : word.substring(0, 40) + "…";
  }
}
