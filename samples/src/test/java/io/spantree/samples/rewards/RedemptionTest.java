package io.spantree.samples.rewards;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;

import io.opentelemetry.api.OpenTelemetry;
import io.spantree.junit.TraceTest;
import io.spantree.samples.demo.RewardsFixture;
import io.spantree.samples.demo.Wirings;
import org.junit.jupiter.api.Test;

@TraceTest
class RedemptionTest {

  // snippet: golden-test
  @Test
  void queues_a_large_redemption_for_review(OpenTelemetry openTelemetry) {
    try (EmbeddedBackend backend = RewardsFixture.open(openTelemetry)) {
      Wirings.shipped(backend).redeem("c-1", 4200, "myntra");
    }

    assertTrace().matches(golden());
  }

  // end

  @Test
  void reviews_no_small_redemption(OpenTelemetry openTelemetry) {
    try (EmbeddedBackend backend = RewardsFixture.open(openTelemetry)) {
      Wirings.shipped(backend).redeem("c-1", 300, "myntra");
    }

    assertTrace().hasNoSpan("rewards.fraud.review").matches(golden());
  }

  // snippet: shape-test
  @Test
  void does_not_debit_twice_when_the_replica_lags(OpenTelemetry openTelemetry) {
    try (EmbeddedBackend backend = RewardsFixture.open(openTelemetry)) {
      RedemptionService rewards = Wirings.shipped(backend);
      rewards.redeem("m-17", "c-1", 4200, "myntra");
      rewards.redeem("m-17", "c-1", 4200, "myntra"); // the message comes again
    }

    assertTrace().hasShape("""
            span rewards.redemption.apply
                redemption.outcome = "queued_manual"
            span > "INSERT redemptions" CLIENT
            span rewards.redemption.apply
                redemption.outcome = "duplicate"
            span > "INSERT redemptions" x0
            """);
  }
  // end
}
