package io.spantree.golden.noise;

import io.spantree.outline.ValuePattern;

/** What is done with the attributes of a key. */
sealed interface Treatment {

  /** They stand in the golden as they are. */
  record Keep() implements Treatment {}

  /** They stand neither in the golden nor in the comparison. */
  record LeaveOut() implements Treatment {}

  /** A matcher is proposed when they are first recorded, if it accepts the value. */
  record Propose(ValuePattern matcher) implements Treatment {}

  /** The port inside of a URL may be any. */
  record ProposePort() implements Treatment {}

  /** A matcher is proposed if the value looks like one that differs each time. */
  record ByShape() implements Treatment {}
}
