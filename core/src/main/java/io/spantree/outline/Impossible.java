package io.spantree.outline;

import io.spantree.model.ValueType;
import org.jspecify.annotations.Nullable;

/** Patterns that nothing could meet where they stand; the parser says the same as code does. */
final class Impossible {
  static final String LABELLED_ABSENCE =
      "<absent> is no value, so that no label can say where it stands as well";

  static final String ABSENT_ELEMENT = "an element of an array is there, and never <absent>";

  private Impossible() {}

  /** Whether what accepts values of this type may accept a string; null when it is not one type. */
  static boolean mayBeText(@Nullable String type) {
    return type == null || type.equals(ValueType.STRING.word());
  }

  /** What to say of a name or description that accepts no string. */
  static String text(ValuePattern pattern) {
    return pattern.notation() + " accepts no string, and a name or description is always one";
  }

  /**
   * A name or description.
   *
   * @throws IllegalArgumentException when it accepts no string
   */
  static ValuePattern refuseAsText(ValuePattern pattern) {
    if (!pattern.mayBeText()) {
      throw new IllegalArgumentException(text(pattern));
    }
    return pattern;
  }

  static boolean isAbsence(ValuePattern pattern) {
    return pattern instanceof ValuePattern.Matcher matcher && matcher.wantsAbsence();
  }
}
