package io.spantree.samples.twins;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.spantree.samples.rewards.Receipt;
import io.spantree.samples.rewards.Redemption;
import io.spantree.samples.rewards.RedemptionAttributes;
import io.spantree.samples.rewards.TypedRedemptionAttributes;

/**
 * The redemption's attributes after a refactoring that sent them all through one helper for text:
 * the coins became {@code "4200"}, and no backend can sum or compare them any more.
 */
public final class TextRedemptionAttributes implements RedemptionAttributes {
  private final RedemptionAttributes typed = new TypedRedemptionAttributes();

  @Override
  public Attributes requested(Redemption redemption) {
    return asText(typed.requested(redemption));
  }

  @Override
  public Attributes settled(Receipt receipt) {
    return asText(typed.settled(receipt));
  }

  private static Attributes asText(Attributes attributes) {
    AttributesBuilder text = Attributes.builder();
    attributes.forEach((key, value) -> text.put(key.getKey(), value.toString()));
    return text.build();
  }
}
