package io.spantree.outline;

import io.spantree.model.AttributeValue;
import io.spantree.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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

  /** Whether it may accept a string, as every name and description is one. */
  default boolean mayBeText() {
    return Impossible.mayBeText(type());
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

  /** An array of these: a literal unless one of them is a matcher. */
  static ValuePattern array(List<ValuePattern> elements) {
    List<AttributeValue> values = new ArrayList<>(elements.size());
    for (ValuePattern element : elements) {
      if (Impossible.isAbsence(element)) {
        throw new IllegalArgumentException(Impossible.ABSENT_ELEMENT);
      } else if (element instanceof Literal literal) {
        values.add(literal.value());
      }
    }
    return values.size() < elements.size()
        ? new ArrayPattern(elements)
        : new Literal(AttributeValue.array(ValueType.ARRAY, values));
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

  /**
   * What a predicate in code accepts, for values that no notation describes.
   *
   * @param words what it demands, for a reader
   * @param type the type of the values it accepts; null when it is not one type
   */
  record Described(String words, @Nullable String type, Predicate<AttributeValue> demand)
      implements ValuePattern {
    @Override
    public boolean accepts(AttributeValue value) {
      return (type == null || type.equals(value.type().word())) && demand.test(value);
    }

    /** Words, which the parser does not read. */
    @Override
    public String notation() {
      return words;
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
    public boolean mayBeText() {
      return false;
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

    @Override
    public boolean mayBeText() {
      return condition.mayBeText();
    }

    /**
     * The same value must stand wherever this label stands: {@code <uuid#customer>}.
     *
     * @throws IllegalArgumentException when it is no word of letters, digits, dots and dashes, or
     *     no value is there
     */
    public Matcher labelled(String sharedLabel) {
      if (wantsAbsence()) {
        throw new IllegalArgumentException(Impossible.LABELLED_ABSENCE);
      }
      return new Matcher(condition, Words.requireLabel(sharedLabel));
    }

    /** Whether the attribute must not be there at all. */
    public boolean wantsAbsence() {
      return condition instanceof Condition.Absent;
    }
  }
}
