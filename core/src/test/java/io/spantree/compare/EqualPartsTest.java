package io.spantree.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lines and what was recorded, paired where nothing differs. */
class EqualPartsTest {
  private static final int MANY = 200;

  private int asked;

  /** Each line means what has its number, but the first one nothing. */
  private final class FirstDiffers implements PartPairer.Candidates {
    @Override
    public boolean accepts(int row, int column) {
      return true;
    }

    @Override
    public int differences(int row, int column) {
      asked++;
      return row > 0 && row == column ? 0 : 1;
    }

    @Override
    public boolean isMatcher(int row) {
      return false;
    }

    @Override
    public boolean areOrdered() {
      return false;
    }
  }

  @Test
  void after_a_line_that_means_nothing_recorded_no_other_is_asked() {
    assertThat(new EqualParts(MANY, MANY, new FirstDiffers()).inAnyOrder()).isNull();
    assertThat(asked).isEqualTo(MANY);
  }
}
