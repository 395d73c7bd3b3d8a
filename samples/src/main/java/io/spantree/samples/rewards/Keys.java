package io.spantree.samples.rewards;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;

/** The engine's own attribute keys, in one place so that all spans spell and type them alike. */
final class Keys {
  static final AttributeKey<String> CUSTOMER_ID = stringKey("customer.id");
  static final AttributeKey<Long> COINS_DEBITED = longKey("redemption.coins_debited");
  static final AttributeKey<String> OUTCOME = stringKey("redemption.outcome");
  static final AttributeKey<String> PARTNER = stringKey("redemption.partner");

  static final AttributeKey<Boolean> CACHE_HIT = booleanKey("idempotency.cache_hit");
  static final AttributeKey<Long> REPLICA_LAG_MS = longKey("idempotency.replica_lag_ms");
  static final AttributeKey<Long> OBSERVED_MS = longKey("observed_ms");
  static final AttributeKey<Long> THRESHOLD_MS = longKey("threshold_ms");

  static final AttributeKey<Long> COINS_AT_RISK = longKey("fraud.coins_at_risk");
  static final AttributeKey<String> DECISION = stringKey("fraud.decision");
  static final AttributeKey<String> RULE_FIRED = stringKey("fraud.rule_fired");
  static final AttributeKey<Long> QUEUE_WAIT_MS = longKey("queue_wait_ms");

  private Keys() {}
}
