package io.spantree.samples.rewards;

import io.opentelemetry.api.common.Attributes;

/** Describes a redemption as the attributes of its span. */
public interface RedemptionAttributes {
  /** What is known before anything was done, so that a span that fails has it too. */
  Attributes requested(Redemption redemption);

  /** What is known when the redemption is done. */
  Attributes settled(Receipt receipt);
}
