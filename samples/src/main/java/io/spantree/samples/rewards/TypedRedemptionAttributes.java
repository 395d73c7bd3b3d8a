package io.spantree.samples.rewards;

import io.opentelemetry.api.common.Attributes;

/** The attributes with the keys and types of the engine's registry. */
public final class TypedRedemptionAttributes implements RedemptionAttributes {
  @Override
  public Attributes requested(Redemption redemption) {
    return Attributes.of(
        Keys.CUSTOMER_ID, redemption.customerId(), Keys.PARTNER, redemption.partner());
  }

  @Override
  public Attributes settled(Receipt receipt) {
    return Attributes.of(
        Keys.COINS_DEBITED,
        receipt.coinsDebited(),
        Keys.OUTCOME,
        receipt.duplicate() ? "duplicate" : receipt.outcome().label());
  }
}
