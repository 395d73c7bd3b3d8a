package io.spantree.outline;

/** Tells numbers from other words: {@code -12}, {@code 4.2}, {@code 1.0E-5}. */
final class NumberShape {
  private NumberShape() {}

  static boolean isWhole(String word) {
    int digits = digitsFrom(word, sign(word));
    return digits > sign(word) && digits == word.length();
  }

  static boolean isNumber(String word) {
    int at = digitsFrom(word, sign(word));
    if (at == sign(word)) {
      return false;
    }
    if (at < word.length() && word.charAt(at) == '.') {
      int fraction = digitsFrom(word, at + 1);
      if (fraction == at + 1) {
        return false;
      }
      at = fraction;
    }
    if (at < word.length() && (word.charAt(at) == 'e' || word.charAt(at) == 'E')) {
      int exponent = at + 1;
      if (exponent < word.length() && "+-".indexOf(word.charAt(exponent)) >= 0) {
        exponent++;
      }
      at = digitsFrom(word, exponent);
      return at > exponent && at == word.length();
    }
    return at == word.length();
  }

  private static int sign(String word) {
    return word.startsWith("-") ? 1 : 0;
  }

  private static int digitsFrom(String word, int from) {
    int at = from;
    while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
