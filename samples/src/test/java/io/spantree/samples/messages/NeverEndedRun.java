package io.spantree.samples.messages;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.opentelemetry.api.OpenTelemetry;
import io.spantree.assertions.TraceAssertions;
import io.spantree.junit.TraceTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs a test that is green until its recording is checked. */
final class NeverEndedRun {
  private NeverEndedRun() {}

  // snippet: never-ended-ours
  @TraceTest
  static class OrderSpans {
    @Test
    void order_reserves_stock(OpenTelemetry openTelemetry) {
      new BrokenShops.NeverEnded(openTelemetry).placeOrder();

      TraceAssertions.assertTrace().hasSpan("reserve stock");
    }
  }
  // end

  @TraceTest(await = "0 s") // who knows that nothing will end need not wait for it
  static class AtOnce extends OrderSpans {}

  static void fail() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(AtOnce.class))
        .execute()
        .testEvents()
        .failed()
        .stream()
        .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
        .flatMap(result -> result.getThrowable().stream())
        .findFirst()
        .ifPresent(failure -> {
          throw (AssertionError) failure;
        });
  }
}
