package io.spantree.outline;

/**
 * How many times a described span may occur among its siblings.
 *
 * @param least the smallest count
 * @param most the largest count, {@link #UNBOUNDED} for any
 */
public record Multiplicity(int least, int most) {
  public static final int UNBOUNDED = Integer.MAX_VALUE;

  /** What a span line without a multiplicity means. */
  public static final Multiplicity ONCE = new Multiplicity(1, 1);

  public Multiplicity {
    if (least < 0 || most < least) {
      throw new IllegalArgumentException(
          "a multiplicity counts from 0 upwards, but was x" + least + ".." + most);
    }
  }

  public static Multiplicity exactly(int count) {
    return new Multiplicity(count, count);
  }

  public boolean allows(int count) {
    return least <= count && count <= most;
  }

  /** As the notation writes it: {@code x3}, {@code x2..5}, {@code x1..}. */
  public String notation() {
    if (least == most) {
      return "x" + least;
    }
    return "x" + least + ".." + (most == UNBOUNDED ? "" : most);
  }
}
