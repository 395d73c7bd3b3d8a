package io.spantree.outline;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind the word {@code span}: depth, name and modifiers, in their order. */
final class SpanLineReader {
  private static final String MODIFIER =
      "a kind, a status, root, ordered, a count such as x2, &label, parent=<remote>, a state or a "
          + "comment (two spaces and #)";

  private final LineCursor cursor;
  private final ValueReader values;

  SpanLineReader(LineCursor cursor) {
    this.cursor = cursor;
    this.values = new ValueReader(cursor);
  }

  SpanLine.Builder read() {
    int depth = 0;
    cursor.skipSpace();
    while (cursor.take(">")) {
      depth++;
    }
    cursor.skipSpace();
    SpanLine.Builder span = SpanLine.builder(depth, name());
    span.kind = kind();
    span.status = status();
    span.root = word("root");
    span.ordered = word("ordered");
    span.multiplicity = multiplicity();
    span.label = label();
    span.remoteParent = word("parent=<remote>");
    for (SpanState state : SpanState.values()) {
      if (word(state.word())) {
        span.states.add(state);
      }
    }
    cursor.expectEnd(MODIFIER + ", in this order");
    return span;
  }

  /** A bare or quoted name, or a matcher. */
  ValuePattern name() {
    if (cursor.peek() == '<') {
      return values.pattern();
    } else if (cursor.peek() == '"') {
      return ValuePattern.text(values.string());
    }
    int from = cursor.position();
    while (Notation.isNameChar(cursor.peek())) {
      cursor.next();
    }
    String name = cursor.since(from);
    if (name.isEmpty()) {
      throw cursor.expected("a name, in double quotes unless it is a plain word");
    }
    // a word of the notation can only be a name here, though the printer puts it in quotes
    return ValuePattern.text(name);
  }

  private @Nullable SpanKind kind() {
    for (SpanKind kind : SpanKind.values()) {
      if (word(kind.name())) {
        return kind;
      }
    }
    return null;
  }

  private @Nullable StatusPattern status() {
    for (StatusCode code : StatusCode.values()) {
      if (word(code.name())) {
        return new StatusPattern(code, description());
      }
    }
    return null;
  }

  private @Nullable ValuePattern description() {
    int from = cursor.position();
    cursor.skipSpace();
    if (cursor.peek() == '"') {
      return ValuePattern.text(values.string());
    } else if (cursor.peek() == '<') {
      return values.pattern();
    }
    cursor.moveTo(from);
    return null;
  }

  /** {@code x3}, {@code x2..5}, {@code x1..}; once when none stands here. */
  Multiplicity multiplicity() {
    int from = cursor.position();
    cursor.skipSpace();
    String word = cursor.peekWord();
    if (!Notation.isMultiplicity(word)) {
      cursor.moveTo(from);
      return Multiplicity.ONCE;
    }
    int dots = word.indexOf("..");
    int least = count(word.substring(1, dots < 0 ? word.length() : dots));
    String bound = dots < 0 ? "" : word.substring(dots + 2);
    int most = dots < 0 ? least : bound.isEmpty() ? Multiplicity.UNBOUNDED : count(bound);
    if (most < least) {
      throw cursor.problem("the first count of " + word + " is larger than the second");
    }
    cursor.take(word);
    return new Multiplicity(least, most);
  }

  private int count(String digits) {
    if (!NumberShape.isWhole(digits) || digits.startsWith("-") || digits.length() > 9) {
      throw cursor.expected("a count such as x3, x2..5, x0..1 or x1..");
    }
    return Integer.parseInt(digits);
  }

  private @Nullable String label() {
    int from = cursor.position();
    cursor.skipSpace();
    if (!cursor.take("&")) {
      cursor.moveTo(from);
      return null;
    }
    return labelName();
  }

  String labelName() {
    int from = cursor.position();
    while (Notation.isKeyChar(cursor.peek())) {
      cursor.next();
    }
    if (cursor.position() == from) {
      throw cursor.expected("a label such as &1, and *1 where it is meant");
    }
    return cursor.since(from);
  }

  private boolean word(String word) {
    int from = cursor.position();
    if (cursor.skipSpace() && cursor.peekWord().equals(word)) {
      return cursor.take(word);
    }
    cursor.moveTo(from);
    return false;
  }
}
