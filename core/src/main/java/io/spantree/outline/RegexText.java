package io.spantree.outline;

/** A regular expression on one line between slashes: {@code </a\/b/>}. */
final class RegexText {
  private static final String QUOTE = "\\Q";
  private static final String END_OF_QUOTE = "\\E";

  private final String expression;
  private final StringBuilder text;

  private RegexText(String expression) {
    this.expression = expression;
    this.text = new StringBuilder(expression.length());
  }

  /**
   * One spelling for each expression, in which any slash can be escaped: without quotations, without
   * a backslash before a slash, without characters that nobody sees.
   *
   * @throws IllegalArgumentException when it cannot be written on one line
   */
  static String canonical(String expression) {
    return new RegexText(withoutQuotes(expression)).canonical();
  }

  /** The canonical expression with its slashes escaped, or the first one would end it. */
  static String escaped(String canonical) {
    return canonical.replace("/", "\\/");
  }

  /** Without quotations, as the JDK takes them out before anything else: character by character. */
  private static String withoutQuotes(String expression) {
    StringBuilder text = new StringBuilder(expression.length());
    int at = 0;
    while (at < expression.length()) {
      if (expression.startsWith(QUOTE, at)) {
        int from = at + QUOTE.length();
        int end = expression.indexOf(END_OF_QUOTE, from);
        quoted(expression.substring(from, end < 0 ? expression.length() : end), text);
        at = end < 0 ? expression.length() : end + END_OF_QUOTE.length();
      } else {
        int next = Math.min(expression.length(), at + (expression.charAt(at) == '\\' ? 2 : 1));
        text.append(expression, at, next);
        at = next;
      }
    }
    return text.toString();
  }

  private static void quoted(String quotation, StringBuilder text) {
    for (int i = 0; i < quotation.length(); i++) {
      char c = quotation.charAt(i);
      if (i == 0 && Words.isDigit(c)) {
        text.append("\\x3"); // or it would belong to an escape before it
      } else if (c < 128 && !Character.isLetterOrDigit(c)) {
        text.append('\\');
      }
      text.append(c);
    }
  }

  private String canonical() {
    refuseHiddenBesideComments();
    int at = 0;
    while (at < expression.length()) {
      if (expression.charAt(at) == '\\') {
        at = escape(at);
      } else {
        int c = expression.codePointAt(at);
        plain(c);
        at += Character.charCount(c);
      }
    }
    return text.toString();
  }

  /** A backslash with what it escapes; returns where it ends. */
  private int escape(int at) {
    if (at + 1 == expression.length()) {
      throw new IllegalArgumentException(
          "the regular expression " + Notation.string(expression) + " ends with a backslash");
    }
    int c = expression.codePointAt(at + 1);
    int end = at + 1 + Character.charCount(c);
    if (c == 'c' && end < expression.length()) {
      return control(end);
    } else if (c >= ' ' && c < 127 && c != '/') {
      text.append('\\').appendCodePoint(c);
    } else {
      visible(c); // needs no backslash
    }
    return end;
  }

  /** What {@code \c} makes of a character; a letter can stand as it is. */
  private int control(int at) {
    int c = expression.codePointAt(at);
    if (c < 128 && Character.isLetter(c)) {
      text.append("\\c").appendCodePoint(c);
    } else if (hasComments()) { // where they begin, \c takes the next character that they leave
      throw new IllegalArgumentException("the regular expression " + Notation.string(expression)
          + " has comments, (?x), and beside them \\c before what is no letter; write the character"
          + " that is meant, such as \\x{1d}");
    } else {
      text.append("\\x{").append(Integer.toHexString(c ^ 64)).append('}');
    }
    return at + Character.charCount(c);
  }

  /** A character that may be an operator, and a tab that comments may make nothing. */
  private void plain(int c) {
    if (c == '\t') {
      text.append('\t');
    } else {
      visible(c);
    }
  }

  private void visible(int c) {
    switch (c) {
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> Quoted.append(c, last(), text);
    }
  }

  private char last() {
    return text.length() == 0 ? '\0' : text.charAt(text.length() - 1);
  }

  /** A line break ends a comment and is nothing elsewhere, which no escape of it would do. */
  private void refuseHiddenBesideComments() {
    if (!hasComments()) {
      return;
    }
    for (int at = 0; at < expression.length(); at++) {
      char c = expression.charAt(at);
      if (c != '\t' && Quoted.isHidden(c, '\0') && !Character.isSurrogate(c)) {
        throw new IllegalArgumentException("the regular expression " + Notation.string(expression)
            + " has comments, (?x), and beside them a character that no line can hold: "
            + Notation.string(Character.toString(c)));
      }
    }
  }

  /** Whether flags such as {@code (?x)} or {@code (?i-sx:} stand anywhere. */
  private boolean hasComments() {
    for (int at = expression.indexOf("(?"); at >= 0; at = expression.indexOf("(?", at + 1)) {
      int flag = at + 2;
      while (flag < expression.length()
          && (Character.isLetter(expression.charAt(flag)) || expression.charAt(flag) == '-')) {
        if (expression.charAt(flag) == 'x') {
          return true;
        }
        flag++;
      }
    }
    return false;
  }
}
