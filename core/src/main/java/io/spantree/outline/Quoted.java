package io.spantree.outline;

/** JSON strings, in which no character can hide. */
final class Quoted {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private Quoted() {}

  static String of(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> append(c, i == 0 ? 0 : text.charAt(i - 1), quoted);
      }
      i += Character.charCount(c);
    }
    return quoted.append('"').toString();
  }

  /** Appends the character, or its escape when nobody would see it behind the one before. */
  static void append(int codePoint, char before, StringBuilder text) {
    if (!isHidden(codePoint, before)) {
      text.appendCodePoint(codePoint);
      return;
    }
    for (char c : Character.toChars(codePoint)) {
      text.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        text.append(Character.forDigit((c >> shift) & 0xF, 16));
      }
    }
  }

  /** Controls, bidirectional marks, odd spaces, half pairs: what nobody sees in a review. */
  static boolean isHidden(int c, char before) {
    if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
      return before < 128; // in emoji and in the scripts of India it changes what is seen
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE -> true;
      case Character.SPACE_SEPARATOR -> c != ' ';
      default -> false;
    };
  }
}
