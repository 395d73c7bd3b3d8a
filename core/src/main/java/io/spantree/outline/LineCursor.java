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
    at = afterSpace();
    return at > from;
  }

  private int afterSpace() {
    int next = at;
    while (next < text.length() && isSpace(text.charAt(next))) {
      next++;
    }
    return next;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || Character.isWhitespace(c);
  }

  /** Steps over the word if the characters up to the next space are this one. */
  boolean takeWord(String word) {
    if (!isWordAt(at, word)) {
      return false;
    }
    at += word.length();
    return true;
  }

  private boolean isWordAt(int from, String word) {
    int end = from + word.length();
    return text.startsWith(word, from) && (end == text.length() || isSpace(text.charAt(end)));
  }

  /** Steps over white space and the word behind it, if both stand here. */
  boolean takeSpaceAnd(String word) {
    int next = afterSpace();
    if (next == at || !isWordAt(next, word)) {
      return false;
    }
    at = next + word.length();
    return true;
  }

  /** The characters up to the next space, without stepping over them. */
  String peekWord() {
    int end = at;
    while (end < text.length() && !isSpace(text.charAt(end))) {
      end++;
    }
    return text.substring(at, end);
  }

  /** Steps over all that stands before either character, or before the end. */
  String takePlain(char end, char escape) {
    int from = at;
    while (at < text.length() && text.charAt(at) != end && text.charAt(at) != escape) {
      at++;
    }
    return text.substring(from, at);
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
