package io.spantree.capture;

/** Acts when a thread waits, so that a test depends on no clock. */
final class Waiting {
  private Waiting() {}

  static void whenThisThreadWaits(Runnable action) {
    Thread waiting = Thread.currentThread();
    Thread acting = new Thread(() -> {
      waitUntilWaiting(waiting);
      action.run();
    });
    acting.setDaemon(true);
    acting.start();
  }

  static void waitUntilWaiting(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }
}
