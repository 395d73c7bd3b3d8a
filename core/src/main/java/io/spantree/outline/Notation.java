package io.spantree.outline;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.spantree.model.AttributeValue;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How names, keys and values are written: bare where nothing can be mistaken, else as JSON. */
public final class Notation {
  private static final Set<String> LINE_WORDS = Set.of("span", "event", "link", "trace");
  private static final Set<String> MODIFIERS = modifiers();

  private Notation() {}

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

  /** A span, event or trace name. */
  public static String name(String name) {
    return isBareName(name) ? name : string(name);
  }

  /** An expected name: bare or quoted when it is a literal, else its matcher. */
  public static String name(ValuePattern pattern) {
    String literal = pattern.literalText();
    return literal != null ? name(literal) : pattern.notation();
  }

  /** An attribute key. */
  public static String key(String key) {
    return isBareKey(key) ? key : string(key);
  }

  /** A value, so that its type can be read from it. */
  public static String value(AttributeValue value) {
    return switch (value.type()) {
      case STRING -> string((String) value.value());
      case BOOLEAN, LONG, DOUBLE -> value.value().toString();
      case BYTES -> "base64\"" + base64((ByteBuffer) value.value()) + "\"";
      case MAP -> map((Map<?, ?>) value.value());
      case EMPTY -> "null";
      default -> array(value);
    };
  }

  private static String array(AttributeValue array) {
    List<?> elements = (List<?>) array.value();
    if (elements.isEmpty()) {
      return "[] : " + array.type().word();
    }
    return "[" + join(elements.stream().map(e -> value((AttributeValue) e)).toList()) + "]";
  }

  private static String map(Map<?, ?> map) {
    return "{"
        + join(map.entrySet().stream()
            .map(e -> string((String) e.getKey()) + ": " + value((AttributeValue) e.getValue()))
            .toList())
        + "}";
  }

  private static String join(List<String> parts) {
    return String.join(", ", parts);
  }

  private static String base64(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return Base64.getEncoder().encodeToString(copy);
  }

  /** A JSON string, in which no character can hide: controls and bidirectional marks are escaped. */
  public static String string(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> appendVisible(quoted, text, i);
      }
    }
    return quoted.append('"').toString();
  }

  private static void appendVisible(StringBuilder quoted, String text, int i) {
    char c = text.charAt(i);
    if (isHidden(c) || isLoneSurrogate(text, i)) {
      quoted.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        quoted.append(Character.forDigit((c >> shift) & 0xF, 16));
      }
    } else {
      quoted.append(c);
    }
  }

  /** Controls, bidirectional marks and other characters that nobody sees in a review. */
  private static boolean isHidden(char c) {
    return Character.isISOControl(c)
        || c == '\u061c'
        || c == '\u200b'
        || c == '\u200e'
        || c == '\u200f'
        || c >= '\u2028' && c <= '\u202e'
        || c >= '\u2060' && c <= '\u2069'
        || c == '\ufeff';
  }

  /** Half a pair cannot be written in UTF-8; a whole pair, such as an emoji, is written as it is. */
  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  static boolean isBareName(String name) {
    if (name.isEmpty() || LINE_WORDS.contains(name) || isModifier(name)) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (!isNameChar(name.charAt(i)) || i == 0 && !isNameStart(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isBareKey(String key) {
    if (key.isEmpty() || LINE_WORDS.contains(key)) {
      return false;
    }
    for (int i = 0; i < key.length(); i++) {
      if (!isKeyChar(key.charAt(i)) || i == 0 && !isKeyStart(key.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isKeyStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  static boolean isKeyChar(char c) {
    return isKeyStart(c) || c >= '0' && c <= '9' || c == '.' || c == '-';
  }

  private static boolean isNameStart(char c) {
    return isKeyStart(c) || isNamePunctuation(c);
  }

  static boolean isNameChar(char c) {
    return isKeyChar(c) || isNamePunctuation(c);
  }

  private static boolean isNamePunctuation(char c) {
    return c == '/' || c == ':' || c == '{' || c == '}';
  }

  /** Whether a bare word behind a name would be read as a modifier. */
  static boolean isModifier(String word) {
    return MODIFIERS.contains(word) || isMultiplicity(word);
  }

  static boolean isLineWord(String word) {
    return LINE_WORDS.contains(word);
  }

  static boolean isMultiplicity(String word) {
    return word.length() > 1 && word.charAt(0) == 'x' && Character.isDigit(word.charAt(1));
  }
}
