package io.spantree.samples.rewards;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that cannot be read. */
final class BrokenClock extends Clock {
  private final RuntimeException failure;

  BrokenClock(RuntimeException failure) {
    this.failure = failure;
  }

  @Override
  public Instant instant() {
    throw failure;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
