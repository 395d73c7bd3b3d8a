package io.spantree.golden;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;

import io.spantree.model.Recording;
import java.nio.file.Path;
import java.util.List;

/** Compares for ever with one golden that never fits; a process of its own, to be killed. */
final class KilledWriter {
  private static final int SPANS = 400;

  private KilledWriter() {}

  public static void main(String[] arguments) {
    Path golden = Path.of(arguments[0]);
    for (long round = 1; ; round++) {
      try {
        assertTrace(order(round)).matches(golden(golden));
      } catch (AssertionError expected) {
        System.out.println(round);
      }
    }
  }

  /** Each span tells the round, so that a torn file gives itself away. */
  static Recording order(long round) {
    TestSpan root = new TestSpan("order");
    root.attributes.put("round", round);
    for (int i = 0; i < SPANS; i++) {
      TestSpan child = new TestSpan("item " + i);
      child.attributes.put("round", round);
      root.children.add(child);
    }
    return TestSpan.record(List.of(List.of(root)));
  }
}
