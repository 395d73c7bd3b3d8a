package io.spantree.samples.twins.hop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for work on other threads and does none of it: {@code join()} may run it on the caller's. */
final class Finished {
  private static final long SECONDS = 60;

  private Finished() {}

  static void await(CompletableFuture<?> work) throws InterruptedException {
    CountDownLatch finished = new CountDownLatch(1);
    CompletableFuture<?> told = work.whenComplete((result, failure) -> finished.countDown());
    await(finished);
    told.join();
  }

  static void await(CountDownLatch finished) throws InterruptedException {
    if (!finished.await(SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("not finished after " + SECONDS + " seconds");
    }
  }
}
