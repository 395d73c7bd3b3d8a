package io.spantree.outline;

import io.spantree.model.AttributeValue;
import io.spantree.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads a matcher: {@code <uuid#customer>}, {@code <range 0..5>}, {@code </regex/>}. */
final class MatcherReader {
  private static final String A_MATCHER =
      "one of <any> <string> <long> <double> <bool> <uuid> <hex 16> <timestamp> <range 0..9> "
          + "<oneof \"a\" \"b\"> </regex/> <absent>";

  private final LineCursor cursor;
  private final ValueReader values;

  MatcherReader(LineCursor cursor, ValueReader values) {
    this.cursor = cursor;
    this.values = values;
  }

  ValuePattern.Matcher read() {
    int from = cursor.position();
    cursor.expect("<", A_MATCHER);
    Condition condition = cursor.peek() == '/' ? regex(from) : word(from);
    cursor.skipSpace();
    String label = cursor.take("#") ? label() : null;
    cursor.expect(">", "\">\" at the end of the matcher");
    if (label != null && condition instanceof Condition.Absent) {
      throw cursor.problemAt(from, Impossible.LABELLED_ABSENCE);
    }
    return new ValuePattern.Matcher(condition, label);
  }

  private String label() {
    int from = cursor.position();
    while (Words.isKeyChar(cursor.peek())) {
      cursor.next();
    }
    if (cursor.position() == from) {
      throw cursor.expected("a label such as #customer");
    }
    return cursor.since(from);
  }

  private Condition word(int from) {
    int start = cursor.position();
    while (Character.isLetter(cursor.peek())) {
      cursor.next();
    }
    return switch (cursor.since(start)) {
      case "any" -> new Condition.Any();
      case "absent" -> new Condition.Absent();
      case "string" -> new Condition.OfType(ValueType.STRING);
      case "long" -> new Condition.OfType(ValueType.LONG);
      case "double" -> new Condition.OfType(ValueType.DOUBLE);
      case "bool" -> new Condition.OfType(ValueType.BOOLEAN);
      case "uuid" -> new Condition.Uuid();
      case "timestamp" -> new Condition.Timestamp();
      case "hex" -> hex();
      case "range" -> range(from);
      case "oneof" -> oneOf();
      default -> {
        cursor.moveTo(from);
        throw cursor.expected(A_MATCHER);
      }
    };
  }

  private Condition hex() {
    cursor.skipSpace();
    int from = cursor.position();
    while (Words.isDigit(cursor.peek())) {
      cursor.next();
    }
    String digits = cursor.since(from);
    if (!NumberShape.isWhole(digits) || digits.length() > 6) {
      cursor.moveTo(from);
      throw cursor.expected("the number of hexadecimal digits, as in <hex 16>");
    }
    return new Condition.Hex(Integer.parseInt(digits));
  }

  private Condition range(int from) {
    cursor.skipSpace();
    AttributeValue low = bound();
    cursor.expect("..", "a range such as <range 0..9>, <range 5..> or <range ..5>");
    AttributeValue high = bound();
    if (low == null && high == null) {
      throw cursor.problemAt(from, "a range needs a bound, as in <range 5..>");
    }
    Condition.Range range = new Condition.Range(low, high);
    if (range.isEmpty()) {
      throw cursor.problemAt(from, "the first bound of the range is larger than the second");
    }
    return range;
  }

  /** A number that ends before {@code ..}; null when none stands here. */
  private @Nullable AttributeValue bound() {
    int from = cursor.position();
    while (!cursor.atEnd() && "#> ".indexOf(cursor.peek()) < 0 && !cursor.startsWith("..")) {
      cursor.next();
    }
    String word = cursor.since(from);
    return word.isEmpty()
        ? null
        : new ScalarReader(cursor).number(word, from, "a number, as in <range 0..9>");
  }

  private Condition oneOf() {
    List<AttributeValue> allowed = new ArrayList<>();
    cursor.skipSpace();
    while (cursor.peek() != '>' && cursor.peek() != '#') {
      allowed.add(values.literal());
      cursor.skipSpace();
    }
    if (allowed.isEmpty()) {
      throw cursor.expected("the allowed values, as in <oneof \"a\" \"b\">");
    }
    return new Condition.OneOf(allowed);
  }

  private Condition regex(int from) {
    cursor.take("/");
    StringBuilder expression = new StringBuilder();
    while (!cursor.atEnd() && cursor.peek() != '/') {
      char c = cursor.next();
      boolean escape = c == '\\' && !cursor.atEnd();
      if (!(escape && cursor.peek() == '/')) {
        expression.append(c);
      }
      if (escape) {
        expression.append(cursor.next());
      }
    }
    cursor.expect("/", "\"/>\" at the end of the regular expression");
    try {
      return Condition.Regex.of(expression.toString());
    } catch (PatternSyntaxException e) {
      throw cursor.problemAt(from, "not a regular expression: " + e.getDescription());
    } catch (IllegalArgumentException e) {
      throw cursor.problemAt(from, Objects.toString(e.getMessage()));
    }
  }
}
