package io.spantree.report;

import io.spantree.outline.Notation;

/** Shortens what would not fit on a line, so that it is still in the notation. */
final class Clip {
  /** The most characters of a name or a value. */
  static final int MOST = 120;

  private static final String MORE = "…";

  private Clip() {}

  /** A value; a long one becomes a string that ends in an ellipsis. */
  static String value(String notation) {
    if (notation.length() <= MOST) {
      return notation;
    }
    String start = whole(notation, MOST);
    return notation.startsWith("\"") ? start + MORE + "\"" : Notation.string(start + MORE);
  }

  /** Words of a user, which are in no notation. */
  static String words(String text) {
    return text.length() <= MOST ? text : whole(text, MOST) + MORE;
  }

  /** Text in which {@code *} stands for any text. */
  static String pattern(String text) {
    if (text.length() <= MOST) {
      return text;
    }
    boolean torn = Character.isLowSurrogate(text.charAt(MOST));
    return text.substring(0, torn ? MOST - 1 : MOST) + "*";
  }

  /** A name or a key; a long one becomes a quoted one. */
  static String name(String notation) {
    return value(notation);
  }

  /** An event with its name. */
  static String event(String line) {
    int name = line.indexOf(' ') + 1;
    return line.substring(0, name) + name(line.substring(name));
  }

  /** A value of which only what follows so many characters is worth reading. */
  static String from(int start, String notation) {
    int from = start;
    while (from > 0 && isInside(notation, from)) {
      from--;
    }
    return from <= 0 ? value(notation) : value("\"" + MORE + notation.substring(from));
  }

  /** The first characters, up to a place where no escape and no pair of surrogates is torn. */
  private static String whole(String notation, int most) {
    int end = most;
    while (end > 1 && isInside(notation, end)) {
      end--;
    }
    return notation.substring(0, end);
  }

  private static boolean isInside(String text, int at) {
    if (Character.isLowSurrogate(text.charAt(at))) {
      return true;
    }
    int escape = text.lastIndexOf('\\', at - 1);
    if (escape < 0 || escape < at - 5) {
      return false;
    }
    int backslashes = 1;
    while (escape - backslashes >= 0 && text.charAt(escape - backslashes) == '\\') {
      backslashes++;
    }
    boolean escapes = backslashes % 2 == 1;
    boolean unicode = escape + 1 < text.length() && text.charAt(escape + 1) == 'u';
    return escapes && at - escape < (unicode ? 6 : 2);
  }
}
