package io.spantree.junit;

import io.spantree.capture.SpanCapture;
import io.spantree.model.Phase;

/** Counts the bodies at work in one recording: the dynamic tests of a factory can run at once. */
final class RunningBodies {
  private final SpanCapture capture;
  private int atWork; // guarded by this

  RunningBodies(SpanCapture capture) {
    this.capture = capture;
  }

  synchronized void begin(Phase phase) {
    if (phase == Phase.BODY) {
      atWork++;
    }
    tell();
  }

  synchronized void end(Phase phase) {
    if (phase == Phase.BODY) {
      atWork--;
    }
    tell();
  }

  private void tell() {
    capture.enter(atWork > 0 ? Phase.BODY : Phase.FIXTURE);
  }
}
