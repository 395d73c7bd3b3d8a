package io.spantree.model;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that a misspelt one was probably meant to be. */
public final class Nearest {
  private static final int LONGEST = 200;

  /** Two changes make any word of three letters out of any other. */
  private static final int SHORT = 4;

  private Nearest() {}

  /** The candidate at the least edit distance, if that is at most a third of the word's length or, unless it is short, two. */
  public static Optional<String> to(String word, Collection<String> candidates) {
    String nearest = null;
    int least = 1 + (word.length() < SHORT ? word.length() / 3 : Math.max(2, word.length() / 3));
    for (String candidate : candidates) {
      if (candidate.equals(word)
          || word.length() > LONGEST
          || Math.abs(candidate.length() - word.length()) >= least) {
        continue;
      }
      int distance = distance(lower(word), lower(candidate));
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** Levenshtein's distance, in one row. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}
