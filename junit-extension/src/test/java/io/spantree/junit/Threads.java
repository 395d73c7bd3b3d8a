package io.spantree.junit;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The ways onto another thread; each returns when the work is done there. */
enum Threads {
  POOL {
    @Override
    void run(Runnable work) throws Exception {
      onService(service -> service.submit(work).get(60, TimeUnit.SECONDS));
    }
  },
  COMPLETABLE_FUTURE {
    @Override
    void run(Runnable work) throws Exception {
      // A get() without a limit could run it on the calling thread.
      CompletableFuture.runAsync(work).orTimeout(60, TimeUnit.SECONDS).join();
    }
  },
  NEW_THREAD {
    @Override
    void run(Runnable work) throws Exception {
      Thread thread = new Thread(work, "new-thread");
      thread.start();
      thread.join();
    }
  },
  SCHEDULER {
    @Override
    void run(Runnable work) throws Exception {
      onService(
          service -> service.schedule(work, 1, TimeUnit.MILLISECONDS).get(60, TimeUnit.SECONDS));
    }
  },
  TIMER {
    @Override
    void run(Runnable work) throws Exception {
      FutureTask<Void> task = new FutureTask<>(work, null);
      Timer timer = new Timer("timer");
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              task.run();
            }
          },
          0);
      task.get(60, TimeUnit.SECONDS);
      timer.cancel();
    }
  },
  VIRTUAL_THREAD {
    @Override
    boolean exists() {
      return Runtime.version().feature() >= 21;
    }

    @Override
    void run(Runnable work) throws Exception {
      Thread thread =
          (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
      thread.join();
    }
  };

  abstract void run(Runnable work) throws Exception;

  boolean exists() {
    return true;
  }

  private interface Use {
    void of(ScheduledExecutorService service) throws Exception;
  }

  private static void onService(Use use) throws Exception {
    ScheduledExecutorService service = Executors.newSingleThreadScheduledExecutor();
    try {
      use.of(service);
    } finally {
      service.shutdown();
      service.awaitTermination(60, TimeUnit.SECONDS);
    }
  }

  /** Runs on a new thread, and returns when it has ended. */
  static <T> T call(Callable<T> work) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    NEW_THREAD.run(() -> {
      try {
        result.complete(work.call());
      } catch (Exception e) {
        result.completeExceptionally(e);
      }
    });
    return result.get();
  }
}
