package io.spantree.golden.cli;

import io.spantree.golden.review.Refusal;

/** Words that several commands say. */
final class Text {
  private Text() {}

  /** {@code 1 golden}, {@code 2 goldens}. */
  static String count(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  static String goldens(int count) {
    return count(count, "golden", "goldens");
  }

  static String brief(Refusal refusal) {
    return switch (refusal) {
      case GOLDEN_CHANGED -> "the golden has changed since: run the test again";
      case RECEIVED_CHANGED -> "the received file has changed since: run the test again";
      case EMPTY -> "nothing was recorded: give the instrumented code the test's SDK";
      case OUTDATED -> "the test was compiled since: run it again";
      case SHARED -> "several tests record different trees: give each a golden of its own";
      case NO_RECORDING -> "what was recorded is not kept: run the test again";
      case LOSS -> "a loss: decide with review, or take it with --allow-loss";
      case ENTANGLED -> "its findings hang together: take all or none";
    };
  }
}
