package io.spantree.capture;

import io.spantree.model.Finding;
import io.spantree.model.UnclaimedSpan;

/**
 * Hears what becomes of a capture after its close, on the threads on which it happens.
 *
 * <p>What it throws is printed, and does not reach the code that runs there.
 */
public interface LateListener {

  /** A scope of the capture was closed wrongly, or found left open. */
  void found(Finding fault);

  /** A span began in the capture's own SDK, or in its context, and is recorded by nobody. */
  void began(UnclaimedSpan span);
}
