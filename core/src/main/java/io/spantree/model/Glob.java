package io.spantree.model;

/**
 * A text in which {@code *} stands for any text, also for none.
 *
 * @param pattern the text
 */
public record Glob(String pattern) {

  /** Whether all of the text is described. */
  public boolean matches(String text) {
    int at = 0;
    int read = 0;
    int star = -1; // the last one met, which can take more of the text
    int taken = 0;
    while (read < text.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        taken = read;
      } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(read)) {
        at++;
        read++;
      } else if (star >= 0) {
        at = star + 1;
        read = ++taken;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }
}
