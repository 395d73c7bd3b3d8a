package io.spantree.outline;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.HashSet;
import java.util.Set;

/** The words of the notation, and which names and keys can stand bare beside them. */
final class Words {
  private static final Set<String> LINES = Set.of("span", "event", "link", "trace");
  private static final Set<String> MODIFIERS = modifiers();

  private Words() {}

  private static Set<String> modifiers() {
    Set<String> words = new HashSet<>(Set.of("root", "ordered"));
    for (SpanKind kind : SpanKind.values()) {
      words.add(kind.name());
    }
    for (StatusCode status : StatusCode.values()) {
      words.add(status.name());
    }
    for (SpanState state : SpanState.values()) {
      words.add(state.word());
    }
    return Set.copyOf(words);
  }

  static boolean isBareName(String name) {
    if (name.isEmpty() || LINES.contains(name) || MODIFIERS.contains(name) || isCount(name)) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      if (!isNameChar(name.charAt(i))) {
        return false;
      }
    }
    return isNameStart(name.charAt(0));
  }

  static boolean isBareKey(String key) {
    if (key.isEmpty() || LINES.contains(key)) {
      return false;
    }
    return isKeyStart(key.charAt(0)) && hasKeyCharsOnly(key);
  }

  private static boolean hasKeyCharsOnly(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isKeyChar(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the word begins like {@code x3}. */
  static boolean isCount(String word) {
    return word.length() > 1 && word.charAt(0) == 'x' && isDigit(word.charAt(1));
  }

  /** The label, if the notation can write it. */
  static String requireLabel(String label) {
    if (label.isEmpty() || !hasKeyCharsOnly(label)) {
      throw new IllegalArgumentException(
          "a label is a word of letters, digits, \"_\", \".\" and \"-\"," + " but was "
              + Notation.string(label));
    }
    return label;
  }

  static boolean isKeyChar(char c) {
    return isKeyStart(c) || isDigit(c) || c == '.' || c == '-';
  }

  static boolean isNameChar(char c) {
    return isKeyChar(c) || isNamePunctuation(c);
  }

  private static boolean isKeyStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static boolean isNameStart(char c) {
    return isKeyStart(c) || isNamePunctuation(c);
  }

  private static boolean isNamePunctuation(char c) {
    return c == '/' || c == ':' || c == '{' || c == '}';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether the character is a hexadecimal digit of ASCII; Unicode knows others. */
  static boolean isHexDigit(int c) {
    return c < 128 && Character.digit(c, 16) >= 0;
  }
}
