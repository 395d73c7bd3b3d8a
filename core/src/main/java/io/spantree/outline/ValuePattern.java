package io.spantree.outline;

import io.spantree.model.AttributeValue;
import io.spantree.model.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a name, a description or an attribute value is expected to be. */
public sealed interface ValuePattern {

  /** Whether the value is as expected, its label left aside. */
  boolean accepts(AttributeValue value);

  /** The pattern as the notation writes it. */
  String notation();

  /** The type of the values it accepts, such as {@code long}; null when it is not one type. */
  default @Nullable String type() {
    return null;
  }

  /** Where the label stands elsewhere, the same value must stand; null for a pattern without one. */
  default @Nullable String label() {
    return null;
  }

  /** The only text it accepts; null when it is not a literal string. */
  default @Nullable String literalText() {
    return null;
  }

  /** Whether the name or description is as expected. */
  default boolean acceptsText(String text) {
    String literal = literalText();
    return literal != null ? literal.equals(text) : accepts(AttributeValue.of(text));
  }

  /**
   * Reads a value or matcher of the notation, such as {@code 4200} or {@code <range 0..100>}.
   *
   * @throws OutlineSyntaxException with the source, the column and what was expected there
   */
  static ValuePattern parse(String notation, String source) {
    LineCursor cursor = new LineCursor(source, 1, notation.strip());
    ValuePattern pattern = new ValueReader(cursor).pattern();
    cursor.expectEnd();
    return pattern;
  }

  static ValuePattern text(String text) {
    return new Literal(AttributeValue.of(text));
  }

  /** Exactly this value of exactly this type. */
  record Literal(AttributeValue value) implements ValuePattern {
    @Override
    public boolean accepts(AttributeValue other) {
      return value.equals(other);
    }

    @Override
    public String notation() {
      return Notation.value(value);
    }

    @Override
    public String type() {
      return value.type().word();
    }

    @Override
    public @Nullable String literalText() {
      return value.type() == ValueType.STRING ? (String) value.value() : null;
    }
  }

  /** An array of which at least one element is a matcher. */
  record ArrayPattern(List<ValuePattern> elements) implements ValuePattern {
    public ArrayPattern {
      elements = List.copyOf(elements);
    }

    @Override
    public boolean accepts(AttributeValue value) {
      if (value.elements().size() != elements.size()) {
        return false; // no pattern has no elements: an empty array is a literal
      }
      for (int i = 0; i < elements.size(); i++) {
        if (!elements.get(i).accepts(value.elements().get(i))) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String notation() {
      return "["
          + String.join(", ", elements.stream().map(ValuePattern::notation).toList()) + "]";
    }
  }

  /** A condition between angle brackets, such as {@code <uuid#customer>}. */
  record Matcher(Condition condition, @Nullable String label) implements ValuePattern {
    @Override
    public boolean accepts(AttributeValue value) {
      return condition.accepts(value);
    }

    @Override
    public String notation() {
      return "<" + condition.notation() + (label == null ? "" : "#" + label) + ">";
    }

    @Override
    public @Nullable String type() {
      return condition.type();
    }

    /** Whether the attribute must not be there at all. */
    public boolean wantsAbsence() {
      return condition instanceof Condition.Absent;
    }
  }
}
