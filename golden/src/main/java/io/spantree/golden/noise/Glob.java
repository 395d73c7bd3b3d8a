package io.spantree.golden.noise;

/** A key or scope name in which {@code *} stands for any characters, dots included. */
record Glob(String text) {

  boolean matches(String name) {
    int at = 0;
    int in = 0;
    int star = -1;
    int restart = 0;
    while (in < name.length()) {
      if (at < text.length() && text.charAt(at) == '*') {
        star = at++;
        restart = in;
      } else if (at < text.length() && text.charAt(at) == name.charAt(in)) {
        at++;
        in++;
      } else if (star >= 0) { // the last star takes one character more
        at = star + 1;
        in = ++restart;
      } else {
        return false;
      }
    }
    while (at < text.length() && text.charAt(at) == '*') {
      at++;
    }
    return at == text.length();
  }
}
