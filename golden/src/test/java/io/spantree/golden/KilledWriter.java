package io.spantree.golden;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;

import io.spantree.model.Recording;
import java.nio.file.Path;
import java.util.List;

/** Writes one file for ever; a process of its own, to be killed. */
final class KilledWriter {
  /** Takes a thousand writes of the operating system. */
  static final int LENGTH = 8_000_000;

  private static final int SPANS = 150;

  private KilledWriter() {}

  /** Writes texts where there is a file alone, and compares where there is a golden. */
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[1]);
    String[] texts = {"a".repeat(LENGTH), "b".repeat(LENGTH)};
    for (int round = 1; ; round++) {
      if (arguments[0].equals("write")) {
        TextFile.write(file, texts[round % 2]);
      } else {
        compare(file, round);
      }
      System.out.println(round);
    }
  }

  private static void compare(Path file, int round) {
    try {
      assertTrace(order(round)).matches(golden(file));
    } catch (AssertionError expected) {
      // it leaves behind what it received
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
