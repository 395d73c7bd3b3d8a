package io.spantree.report;

/** Shortens what would not fit on a line, and says how much is left out. */
final class Clip {
  private static final int VALUE = 120;
  private static final int LINE = 200;

  /** What is shown of two long values before and, at least, after they begin to differ. */
  private static final int BEFORE = 20;

  private static final int AFTER = 40;

  private Clip() {}

  static String value(String notation) {
    return to(VALUE, notation);
  }

  /** Two values so that what tells them apart is seen, also when they are long and begin alike. */
  static String value(String notation, String other) {
    int alike = 0;
    int most = Math.min(notation.length(), other.length());
    while (alike < most && notation.charAt(alike) == other.charAt(alike)) {
      alike++;
    }
    if (notation.length() <= VALUE || alike < VALUE - AFTER) {
      return value(notation);
    }
    int from = Math.min(alike, notation.length()) - BEFORE;
    return "… (" + from + " characters alike) …" + to(VALUE, notation.substring(from));
  }

  static String line(String line) {
    return to(LINE, line);
  }

  private static String to(int most, String text) {
    if (text.length() <= most) {
      return text;
    }
    int cut = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, cut) + "… (" + (text.length() - cut) + " characters more)";
  }
}
