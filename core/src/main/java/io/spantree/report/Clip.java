package io.spantree.report;

/** Shortens what would not fit on a line, and says how much is left out. */
final class Clip {
  private static final int VALUE = 120;
  private static final int LINE = 200;

  private Clip() {}

  static String value(String notation) {
    return to(VALUE, notation);
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
