package io.spantree.outline;

import io.spantree.model.AttributeValue;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** How names, keys and values are written: bare where nothing can be mistaken, else as JSON. */
public final class Notation {
  private Notation() {}

  /** A span, event or trace name. */
  public static String name(String name) {
    return Words.isBareName(name) ? name : string(name);
  }

  /** An expected name: bare or quoted when it is a literal, else its matcher. */
  public static String name(ValuePattern pattern) {
    String literal = pattern.literalText();
    return literal != null ? name(literal) : pattern.notation();
  }

  /** An attribute key. */
  public static String key(String key) {
    return Words.isBareKey(key) ? key : string(key);
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
    return Quoted.of(text);
  }
}
