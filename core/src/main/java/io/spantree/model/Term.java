package io.spantree.model;

import org.jspecify.annotations.Nullable;

/**
 * One side of a finding, as it is written in the outline notation.
 *
 * @param notation the text, such as {@code "4200"} with its quotes, {@code x3} or {@code CLIENT}
 * @param type the type of an attribute value, such as {@code string}; null for everything else
 */
public record Term(String notation, @Nullable String type) {
  private static final String WORDS = "";

  /** What only words can say, such as what a predicate in a test demands. */
  public static Term words(String text) {
    return new Term(text, WORDS);
  }

  /** Whether the text is made of words and not in the notation. */
  public boolean isWords() {
    return WORDS.equals(type);
  }

  public static Term of(String notation) {
    return new Term(notation, null);
  }
}
