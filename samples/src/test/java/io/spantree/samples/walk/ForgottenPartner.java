package io.spantree.samples.walk;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.spantree.samples.rewards.Receipt;
import io.spantree.samples.rewards.Redemption;
import io.spantree.samples.rewards.RedemptionAttributes;
import io.spantree.samples.rewards.TypedRedemptionAttributes;

/** The attributes after a refactoring that forgot the partner: no dashboard can split by it. */
final class ForgottenPartner implements RedemptionAttributes {
  private static final AttributeKey<String> PARTNER = AttributeKey.stringKey("redemption.partner");

  private final RedemptionAttributes complete = new TypedRedemptionAttributes();

  @Override
  public Attributes requested(Redemption redemption) {
    return complete.requested(redemption).toBuilder().remove(PARTNER).build();
  }

  @Override
  public Attributes settled(Receipt receipt) {
    return complete.settled(receipt);
  }
}
