package io.spantree.outline;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind the word {@code span}: depth, name and modifiers, in their order. */
final class SpanLineReader {
  private static final String MODIFIER =
      "a kind, a status, root, ordered, a count such as x2, &label, parent=<remote>, a state or a "
          + "comment (two spaces and #)";

  private static final List<SpanKind> KINDS = List.of(SpanKind.values());
  private static final List<StatusCode> STATUSES = List.of(StatusCode.values());

  private final LineCursor cursor;
  private final ValueReader values;
  private int modifiersAt;

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
    modifiersAt = cursor.position();
    span.root = cursor.takeSpaceAnd("root");
    span.ordered = cursor.takeSpaceAnd("ordered");
    span.multiplicity = multiplicity();
    span.label = label();
    span.remoteParent = cursor.takeSpaceAnd("parent=<remote>");
    for (SpanState state : SpanState.ALL) {
      if (cursor.takeSpaceAnd(state.word())) {
        span.states.add(state);
      }
    }
    cursor.expectEnd(MODIFIER + ", in this order");
    return span;
  }

  /** A bare or quoted name, or a matcher. */
  ValuePattern name() {
    int from = cursor.position();
    if (cursor.peek() == '<') {
      ValuePattern matcher = values.pattern();
      if (!matcher.mayBeText()) {
        throw cursor.problemAt(from, Impossible.text(matcher));
      }
      return matcher;
    } else if (cursor.peek() == '"') {
      return ValuePattern.text(values.string());
    }
    while (Words.isNameChar(cursor.peek())) {
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
    for (SpanKind kind : KINDS) {
      if (cursor.takeSpaceAnd(kind.name())) {
        return kind;
      }
    }
    return null;
  }

  private @Nullable StatusPattern status() {
    for (StatusCode code : STATUSES) {
      if (cursor.takeSpaceAnd(code.name())) {
        return new StatusPattern(code, description());
      }
    }
    return null;
  }

  private @Nullable ValuePattern description() {
    int from = cursor.position();
    if (cursor.skipSpace() && (cursor.peek() == '"' || cursor.peek() == '<')) {
      return name();
    }
    cursor.moveTo(from);
    return null;
  }

  /** {@code x3}, {@code x2..5}, {@code x1..}; once when none stands here. */
  Multiplicity multiplicity() {
    int from = cursor.position();
    if (cursor.skipSpace() && Words.isCount(cursor.peekWord())) {
      return new CountReader(cursor).read();
    }
    cursor.moveTo(from);
    return Multiplicity.ONCE;
  }

  private @Nullable String label() {
    int from = cursor.position();
    if (cursor.skipSpace() && cursor.take("&")) {
      return labelName();
    }
    cursor.moveTo(from);
    return null;
  }

  String labelName() {
    int from = cursor.position();
    while (Words.isKeyChar(cursor.peek())) {
      cursor.next();
    }
    if (cursor.position() == from) {
      throw cursor.expected("a label such as &1, and *1 where it is meant");
    }
    return cursor.since(from);
  }

  /** Where a word stands that was read behind the status. */
  int positionOf(String word) {
    cursor.moveTo(modifiersAt);
    while (cursor.skipSpace() && !cursor.peekWord().equals(word)) {
      cursor.take(cursor.peekWord());
    }
    return cursor.position();
  }
}
