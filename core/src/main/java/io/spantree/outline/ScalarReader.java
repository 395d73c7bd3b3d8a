package io.spantree.outline;

import io.spantree.model.AttributeValue;
import io.spantree.model.ValueType;
import java.util.Base64;

/** Reads values that are one word: numbers, booleans, null and bytes. */
final class ScalarReader {
  private static final String A_VALUE =
      "a value such as \"text\", 42, 4.2, true, [1, 2] or a matcher such as <any>";

  private final LineCursor cursor;

  ScalarReader(LineCursor cursor) {
    this.cursor = cursor;
  }

  AttributeValue read() {
    if (cursor.startsWith("base64\"")) {
      return base64();
    }
    int from = cursor.position();
    while (isWordChar(cursor.peek())) {
      cursor.next();
    }
    String word = cursor.since(from);
    return switch (word) {
      case "true" -> AttributeValue.of(true);
      case "false" -> AttributeValue.of(false);
      case "null" -> new AttributeValue(ValueType.EMPTY, "");
      case "NaN", "Infinity", "-Infinity" -> AttributeValue.of(Double.parseDouble(word));
      default -> number(word, from);
    };
  }

  private static boolean isWordChar(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '+' || c == '.';
  }

  private AttributeValue number(String word, int from) {
    return number(word, from, A_VALUE);
  }

  /** A number that has been stepped over. */
  AttributeValue number(String word, int from, String what) {
    if (!NumberShape.isNumber(word)) {
      cursor.moveTo(from);
      throw cursor.expected(what);
    }
    return NumberShape.isWhole(word) ? whole(word, from) : fraction(word, from);
  }

  private AttributeValue whole(String word, int from) {
    try {
      return AttributeValue.of(Long.parseLong(word));
    } catch (NumberFormatException tooLarge) {
      throw cursor.problemAt(from, word + " does not fit into a long; a double has a point");
    }
  }

  private AttributeValue fraction(String word, int from) {
    double number = Double.parseDouble(word);
    if (Double.isInfinite(number)) {
      throw cursor.problemAt(from, word + " does not fit into a double");
    }
    return AttributeValue.of(number);
  }

  private AttributeValue base64() {
    cursor.take("base64");
    int from = cursor.position();
    String encoded = new QuotedReader(cursor).read();
    try {
      return AttributeValue.of(Base64.getDecoder().decode(encoded));
    } catch (IllegalArgumentException e) {
      throw cursor.problemAt(from, "expected bytes in base64");
    }
  }
}
