package io.spantree.outline;

import io.spantree.model.AttributeValue;
import io.spantree.model.ValueType;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads values: JSON scalars, arrays and objects, and matchers in angle brackets. */
final class ValueReader {
  private static final int DEEPEST = 64;
  private static final String A_VALUE =
      "a value such as \"text\", 42, 4.2, true, [1, 2] or a matcher such as <any>";

  private final LineCursor cursor;

  ValueReader(LineCursor cursor) {
    this.cursor = cursor;
  }

  /** A literal or a matcher. */
  ValuePattern pattern() {
    return pattern(0);
  }

  private ValuePattern pattern(int depth) {
    if (cursor.peek() == '<') {
      return new MatcherReader(cursor, this).read();
    } else if (cursor.peek() == '[') {
      return arrayPattern(depth);
    }
    return new ValuePattern.Literal(literal(depth));
  }

  /** A literal; matchers are an error. */
  AttributeValue literal() {
    return literal(0);
  }

  private AttributeValue literal(int depth) {
    if (depth > DEEPEST) {
      throw cursor.problem("a value may be nested " + DEEPEST + " levels deep at most");
    }
    return switch (cursor.peek()) {
      case '"' -> AttributeValue.of(string());
      case '{' -> object(depth);
      case '[' -> literalArray(depth);
      default -> word();
    };
  }

  private AttributeValue literalArray(int depth) {
    int from = cursor.position();
    if (arrayPattern(depth) instanceof ValuePattern.Literal literal) {
      return literal.value();
    }
    throw cursor.problemAt(from, "expected an array without matchers");
  }

  private ValuePattern arrayPattern(int depth) {
    if (depth > DEEPEST) {
      throw cursor.problem("a value may be nested " + DEEPEST + " levels deep at most");
    }
    cursor.expect("[", "an array");
    List<ValuePattern> elements = new ArrayList<>();
    cursor.skipSpace();
    while (!cursor.take("]")) {
      if (!elements.isEmpty()) {
        cursor.expect(",", "\",\" or \"]\"");
        cursor.skipSpace();
      }
      elements.add(pattern(depth + 1));
      cursor.skipSpace();
    }
    return typed(elements);
  }

  /** Joins the elements; an empty array must say its type, another may. */
  private ValuePattern typed(List<ValuePattern> elements) {
    List<AttributeValue> values = new ArrayList<>();
    for (ValuePattern element : elements) {
      if (element instanceof ValuePattern.Literal literal) {
        values.add(literal.value());
      }
    }
    if (values.size() < elements.size()) {
      return new ValuePattern.ArrayPattern(elements);
    } else if (elements.isEmpty()) {
      return new ValuePattern.Literal(AttributeValue.array(arrayType(), values));
    }
    return new ValuePattern.Literal(AttributeValue.array(ValueType.ARRAY, values));
  }

  private ValueType arrayType() {
    String what = "the type of the empty array, as in \"[] : string[]\"";
    cursor.skipSpace();
    cursor.expect(":", what);
    cursor.skipSpace();
    for (ValueType type : ValueType.values()) {
      if (type.isArray() && cursor.take(type.word())) {
        return type;
      }
    }
    throw cursor.expected(what);
  }

  private AttributeValue object(int depth) {
    cursor.expect("{", "an object");
    SortedMap<String, AttributeValue> entries = new TreeMap<>();
    cursor.skipSpace();
    while (!cursor.take("}")) {
      if (!entries.isEmpty()) {
        cursor.expect(",", "\",\" or \"}\"");
        cursor.skipSpace();
      }
      int from = cursor.position();
      String key = string();
      cursor.skipSpace();
      cursor.expect(":", "\":\"");
      cursor.skipSpace();
      if (entries.put(key, literal(depth + 1)) != null) {
        throw cursor.problemAt(from, "the key " + Notation.string(key) + " stands here twice");
      }
      cursor.skipSpace();
    }
    return AttributeValue.of(entries);
  }

  private AttributeValue word() {
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

  AttributeValue number(String word, int from) {
    if (!NumberShape.isNumber(word)) {
      cursor.moveTo(from);
      throw cursor.expected(A_VALUE);
    }
    if (!NumberShape.isWhole(word)) {
      return AttributeValue.of(Double.parseDouble(word));
    }
    try {
      return AttributeValue.of(Long.parseLong(word));
    } catch (NumberFormatException tooLarge) {
      throw cursor.problemAt(from, word + " does not fit into a long; a double has a point");
    }
  }

  private AttributeValue base64() {
    cursor.take("base64");
    int from = cursor.position();
    try {
      return AttributeValue.of(Base64.getDecoder().decode(string()));
    } catch (OutlineSyntaxException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw cursor.problemAt(from, "expected bytes in base64");
    }
  }

  /** A JSON string. */
  String string() {
    int from = cursor.position();
    cursor.expect("\"", "a string in double quotes");
    StringBuilder text = new StringBuilder();
    while (!cursor.atEnd()) {
      char c = cursor.next();
      if (c == '"') {
        return text.toString();
      }
      text.append(c == '\\' ? escaped() : c);
    }
    throw cursor.problemAt(from, "this string has no closing double quote");
  }

  private char escaped() {
    int from = cursor.position() - 1;
    char c = cursor.atEnd() ? '\0' : cursor.next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unicode(from);
      default ->
        throw cursor.problemAt(
            from, "expected one of \\\" \\\\ \\/ \\n \\r \\t \\b \\f or \\u with four digits");
    };
  }

  private char unicode(int from) {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = cursor.atEnd() ? -1 : Character.digit(cursor.next(), 16);
      if (digit < 0) {
        throw cursor.problemAt(from, "expected four hexadecimal digits after \\u");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }
}
