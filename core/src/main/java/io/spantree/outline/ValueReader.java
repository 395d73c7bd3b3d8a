package io.spantree.outline;

import io.spantree.model.AttributeValue;
import io.spantree.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads values: JSON scalars, arrays and objects, and matchers in angle brackets. */
final class ValueReader {
  private static final int DEEPEST = 64;
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
    return switch (cursor.peek()) {
      case '"' -> AttributeValue.of(string());
      case '{' -> object(depth);
      case '[' -> literalArray(depth);
      default -> new ScalarReader(cursor).read();
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
    refuseDeeper(depth);
    cursor.expect("[", "an array");
    List<ValuePattern> elements = new ArrayList<>();
    cursor.skipSpace();
    while (!cursor.take("]")) {
      if (!elements.isEmpty()) {
        cursor.expect(",", "\",\" or \"]\"");
        cursor.skipSpace();
      }
      elements.add(element(depth + 1));
      cursor.skipSpace();
    }
    return typed(elements);
  }

  private ValuePattern element(int depth) {
    int from = cursor.position();
    ValuePattern element = pattern(depth);
    if (Impossible.isAbsence(element)) {
      throw cursor.problemAt(from, Impossible.ABSENT_ELEMENT);
    }
    return element;
  }

  /** Joins the elements; an empty array must say its type, another may. */
  private ValuePattern typed(List<ValuePattern> elements) {
    if (elements.isEmpty()) {
      return new ValuePattern.Literal(AttributeValue.array(arrayType(), List.of()));
    }
    return ValuePattern.array(elements);
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

  private void refuseDeeper(int depth) {
    if (depth > DEEPEST) {
      throw cursor.problem("a value may be nested " + DEEPEST + " levels deep at most");
    }
  }

  private AttributeValue object(int depth) {
    refuseDeeper(depth);
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

  /** A JSON string. */
  String string() {
    return new QuotedReader(cursor).read();
  }
}
