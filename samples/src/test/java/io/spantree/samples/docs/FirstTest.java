package io.spantree.samples.docs;

// snippet: first-test
import static io.spantree.assertions.TraceAssertions.assertTrace;

import io.opentelemetry.api.OpenTelemetry;
import io.spantree.junit.TraceTest;
import io.spantree.samples.rewards.RedemptionService;
import org.junit.jupiter.api.Test;

@TraceTest
class FirstTest {

  @Test
  void queues_a_large_redemption(OpenTelemetry openTelemetry) {
    new RedemptionService(openTelemetry).redeem("c-1", 4200, "myntra");

    assertTrace()
        .hasSpan("rewards.fraud.review")
        .withAttr("fraud.decision", "manual_review")
        .withEvent("fraud.queued_for_manual_review")
        .childOf("rewards.redemption.apply");
  }
}
// end
