package io.spantree.model;

import org.jspecify.annotations.Nullable;

/**
 * One side of a finding, as it is written in the outline notation.
 *
 * @param notation the text, such as {@code "4200"} with its quotes, {@code x3} or {@code CLIENT}
 * @param type the type of an attribute value, such as {@code string}; null for everything else
 */
public record Term(String notation, @Nullable String type) {

  public static Term of(String notation) {
    return new Term(notation, null);
  }
}
