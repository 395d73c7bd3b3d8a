package io.spantree.outline;

/** Reads a multiplicity: {@code x3}, {@code x2..5}, {@code x1..}. */
final class CountReader {
  private static final int MOST_DIGITS = 9;

  private final LineCursor cursor;

  CountReader(LineCursor cursor) {
    this.cursor = cursor;
  }

  Multiplicity read() {
    String word = cursor.peekWord();
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
    boolean whole = NumberShape.isWhole(digits) && !digits.startsWith("-");
    if (!whole || digits.length() > MOST_DIGITS) {
      throw cursor.expected("a count such as x3, x2..5, x0..1 or x1..");
    }
    return Integer.parseInt(digits);
  }
}
