package io.spantree.samples.docs;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.spantree.capture.SpanCapture;
import io.spantree.model.Recording;
import io.spantree.samples.demo.RewardsFixture;
import io.spantree.samples.demo.Wirings;
import io.spantree.samples.messages.Messages;
import io.spantree.samples.rewards.EmbeddedBackend;
import io.spantree.samples.rewards.RedemptionService;
import io.spantree.samples.walk.PullRequestWalk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The texts that the docs show, made by the code that prints them. */
final class Outputs {
  private static final String GOLDEN =
      "src/test/resources/golden/io/spantree/samples/rewards/RedemptionTest/"
          + "queues_a_large_redemption_for_review.spans";

  private Outputs() {}

  static Map<String, String> all() {
    Map<String, String> outputs = new TreeMap<>();
    outputs.put("lost-context", message(Wirings::unwrappedExecutor, Outputs::assertReview));
    outputs.put("renamed-golden", message(Wirings::renamedSpan, Outputs::assertGolden));
    outputs.put(
        "missing-golden",
        message(
            Wirings::shipped,
            recording -> assertTrace(recording).matches(golden(Path.of(GOLDEN + ".new")))));
    outputs.put(
        "outside",
        catchThrowable(io.spantree.assertions.TraceAssertions::assertTrace).getMessage());
    outputs.putAll(Messages.outputs());
    outputs.put("failing-attribute", checkout(AssertionsPageTest.Failing::attribute));
    outputs.put("failing-children", checkout(AssertionsPageTest.Failing::children));
    outputs.put("failing-nothing", checkout(AssertionsPageTest.Failing::nothing));
    outputs.put("failing-soft", checkout(AssertionsPageTest.Failing::softly));
    outputs.putAll(CheckOutputs.all());
    outputs.putAll(PullRequestWalk.outputs());
    return outputs;
  }

  private interface Check {
    void on(Recording recording);
  }

  private static void assertReview(Recording recording) {
    assertTrace(recording)
        .hasSpan("rewards.fraud.review")
        .withAttr("fraud.decision", "manual_review")
        .childOf("rewards.redemption.apply");
  }

  private static void assertGolden(Recording recording) {
    assertTrace(recording).matches(golden(Path.of(GOLDEN)));
  }

  /** Of the order's own trace. */
  private static String checkout(Check check) {
    try (SpanCapture capture = SpanCapture.start()) {
      new Checkout(capture.openTelemetry()).placeOrder();
      Recording recording = capture.recording();
      Recording order = new Recording(List.of(recording.traces().get(0)), null);
      return String.valueOf(catchThrowable(() -> check.on(order)).getMessage());
    }
  }

  private static String message(Function<EmbeddedBackend, RedemptionService> wiring, Check check) {
    try (SpanCapture capture = SpanCapture.start();
        EmbeddedBackend backend = RewardsFixture.open(capture.openTelemetry())) {
      wiring.apply(backend).redeem("c-1", 4200, "myntra");
      Recording recording = capture.awaitRecording();
      return catchThrowable(() -> check.on(recording)).getMessage();
    }
  }
}
