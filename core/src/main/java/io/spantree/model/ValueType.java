package io.spantree.model;

/** The type of an attribute value, under the name that messages and the notation use for it. */
public enum ValueType {
  STRING("string"),
  BOOLEAN("bool"),
  LONG("long"),
  DOUBLE("double"),
  STRING_ARRAY("string[]"),
  BOOLEAN_ARRAY("bool[]"),
  LONG_ARRAY("long[]"),
  DOUBLE_ARRAY("double[]"),
  /** An array whose elements differ in type or are complex. */
  ARRAY("array"),
  MAP("map"),
  BYTES("bytes"),
  EMPTY("empty");

  private final String word;

  ValueType(String word) {
    this.word = word;
  }

  /** The name in messages, such as {@code long[]}. */
  public String word() {
    return word;
  }

  /** The type of an array of such elements. */
  public ValueType arrayOf() {
    return switch (this) {
      case STRING -> STRING_ARRAY;
      case BOOLEAN -> BOOLEAN_ARRAY;
      case LONG -> LONG_ARRAY;
      case DOUBLE -> DOUBLE_ARRAY;
      default -> ARRAY;
    };
  }

  public boolean isArray() {
    return switch (this) {
      case STRING_ARRAY, BOOLEAN_ARRAY, LONG_ARRAY, DOUBLE_ARRAY, ARRAY -> true;
      default -> false;
    };
  }
}
