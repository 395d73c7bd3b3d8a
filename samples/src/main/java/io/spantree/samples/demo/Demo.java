package io.spantree.samples.demo;

import static io.spantree.golden.Goldens.golden;

import io.spantree.assertions.TraceExpectation;
import io.spantree.assertions.Verdict;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.outline.RecordedOutline;
import io.spantree.samples.rewards.EmbeddedBackend;
import io.spantree.samples.rewards.RedemptionService;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Spantree's main job on a real program: records the rewards engine, compares it with its golden,
 * and shows what a failing test says of three broken twins.
 */
public final class Demo {
  /** The golden that the engine's own test compares with, below the folder of the goldens. */
  private static final String GOLDEN =
      "io/spantree/samples/rewards/RedemptionTest/queues_a_large_redemption_for_review.spans";

  private static final List<Twin> TWINS = List.of(
      new Twin("renamedSpan", Wirings::renamedSpan, FindingKind.RENAMED),
      new Twin("unwrappedExecutor", Wirings::unwrappedExecutor, FindingKind.LOST_CONTEXT),
      new Twin("changedType", Wirings::changedType, FindingKind.ATTRIBUTE_TYPE));

  private final PrintStream out;
  private final TraceExpectation golden;

  private Demo(PrintStream out, Path goldens) {
    this.out = out;
    this.golden = golden(goldens.resolve(GOLDEN));
  }

  /** A wiring with one mistake, and what must be found. */
  private record Twin(
      String method, Function<EmbeddedBackend, RedemptionService> wiring, FindingKind expected) {}

  /**
   * Throws when the engine differs from its golden, or when a twin was not caught.
   *
   * @param args none; the folder of the goldens is the system property spantree.golden.dir
   */
  public static void main(String[] args) {
    String goldens = System.getProperty("spantree.golden.dir", "src/test/resources/golden");
    run(System.out, Path.of(goldens));
  }

  static void run(PrintStream out, Path goldens) {
    new Demo(out, goldens).run();
  }

  private void run() {
    out.println("The rewards engine redeems 4,200 coins. What was recorded:\n");
    Recording shipped = record(Wirings::shipped);
    out.println(RecordedOutline.of(shipped).print().indent(2));
    if (golden.verify(shipped) instanceof Verdict.Mismatched mismatch) {
      throw new IllegalStateException("the engine differs from its golden\n" + mismatch.text());
    }
    out.println("It equals its golden, " + Path.of(GOLDEN).getFileName() + ".");
    int caught = 0;
    for (Twin twin : TWINS) {
      caught += isCaught(twin) ? 1 : 0;
    }
    out.println("\n" + caught + " of " + TWINS.size() + " broken twins were caught.");
    if (caught < TWINS.size()) {
      throw new IllegalStateException("a broken twin was not caught, see above");
    }
  }

  private boolean isCaught(Twin twin) {
    out.println("\n--- " + twin.method() + ": the same engine, but for one line\n");
    WiringDiff.between("shipped", twin.method()).forEach(line -> out.println("  " + line));
    out.println();
    if (golden.verify(record(twin.wiring())) instanceof Verdict.Mismatched mismatch) {
      out.println(mismatch.text().indent(2).stripTrailing());
      List<FindingKind> kinds = mismatch.findings().stream().map(Finding::kind).toList();
      return kinds.equals(List.of(twin.expected()));
    }
    out.println("  NOT CAUGHT: it equals the golden.");
    return false;
  }

  private static Recording record(Function<EmbeddedBackend, RedemptionService> wiring) {
    try (SpanCapture capture = SpanCapture.start();
        EmbeddedBackend backend = RewardsFixture.open(capture.openTelemetry())) {
      wiring.apply(backend).redeem("c-1", 4200, "myntra");
      return capture.awaitRecording();
    }
  }
}
