package io.spantree.outline;

/** A regular expression on one line between slashes: {@code </a\/b/>}. */
final class RegexText {
  private RegexText() {}

  /** One spelling for each expression: a slash needs no backslash, a line break is written. */
  static String canonical(String expression) {
    StringBuilder text = new StringBuilder(expression.length());
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      boolean escape = c == '\\' && i + 1 < expression.length();
      if (escape && expression.charAt(i + 1) == '/') {
        continue;
      }
      switch (c) {
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
      if (escape) {
        text.append(expression.charAt(++i));
      }
    }
    return text.toString();
  }

  /** The canonical expression with its slashes escaped, or the first one would end it. */
  static String escaped(String canonical) {
    return canonical.replace("/", "\\/");
  }
}
