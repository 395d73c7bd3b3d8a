package io.spantree.samples.rewards;

/**
 * What became of a redemption.
 *
 * @param outcome what was decided when the redemption was stored
 * @param duplicate whether this call found it stored already, and so debited nothing
 */
public record Receipt(Redemption redemption, Outcome outcome, boolean duplicate) {
  /** The same receipt, handed out to a request that came again. */
  Receipt asDuplicate() {
    return new Receipt(redemption, outcome, true);
  }

  /** The coins that the call debited: none for a duplicate. */
  public long coinsDebited() {
    return duplicate ? 0 : redemption.coins();
  }
}
