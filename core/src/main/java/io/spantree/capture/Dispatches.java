package io.spantree.capture;

import io.spantree.model.Dispatch;
import java.lang.StackWalker.StackFrame;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells what brought work to a thread, by what is at the bottom of its stack. */
final class Dispatches {
  private static final StackWalker WALKER = StackWalker.getInstance();

  private Dispatches() {}

  static Dispatch toThisThread() {
    if (Thread.currentThread() instanceof ForkJoinWorkerThread worker) {
      return worker.getPool() == ForkJoinPool.commonPool()
          ? Dispatch.COMMON_POOL
          : Dispatch.EXECUTOR;
    }
    Search search = new Search();
    WALKER.forEach(search);
    return search.found();
  }

  /** Meets the frames from the top down: the last one that tells is nearest to the thread. */
  private static final class Search implements Consumer<StackFrame> {
    private @Nullable Dispatch nearest;
    private @Nullable StackFrame bottom;
    private boolean again;

    @Override
    public void accept(StackFrame frame) {
      bottom = frame;
      String type = frame.getClassName();
      if (!type.startsWith("java.util.")) {
        if (type.endsWith("ThreadPoolExecutor$Worker")) { // Tomcat has one of its own
          nearest = Dispatch.EXECUTOR;
        }
      } else if (type.equals("java.util.TimerThread")) {
        nearest = Dispatch.TIMER;
      } else if (type.startsWith("java.util.concurrent.CompletableFuture$Async")) {
        nearest = Dispatch.COMMON_POOL;
      } else if (type.startsWith("java.util.concurrent.Thread") && type.contains("Executor")) {
        nearest = Dispatch.EXECUTOR;
      } else if (type.equals("java.util.concurrent.FutureTask")) {
        again |= frame.getMethodName().equals("runAndReset");
      }
    }

    Dispatch found() {
      if (nearest != null) {
        return again && nearest == Dispatch.EXECUTOR ? Dispatch.PERIODIC_TASK : nearest;
      }
      boolean begunByThread = bottom != null && bottom.getMethodName().equals("run");
      return begunByThread ? Dispatch.THREAD : Dispatch.UNKNOWN;
    }
  }
}
