package io.spantree.junit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeoutException;
import org.opentest4j.TestAbortedException;

/**
 * Where four tests meet. JUnit's pool does not promise to run at once what may run at once: where it
 * does not, the tests abort, and the round is done again.
 */
final class FourAtOnce {
  private static final CyclicBarrier ALL_FOUR = new CyclicBarrier(4);

  private FourAtOnce() {}

  static void pass(int rounds, Class<?>... fixtures) {
    int passed = 0;
    for (int attempt = 0; passed < rounds && attempt < 3 * rounds; attempt++) {
      ALL_FOUR.reset();
      if (Engine.passedInParallel(fixtures) == 4) {
        passed++;
      }
    }
    assertThat(passed).as("rounds in which the four ran at once").isEqualTo(rounds);
  }

  static void meet() throws InterruptedException {
    try {
      ALL_FOUR.await(10, SECONDS);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new TestAbortedException("the four tests do not run at once", e);
    }
  }
}
